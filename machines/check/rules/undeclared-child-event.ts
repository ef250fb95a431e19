import { didYouMean } from '../did-you-mean.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Rule } from '../rule.ts';
import { sentBy } from '../sent-events.ts';
import { startedChildren } from '../started-children.ts';

export const undeclaredChildEvent: Rule = {
  code: 'undeclared-child-event',
  severity: 'error',
  about: 'A child tells its parent something that the parent does not declare.',
  find: (subject) => {
    const declared = Object.keys(subject.definition.events);
    const started = new Set(startedChildren(subject).map(({ src }) => src));
    return [...subject.children].flatMap(([name, child]) => {
      if (!started.has(name)) return [];
      const types = new Set(sentBy(child, 'sendParent').map(({ type }) => type));
      return [...types]
        .filter((type) => !declared.includes(type))
        .map((type) => ({
          path: pointerTo('/machines', name),
          message: `The child "${name}" sends "${type}", which this process does not declare.${didYouMean(type, declared)}`,
          mend: `Declare "${type}" in \`events\` with \`by\`: ["process"], and listen for it where it matters.`,
        }));
    });
  },
};
