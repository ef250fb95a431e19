import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';

/**
 * XState 5.33 loses active states when a transition inside a parallel state leads to that state's own history. Such a snapshot
 * would mean one thing in memory and another once read back from its JSON, so a process may not go there.
 *
 * @throws Error naming a state that is active without its parent, or that lacks the inner states it must have
 */
export function refuseBrokenConfiguration(snapshot: AnyMachineSnapshot): void {
  const active = new Set(snapshot._nodes);
  for (const node of active) {
    const inner = Object.values(node.states).filter((child) => active.has(child)).length;
    if (inner === innerOf(node) && (node.parent === undefined || active.has(node.parent))) continue;
    throw new Error(
      `XState would leave "${node.id}" without the states around or inside it. Lead to the states themselves rather than to the history of a parallel state from within.`,
    );
  }
}

/** How many of its children are active while it is. */
function innerOf(node: AnyStateNode): number {
  if (node.type === 'compound') return 1;
  if (node.type !== 'parallel') return 0;
  return Object.values(node.states).filter(({ type }) => type !== 'history').length;
}
