import { officialStates } from '../official-states.ts';
import { invocationsOf, targetNodes, transitionsOf } from '../placed-transition.ts';
import { statesFrom } from '../reachable-states.ts';
import type { Rule } from '../rule.ts';
import { isWithin, nameOf, type StateNode } from '../state-tree.ts';
import type { Subject } from '../subject.ts';

export const officialUnreviewed: Rule = {
  code: 'official-unreviewed',
  severity: 'error',
  about: 'An official service must be reviewed again and again.',
  find: (subject) =>
    officialStates(subject)
      .filter((node) => node.type !== 'final' && !isReviewed(subject, node))
      .map((node) => ({
        path: node.pointer,
        message: `Nothing ever looks again at what became official in ${nameOf(node)}.`,
        mend: 'Add a review that comes round: a deadline in `after`, or an invoked review, that leads back here.',
      })),
};

/** A deadline or child process inside the official state after which the process is there again. */
function isReviewed(subject: Subject, official: StateNode): boolean {
  const inside = subject.tree.nodes.filter((node) => isWithin(node, official));
  const spawns = subject.actions.some(
    ({ type, pointer }) =>
      type === 'spawnChild' && inside.some((node) => pointer.startsWith(`${node.pointer}/`)),
  );
  if (spawns) return true;
  return inside.some((node) => {
    const returning = transitionsOf(node).filter(
      ({ trigger }) => trigger === 'delay' || trigger === 'childDone',
    );
    if (invocationsOf(node).some(({ config }) => config.onDone === undefined)) return true;
    return returning.some((transition) => {
      const targets = targetNodes(subject.tree, transition);
      return targets.length === 0 || statesFrom(subject.tree, targets).has(official);
    });
  });
}
