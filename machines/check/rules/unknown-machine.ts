import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import { startedChildren } from '../started-children.ts';
import type { Rule } from '../rule.ts';

export const unknownMachine: Rule = {
  code: 'unknown-machine',
  severity: 'error',
  about: 'A child process is started whose definition is not in `machines`.',
  find: (subject) =>
    startedChildren(subject)
      .filter(({ src }) => !subject.children.has(src))
      .map(({ src, pointer }) => ({
        path: pointerTo(pointer, 'src'),
        message: `There is no machine "${src}" to start.${didYouMean(src, subject.children.keys())}`,
        mend: 'Put its definition in `machines` under this name, or correct the name.',
      })),
};
