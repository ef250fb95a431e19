import type { AnyActorLogic } from 'xstate';
import type { CustomAction } from './code-machine.ts';

type Config = Readonly<Record<string, unknown>>;

/** A machine's configuration in which everything that acts outside has a name, and what the new names stand for. */
export interface NamedLogic {
  readonly config: Config;
  readonly actors: Map<string, AnyActorLogic>;
  readonly actions: Map<string, CustomAction>;
  /** XState's own `spawnChild` actions, to be looked at before the machine is accepted. */
  readonly spawns: { readonly place: string; readonly src: unknown; readonly id: unknown }[];
}

/**
 * Names actors and actions that are written in place after the place they stand in, so that the interpreter can ask the worker for
 * them. Guards, assigns and XState's other actions stay as they are.
 */
export function nameInlineLogic(config: Config): NamedLogic {
  const named: NamedLogic = { config, actors: new Map(), actions: new Map(), spawns: [] };
  return { ...named, config: new Naming(named).node(config, '') };
}

/** Whether a function is one of XState's own actions, such as `assign(...)`. */
export function isBuiltIn(action: object): boolean {
  return 'resolve' in action;
}

class Naming {
  private readonly named: NamedLogic;

  constructor(named: NamedLogic) {
    this.named = named;
  }

  node(node: Config, path: string): Config {
    const place = (key: string): string => (path === '' ? key : `${path}.${key}`);
    return {
      ...node,
      ...convert(node, 'entry', (value) => this.actions(value, place('entry'))),
      ...convert(node, 'exit', (value) => this.actions(value, place('exit'))),
      ...convert(node, 'always', (value) => this.transitions(value, place('always'))),
      ...convert(node, 'onDone', (value) => this.transitions(value, place('onDone'))),
      ...convert(node, 'on', (value) => this.table(value, place('on'))),
      ...convert(node, 'after', (value) => this.table(value, place('after'))),
      ...convert(node, 'initial', (value) => this.transition(value, place('initial'))),
      ...convert(node, 'invoke', (value) =>
        list(value).map((item, index) => this.invoke(item, `${place('invoke')}.${index}`)),
      ),
      ...convert(node, 'states', (value) =>
        mapValues(value as Config, (child, key) => this.node(child as Config, place(key))),
      ),
    };
  }

  private invoke(value: unknown, place: string): unknown {
    const invoke = value as Config;
    const { src } = invoke;
    if (typeof src !== 'string') this.named.actors.set(place, src as AnyActorLogic);
    return {
      ...invoke,
      src: typeof src === 'string' ? src : place,
      ...Object.fromEntries(
        ['onDone', 'onError', 'onSnapshot'].flatMap((key) =>
          invoke[key] === undefined
            ? []
            : [[key, this.transitions(invoke[key], `${place}.${key}`)]],
        ),
      ),
    };
  }

  private table(value: unknown, place: string): unknown {
    return mapValues(value as Config, (item, key) => this.transitions(item, `${place}.${key}`));
  }

  private transitions(value: unknown, place: string): unknown {
    return Array.isArray(value)
      ? value.map((item: unknown, index) => this.transition(item, `${place}.${index}`))
      : this.transition(value, place);
  }

  private transition(value: unknown, place: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    const transition = value as Config;
    return {
      ...transition,
      ...convert(transition, 'actions', (actions) => this.actions(actions, `${place}.actions`)),
    };
  }

  private actions(value: unknown, place: string): unknown {
    return list(value).map((action, index) => this.action(action, `${place}.${index}`));
  }

  private action(action: unknown, place: string): unknown {
    if (typeof action !== 'function') return action;
    if (!isBuiltIn(action)) {
      this.named.actions.set(place, action as CustomAction);
      return { type: place };
    }
    if ('src' in action && 'type' in action && action.type === 'xstate.spawnChild')
      this.named.spawns.push({
        place,
        src: action.src,
        id: 'id' in action ? action.id : undefined,
      });
    return action;
  }
}

function convert(node: Config, key: string, change: (value: unknown) => unknown): Config {
  return node[key] === undefined ? {} : { [key]: change(node[key]) };
}

function mapValues(table: Config, change: (value: unknown, key: string) => unknown): Config {
  return Object.fromEntries(Object.entries(table).map(([key, value]) => [key, change(value, key)]));
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [value];
}
