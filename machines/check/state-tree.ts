import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { pointerTo } from './json-pointer.ts';

/** A state of a definition, with its place among the others. */
export interface StateNode {
  readonly key: string;
  /** Keys from the root joined with dots, as the ledger names states; empty for the root. */
  readonly path: string;
  readonly id: string;
  readonly type: NonNullable<StateNodeConfig['type']>;
  readonly config: StateNodeConfig;
  readonly parent: StateNode | undefined;
  readonly children: readonly StateNode[];
  /** JSON pointer into the definition. */
  readonly pointer: string;
}

export interface StateTree {
  readonly root: StateNode;
  /** Every state, outer ones first, in document order. */
  readonly nodes: readonly StateNode[];
}

/** The states of a machine as XState sees them: ids, types and targets are read by its rules. */
export function stateTree(machine: StateNodeConfig, id: string): StateTree {
  const nodes: StateNode[] = [];
  const rootId = machine.id ?? id;
  const grow = (
    config: StateNodeConfig,
    parent: StateNode | undefined,
    key: string,
    pointer: string,
  ): StateNode => {
    const path = parent === undefined || parent.path === '' ? key : `${parent.path}.${key}`;
    const children: StateNode[] = [];
    const node: StateNode = {
      key,
      path,
      id: config.id ?? (path === '' ? rootId : `${rootId}.${path}`),
      type: typeOf(config),
      config,
      parent,
      children,
      pointer,
    };
    nodes.push(node);
    for (const [childKey, child] of Object.entries(config.states ?? {}))
      children.push(grow(child, node, childKey, pointerTo(pointer, 'states', childKey)));
    return node;
  };
  return { root: grow(machine, undefined, '', '/machine'), nodes };
}

function typeOf(config: StateNodeConfig): StateNode['type'] {
  if (config.type !== undefined) return config.type;
  if (Object.keys(config.states ?? {}).length > 0) return 'compound';
  return config.history === undefined ? 'atomic' : 'history';
}

/** The state itself and all that enclose it, innermost first. */
export function lineOf(node: StateNode): StateNode[] {
  return node.parent === undefined ? [node] : [node, ...lineOf(node.parent)];
}

export function isWithin(node: StateNode, outer: StateNode): boolean {
  return node === outer || (node.parent !== undefined && isWithin(node.parent, outer));
}

/** The state's name for people: its path, or "the process" for the root. */
export function nameOf(node: StateNode): string {
  return node.path === '' ? 'the process itself' : `"${node.path}"`;
}
