import type { Rule } from '../rule.ts';
import { nameOf } from '../state-tree.ts';

export const unreachableState: Rule = {
  code: 'unreachable-state',
  severity: 'warning',
  about: 'No way leads to a state.',
  find: ({ tree, reachable }) =>
    tree.nodes
      // Of a part that cannot be reached, the outermost state says it all; an unused history is no state to be in.
      .filter(
        (node) => !reachable.has(node) && (node.parent === undefined || reachable.has(node.parent)),
      )
      .map((node) => ({
        path: node.pointer,
        message: `No process can ever come to ${nameOf(node)}: nothing leads there.`,
        mend: 'Add a transition to it, or remove it.',
      })),
};
