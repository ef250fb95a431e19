import type { Definition } from '../../contracts/definition/definition.ts';
import { targetNodes, transitionsOf, type PlacedTransition } from './placed-transition.ts';
import { historyDefault, initialOf } from './resolve-target.ts';
import { isWithin, lineOf, stateTree, type StateNode, type StateTree } from './state-tree.ts';

/**
 * Paths (`stage.step`) of the states that a process may come to, guards aside: every guard may pass, every event may come, every
 * child may end. What is not among them can never be entered. The root's path is empty.
 */
export function reachableStates(definition: Definition): Set<string> {
  const tree = stateTree(definition.machine, definition.id);
  return new Set([...statesFrom(tree, [tree.root])].map(({ path }) => path));
}

/** The states that may be entered once `starts` are, those included. */
export function statesFrom(tree: StateTree, starts: readonly StateNode[]): Set<StateNode> {
  const walk = new Walk(tree);
  starts.forEach((start) => {
    walk.enter([start], undefined);
  });
  let before = -1;
  // A state's end may come to be known only after the state, so we look again until nothing is new.
  while (before < walk.entered.size) {
    before = walk.entered.size;
    for (const node of walk.entered) {
      for (const transition of takenFrom(node)) {
        if (transition.trigger === 'stateDone' && !canEnd(node, walk.entered)) continue;
        const targets = targetNodes(tree, transition);
        walk.enter(targets, domainOf(transition, targets));
      }
    }
  }
  return walk.entered;
}

class Walk {
  readonly entered = new Set<StateNode>();
  private readonly begun = new Set<StateNode>();
  private readonly tree: StateTree;

  constructor(tree: StateTree) {
    this.tree = tree;
  }

  /** Enters the states that a transition names; those around them too, with their other regions, as far as `domain`. */
  enter(targets: readonly StateNode[], domain: StateNode | undefined): void {
    for (const target of targets) {
      this.begin(target, domain);
      for (let inner = target; inner !== domain && inner.parent !== undefined;) {
        this.entered.add(inner.parent);
        if (inner.parent.type === 'parallel') this.beginRegions(inner.parent, targets, domain);
        inner = inner.parent;
      }
    }
  }

  /** Enters a state at its beginning. */
  private begin(node: StateNode, domain: StateNode | undefined): void {
    if (this.begun.has(node)) return;
    this.begun.add(node);
    this.entered.add(node);
    if (node.type === 'parallel') this.beginRegions(node, [], domain);
    if (node.type === 'history') this.enterIfAny(historyDefault(this.tree, node), domain);
    if (node.type === 'compound') this.enterIfAny(initialOf(node), node);
  }

  private enterIfAny(node: StateNode | undefined, domain: StateNode | undefined): void {
    if (node !== undefined) this.enter([node], domain);
  }

  /** The regions that no target lies in begin at their beginning. */
  private beginRegions(
    parallel: StateNode,
    targets: readonly StateNode[],
    domain: StateNode | undefined,
  ): void {
    for (const region of parallel.children) {
      const named = targets.some((target) => isWithin(target, region));
      if (region.type !== 'history' && !named) this.begin(region, domain);
    }
  }
}

/** The innermost state that a transition does not leave; what lies in it is entered anew. */
function domainOf(
  { node, config }: PlacedTransition,
  targets: readonly StateNode[],
): StateNode | undefined {
  const isInner = targets.every((target) => target !== node && isWithin(target, node));
  if (isInner && config.reenter !== true) return node;
  return lineOf(node)
    .slice(1)
    .find((outer) => targets.every((target) => target !== outer && isWithin(target, outer)));
}

function takenFrom(node: StateNode): PlacedTransition[] {
  if (node.type === 'final' || node.type === 'history') return [];
  const all = transitionsOf(node).filter(({ shadowed }) => !shadowed);
  // A state that is left at once never waits for anything else.
  return node.type === 'atomic' && passesAtOnce(node)
    ? all.filter(({ trigger }) => trigger === 'always')
    : all;
}

/** Whether a state is left in the step that enters it, whatever the context. */
export function passesAtOnce(node: StateNode): boolean {
  return transitionsOf(node).some(
    ({ trigger, config }) => trigger === 'always' && config.guard === undefined,
  );
}

/** Whether a state may come to its own end: a final child, or every region at its end. */
function canEnd(node: StateNode, entered: ReadonlySet<StateNode>): boolean {
  if (node.type === 'parallel')
    return node.children.every((child) => child.type === 'history' || canEnd(child, entered));
  return (
    node.type === 'final' ||
    node.children.some((child) => child.type === 'final' && entered.has(child))
  );
}
