import { pointerTo } from '../json-pointer.ts';
import { invocationsOf } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';
import { isWithin, lineOf, nameOf, type StateNode } from '../state-tree.ts';

export const duplicateChild: Rule = {
  code: 'duplicate-child',
  severity: 'error',
  about: 'Two child processes that may run at the same time have the same id.',
  find: ({ tree }) => {
    const all = tree.nodes.flatMap((node) =>
      invocationsOf(node).map(({ config, pointer }) => ({ node, id: config.id, pointer })),
    );
    return all.flatMap(({ node, id, pointer }, index) => {
      const other = all
        .slice(0, index)
        .find((earlier) => earlier.id === id && together(earlier.node, node));
      if (other === undefined) return [];
      return [
        {
          path: pointerTo(pointer, 'id'),
          message: `The child "${id}" of ${nameOf(node)} may run together with another "${id}", and would replace it.`,
          mend: 'Give each child an id of its own.',
        },
      ];
    });
  },
};

/** Whether a process may be in both states at once: one encloses the other, or they lie in different regions. */
function together(left: StateNode, right: StateNode): boolean {
  if (isWithin(left, right) || isWithin(right, left)) return true;
  return lineOf(left).find((node) => isWithin(right, node))?.type === 'parallel';
}
