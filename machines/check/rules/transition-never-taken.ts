import type { Rule } from '../rule.ts';

export const transitionNeverTaken: Rule = {
  code: 'transition-never-taken',
  severity: 'warning',
  about: 'A transition stands behind another that has no condition, so it is never taken.',
  find: ({ transitions }) =>
    transitions
      .filter(({ shadowed }) => shadowed)
      .map(({ pointer, name }) => ({
        path: pointer,
        message: `This transition of "${name}" is never taken: one before it has no condition.`,
        mend: 'Put the transition without a guard last, or give it a guard.',
      })),
};
