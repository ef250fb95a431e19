import { immediateSteps } from './immediate-steps.ts';
import { passesAtOnce } from './reachable-states.ts';
import type { StateNode } from './state-tree.ts';
import type { Subject } from './subject.ts';

/** The innermost states in which a process may come to rest between two facts, ends not among them. */
export function waitingStates(subject: Subject): StateNode[] {
  return subject.tree.nodes.filter(
    (node) =>
      node.type === 'atomic' &&
      subject.reachable.has(node) &&
      !passesAtOnce(node) &&
      immediateSteps(subject, node).length === 0,
  );
}
