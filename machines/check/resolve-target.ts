import type { StateNode, StateTree } from './state-tree.ts';

/** The state that a transition's target means: `sibling`, `sibling.child`, `.child` or `#id.child`. */
export function resolveTarget(
  tree: StateTree,
  from: StateNode,
  target: string,
): StateNode | undefined {
  if (target.startsWith('#')) return byId(tree, target);
  if (target.startsWith('.')) return byPath(from, keysOf(target.slice(1)));
  return from.parent === undefined ? undefined : byPath(from.parent, keysOf(target));
}

/** The state that `stateIn` names: `#id`, or a path from the root. */
export function resolveStateIn(tree: StateTree, state: string): StateNode | undefined {
  return state.startsWith('#') ? byId(tree, state) : byPath(tree.root, keysOf(state));
}

/** What a history state leads to when there is nothing to remember. */
export function historyDefault(tree: StateTree, node: StateNode): StateNode | undefined {
  const { parent, config } = node;
  if (parent === undefined) return undefined;
  if (config.target !== undefined) {
    return config.target.startsWith('#')
      ? byId(tree, config.target)
      : byPath(parent, keysOf(config.target));
  }
  return parent.type === 'parallel' ? parent : initialOf(parent);
}

/** The state that a compound state begins in. */
export function initialOf(node: StateNode): StateNode | undefined {
  const { initial } = node.config;
  const key = typeof initial === 'object' ? initial.target : initial;
  return node.children.find((child) => child.key === key);
}

function byId(tree: StateTree, target: string): StateNode | undefined {
  const [first = '', ...keys] = keysOf(target);
  const node = tree.nodes.findLast(({ id }) => id === first.slice(1));
  return node === undefined ? undefined : byPath(node, keys);
}

function byPath(from: StateNode, keys: readonly string[]): StateNode | undefined {
  return keys.reduce<StateNode | undefined>(
    (node, key) => node?.children.find((child) => child.key === key),
    from,
  );
}

/** XState splits at dots; a backslash keeps one. */
function keysOf(path: string): string[] {
  return path.split(/(?<!\\)\./).map((key) => key.replaceAll(/\\(.)/gs, '$1'));
}
