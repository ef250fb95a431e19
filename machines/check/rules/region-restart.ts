import { targetNodes, type PlacedTransition } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';
import { isWithin, lineOf, nameOf, type StateNode, type StateTree } from '../state-tree.ts';

/** XState leaves and enters anew every region of a parallel state when a transition leaves one of them, even to come back. */
export const regionRestart: Rule = {
  code: 'region-restart',
  severity: 'warning',
  about: 'A transition of one region begins the regions beside it anew.',
  find: ({ tree, transitions }) =>
    transitions.flatMap((transition) => {
      const parallel = restarted(tree, transition);
      if (parallel === undefined) return [];
      const others = parallel.children.map(({ key }) => key).join(', ');
      return [
        {
          path: transition.pointer,
          message: `It leaves ${nameOf(parallel)} as a whole and enters it again: ${others} all begin anew.`,
          mend: 'Stay within the region, without `reenter`; to move another region, `raise` an event that it takes.',
        },
      ];
    }),
};

/** The parallel state that a transition from within one of its regions leaves, only to end up in it again. */
function restarted(tree: StateTree, transition: PlacedTransition): StateNode | undefined {
  const { node, config } = transition;
  const targets = targetNodes(tree, transition);
  if (targets.length === 0) return undefined;
  return lineOf(node).find((region) => {
    const { parent } = region;
    if (parent?.type !== 'parallel' || !targets.every((target) => within(target, parent)))
      return false;
    const staysInside = targets.every((target) => isWithin(target, region));
    return !staysInside || (node === region && config.reenter === true);
  })?.parent;
}

/** Inside it, not the state itself: whoever names the whole means the whole. */
function within(node: StateNode, outer: StateNode): boolean {
  return node !== outer && isWithin(node, outer);
}
