import { targetNodes, transitionsOf } from './placed-transition.ts';
import { historyDefault, initialOf } from './resolve-target.ts';
import { lineOf, type StateNode, type StateTree } from './state-tree.ts';
import type { Subject } from './subject.ts';

/**
 * Where the process certainly goes in the very step that enters a state: by an `always` without a guard, or by an event that the
 * state raises on entry and takes without a guard. Nothing when a guard has a say.
 */
export function immediateSteps({ tree, actions }: Subject, node: StateNode): StateNode[] {
  if (node.type === 'final') return fromEnd(tree, node);
  if (node.type !== 'atomic') return [];
  for (const state of lineOf(node)) {
    const [first] = transitionsOf(state).filter(({ trigger }) => trigger === 'always');
    if (first === undefined) continue;
    if (first.config.guard !== undefined) return [];
    const targets = targetNodes(tree, first);
    return targets.length === 0 ? [node] : targets.flatMap((target) => leavesOf(tree, target));
  }
  const raised = actions.flatMap(({ type, params, pointer }) => {
    const event = params?.['event'] as { type?: unknown } | undefined;
    const onEntry =
      pointer === `${node.pointer}/entry` || pointer.startsWith(`${node.pointer}/entry/`);
    return type === 'raise' && onEntry && params?.['delay'] === undefined ? [event?.type] : [];
  });
  return raised.flatMap((type) => takenAtOnce(tree, node, type));
}

function takenAtOnce(tree: StateTree, node: StateNode, event: unknown): StateNode[] {
  for (const state of lineOf(node)) {
    const [first] = transitionsOf(state).filter(
      ({ trigger, name }) => trigger === 'event' && name === event,
    );
    if (first === undefined) continue;
    if (first.config.guard !== undefined) return [];
    return targetNodes(tree, first).flatMap((target) => leavesOf(tree, target));
  }
  return [];
}

/** The end of a compound state is the beginning of what its `onDone` leads to. */
function fromEnd(tree: StateTree, { parent }: StateNode): StateNode[] {
  if (parent?.type !== 'compound') return [];
  const [first] = transitionsOf(parent).filter(({ trigger }) => trigger === 'stateDone');
  if (first === undefined || first.config.guard !== undefined) return [];
  return targetNodes(tree, first).flatMap((target) => leavesOf(tree, target));
}

/** The innermost states that are entered with a state. */
function leavesOf(tree: StateTree, node: StateNode, seen: readonly StateNode[] = []): StateNode[] {
  if (seen.includes(node)) return [];
  const inner =
    node.type === 'parallel'
      ? node.children.filter(({ type }) => type !== 'history')
      : [node.type === 'history' ? historyDefault(tree, node) : initialOf(node)];
  const known = inner.filter((child) => child !== undefined);
  return known.length === 0
    ? [node]
    : known.flatMap((child) => leavesOf(tree, child, [...seen, node]));
}
