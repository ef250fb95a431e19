import { builtInGuardParams } from '../../compile/built-in-params.ts';
import { vocabulary } from '../../vocabulary/vocabulary.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Rule } from '../rule.ts';

export const unknownGuard: Rule = {
  code: 'unknown-guard',
  severity: 'error',
  about: 'A condition is used that neither `guards` nor the vocabulary has.',
  find: ({ guards, definition }) => {
    const known = [
      ...Object.keys(definition.guards ?? {}),
      ...Object.keys(vocabulary.guards),
      ...Object.keys(builtInGuardParams),
    ];
    return guards
      .filter(({ type }) => !known.includes(type))
      .map(({ type, pointer }) => ({
        path: pointer,
        message: `There is no condition "${type}".${didYouMean(type, known)}`,
        mend: 'Correct the name, or write the condition in `guards`.',
      }));
  },
};
