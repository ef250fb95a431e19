import { builtInActionParams } from '../../compile/built-in-params.ts';
import { vocabulary } from '../../vocabulary/vocabulary.ts';
import { didYouMean } from '../did-you-mean.ts';
import type { Rule } from '../rule.ts';

export const unknownAction: Rule = {
  code: 'unknown-action',
  severity: 'error',
  about: 'An action is used that neither `actions` nor the vocabulary has.',
  find: ({ actions, definition }) => {
    const blocks = [
      ...Object.keys(vocabulary.assigns),
      ...Object.keys(vocabulary.effects),
      ...Object.keys(builtInActionParams),
    ];
    const own = Object.keys(definition.actions ?? {});
    return actions
      .filter(({ type, part }) => !blocks.includes(type) && (part || !own.includes(type)))
      .map(({ type, pointer, part }) => ({
        path: pointer,
        message: `There is no action "${type}".${didYouMean(type, part ? blocks : [...own, ...blocks])}`,
        mend:
          part && own.includes(type)
            ? 'A named action is made of actions of the vocabulary, not of other named ones. Write them out.'
            : 'Correct the name, or put the action together in `actions`.',
      }));
  },
};
