import { listensFor } from '../event-descriptor.ts';
import { invocationsOf } from '../placed-transition.ts';
import type { Rule } from '../rule.ts';
import { sentByChildren } from '../sent-events.ts';
import { lineOf, nameOf, type StateNode } from '../state-tree.ts';
import { waitingStates } from '../waiting-states.ts';

export const nobodyResponsible: Rule = {
  code: 'nobody-responsible',
  severity: 'warning',
  about: 'A process may wait in a state without a deadline and without anybody who must act.',
  find: (subject) => {
    const fromChildren = [...sentByChildren(subject)];
    return waitingStates(subject)
      .filter((node) => !lineOf(node).some((state) => isLookedAfter(state, fromChildren)))
      .map((node) => ({
        path: node.pointer,
        message: `In ${nameOf(node)} the process waits, with no deadline and nobody responsible.`,
        mend: 'Name roles in `meta.responsible`, set a deadline in `after`, or say in `meta.resting` why nobody need act.',
      }));
  },
};

function isLookedAfter(node: StateNode, fromChildren: readonly string[]): boolean {
  const { after, meta, on } = node.config;
  return (
    Object.keys(after ?? {}).length > 0 ||
    (meta?.responsible ?? []).length > 0 ||
    meta?.resting !== undefined ||
    invocationsOf(node).length > 0 ||
    Object.keys(on ?? {}).some((descriptor) =>
      fromChildren.some((type) => listensFor(descriptor, type)),
    )
  );
}
