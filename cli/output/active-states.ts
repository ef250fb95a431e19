import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { Json } from '../../contracts/json.ts';

/** A state that is active, with its place in the machine's configuration when that is known. */
export interface ActiveState {
  readonly key: string;
  readonly node: StateNodeConfig | undefined;
  readonly children: readonly ActiveState[];
}

/** The active states of a state value, in their author's order, nested as in the machine: `"open"`, `{ open: "waiting" }`, several for parallel ones. */
export function activeStates(value: Json, machine: StateNodeConfig | undefined): ActiveState[] {
  if (typeof value === 'string') return [stateOf(value, null, machine)];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const written = Object.keys(machine?.states ?? {});
  return Object.entries(value)
    .sort(([one], [other]) => written.indexOf(one) - written.indexOf(other))
    .map(([key, inner]) => stateOf(key, inner, machine));
}

function stateOf(key: string, inner: Json, parent: StateNodeConfig | undefined): ActiveState {
  const node =
    parent?.states !== undefined && Object.hasOwn(parent.states, key)
      ? parent.states[key]
      : undefined;
  return { key, node, children: activeStates(inner, node) };
}

/** The innermost active states as paths of keys. */
export function innermost(states: readonly ActiveState[]): string[][] {
  return states.flatMap(({ key, children }) =>
    children.length === 0 ? [[key]] : innermost(children).map((path) => [key, ...path]),
  );
}

/** Those that say the stage where the machine names stages; all of them where it does not. */
export function telling(states: readonly ActiveState[]): readonly ActiveState[] {
  const staged = states.filter(saysStage);
  return staged.length === 0 ? states : staged;
}

function saysStage({ node, children }: ActiveState): boolean {
  return node?.meta?.stage !== undefined || children.some(saysStage);
}

/** Every active state as its path, keys joined with dots. */
export function activePaths(value: Json): string[] {
  const walk = (states: readonly ActiveState[], before: string): string[] =>
    states.flatMap(({ key, children }) => {
      const path = before === '' ? key : `${before}.${key}`;
      return [path, ...walk(children, path)];
    });
  return walk(activeStates(value, undefined), '');
}
