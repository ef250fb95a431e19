import type { Definition } from '../../contracts/definition/definition.ts';
import { collectLogic } from './collect-logic.ts';
import type { Logic } from './placed-logic.ts';
import { transitionsOf, type PlacedTransition } from './placed-transition.ts';
import { statesFrom } from './reachable-states.ts';
import { stateTree, type StateNode, type StateTree } from './state-tree.ts';

/** A definition laid out for the rules: its states, transitions and logic with their places, and its children likewise. */
export interface Subject extends Logic {
  readonly definition: Definition;
  readonly tree: StateTree;
  readonly transitions: readonly PlacedTransition[];
  readonly reachable: ReadonlySet<StateNode>;
  readonly children: ReadonlyMap<string, Subject>;
}

export function subjectOf(definition: Definition): Subject {
  const tree = stateTree(definition.machine, definition.id);
  return {
    definition,
    tree,
    transitions: tree.nodes.flatMap(transitionsOf),
    reachable: statesFrom(tree, [tree.root]),
    children: new Map(
      Object.entries(definition.machines ?? {}).map(([name, child]) => [name, subjectOf(child)]),
    ),
    ...collectLogic(definition, tree),
  };
}
