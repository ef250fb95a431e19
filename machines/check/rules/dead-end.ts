import { targetNodes, transitionsOf } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';
import { lineOf, nameOf, type StateNode, type StateTree } from '../state-tree.ts';
import { waitingStates } from '../waiting-states.ts';

export const deadEnd: Rule = {
  code: 'dead-end',
  severity: 'error',
  about: 'A state that is no end, and from which nothing ever leads away.',
  find: (subject) =>
    waitingStates(subject)
      .filter(
        (node) =>
          !hasWayOut(subject.tree, node) &&
          lineOf(node).every(({ config }) => config.meta?.resting === undefined),
      )
      .map((node) => ({
        path: node.pointer,
        message: `A process that comes to ${nameOf(node)} stays there for ever.`,
        mend: 'Add a transition or a deadline that leads away, make it a final state, or say in `meta.resting` why it rests here.',
      })),
};

/** A transition of the state, or of one around it, that leads somewhere else. */
function hasWayOut(tree: StateTree, node: StateNode): boolean {
  return lineOf(node)
    .flatMap(transitionsOf)
    .some(
      (transition) =>
        transition.trigger !== 'stateDone' &&
        !transition.shadowed &&
        targetNodes(tree, transition).some((target) => target !== node),
    );
}
