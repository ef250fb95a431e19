import { officialStates } from '../official-states.ts';
import type { Rule } from '../rule.ts';
import { nameOf } from '../state-tree.ts';

export const officialEnds: Rule = {
  code: 'official-ends',
  severity: 'error',
  about: 'Going official is a milestone: the state must not be the end of the process.',
  find: (subject) =>
    officialStates(subject)
      .filter(({ type }) => type === 'final')
      .map((node) => ({
        path: node.pointer,
        message: `The process ends as soon as ${nameOf(node)} is reached, but going official is only a milestone.`,
        mend: 'Let the state live on, with reviews and a way back into co-design.',
      })),
};
