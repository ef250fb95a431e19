import type { StateNodeConfig, TransitionConfig } from '../../contracts/definition/state-node.ts';

type Config = Readonly<Record<string, unknown>>;

/** The states of a code machine and where its transitions lead, for people to read. What happens on the way stays in the code. */
export function stateOutline(node: Config): StateNodeConfig {
  const { type, history, target, initial, states, on, after, always, onDone, tags, description } =
    node;
  return {
    ...given('type', type),
    ...given('history', typeof history === 'string' ? history : undefined),
    ...given('target', typeof target === 'string' ? target : undefined),
    ...given('initial', typeof initial === 'object' ? targetOf(initial) : initial),
    ...given('tags', tags === undefined ? undefined : [tags].flat()),
    ...given('description', description),
    ...given('on', table(on)),
    ...given('after', table(after)),
    ...given('always', always === undefined ? undefined : transitions(always)),
    ...given('onDone', onDone === undefined ? undefined : transitions(onDone)),
    ...given(
      'states',
      states === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(states as Config).map(([key, child]) => [
              key,
              stateOutline(child as Config),
            ]),
          ),
    ),
  };
}

function table(value: unknown): Record<string, TransitionConfig[]> | undefined {
  if (value === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(value as Config).map(([key, item]) => [key, transitions(item)]),
  );
}

function transitions(value: unknown): TransitionConfig[] {
  return [value].flat().map((item) => {
    const { guard } = (typeof item === 'object' && item !== null ? item : {}) as Config;
    return { ...given('target', targetOf(item)), ...given('guard', nameOf(guard)) };
  });
}

function targetOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return (value as Config)['target'];
}

function nameOf(guard: unknown): unknown {
  if (typeof guard === 'object' && guard !== null) return (guard as Config)['type'];
  return typeof guard === 'function' ? guard.name || 'guard' : guard;
}

function given(key: string, value: unknown): Config {
  return value === undefined ? {} : { [key]: value };
}
