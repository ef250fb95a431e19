import { targetNodes } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';
import { isWithin, nameOf, type StateNode } from '../state-tree.ts';

export const enteredWithoutLeaving: Rule = {
  code: 'entered-without-leaving',
  severity: 'error',
  about:
    'A transition leads to the root, or from within a state to its own history: XState 5 would enter states that it has not left, or lose some.',
  find: ({ tree, transitions }) =>
    transitions.flatMap((transition) =>
      targetNodes(tree, transition)
        .filter((target) => goesAstray(transition.node, target, transition.config.reenter === true))
        .map((target) => ({
          path: transition.pointer,
          message: `From ${nameOf(transition.node)} to ${nameOf(target)} XState would enter states anew that it has not left, with their deadlines and children, or lose some.`,
          mend: 'Lead to the state that is meant by its name.',
        })),
    ),
};

function goesAstray(from: StateNode, to: StateNode, reenter: boolean): boolean {
  if (to.parent === undefined) return !reenter && from !== to;
  if (to.type !== 'history' || !isWithin(from, to.parent)) return false;
  return from !== to.parent || (to.parent.type === 'parallel' && !reenter);
}
