import { immediateSteps } from '../immediate-steps.ts';
import type { Rule } from '../rule.ts';
import { nameOf, type StateNode } from '../state-tree.ts';

export const endlessLoop: Rule = {
  code: 'endless-loop',
  severity: 'error',
  about: 'States lead into each other at once, without a condition that could ever stop them.',
  find: (subject) =>
    subject.tree.nodes
      .filter((node) => returns(node, (state) => immediateSteps(subject, state)))
      .map((node) => ({
        path: node.pointer,
        message: `${nameOf(node)} is left at once and comes back to itself, for ever.`,
        mend: 'Put a guard on one of the transitions, or wait there for an event or a deadline.',
      })),
};

function returns(start: StateNode, steps: (node: StateNode) => StateNode[]): boolean {
  const seen = new Set<StateNode>();
  const queue = steps(start);
  for (let node = queue.pop(); node !== undefined; node = queue.pop()) {
    if (node === start) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    queue.push(...steps(node));
  }
  return false;
}
