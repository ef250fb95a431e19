import type { TransitionConfig, Transitions } from '../../contracts/definition/state-node.ts';
import { pointerTo } from './json-pointer.ts';
import { resolveTarget } from './resolve-target.ts';
import type { StateNode, StateTree } from './state-tree.ts';

/** What makes a transition happen. `name` of it: the event, the delay or the invocation. */
type Trigger =
  'event' | 'always' | 'delay' | 'stateDone' | 'childDone' | 'childError' | 'childSnapshot';

/** A transition with its place. */
export interface PlacedTransition {
  readonly node: StateNode;
  readonly trigger: Trigger;
  readonly name: string;
  readonly config: TransitionConfig;
  readonly pointer: string;
  /** True when one before it in its list has no guard, so that this one is never taken. */
  readonly shadowed: boolean;
}

/** Every transition that a state itself has. */
export function transitionsOf(node: StateNode): PlacedTransition[] {
  const { on, after, always, onDone } = node.config;
  const place = (
    trigger: Trigger,
    name: string,
    value: Transitions | undefined,
    pointer: string,
  ): PlacedTransition[] => placed(node, trigger, name, value, pointer);
  return [
    ...Object.entries(on ?? {}).flatMap(([event, value]) =>
      place('event', event, value, pointerTo(node.pointer, 'on', event)),
    ),
    ...place('always', 'always', always, pointerTo(node.pointer, 'always')),
    ...Object.entries(after ?? {}).flatMap(([delay, value]) =>
      place('delay', delay, value, pointerTo(node.pointer, 'after', delay)),
    ),
    ...place('stateDone', 'onDone', onDone, pointerTo(node.pointer, 'onDone')),
    ...invocationsOf(node).flatMap(({ config, pointer }) => [
      ...place('childDone', config.id, config.onDone, pointerTo(pointer, 'onDone')),
      ...place('childError', config.id, config.onError, pointerTo(pointer, 'onError')),
      ...place('childSnapshot', config.id, config.onSnapshot, pointerTo(pointer, 'onSnapshot')),
    ]),
  ];
}

/** The children that a state invokes, with their places. */
export function invocationsOf(
  node: StateNode,
): { config: Exclude<NonNullable<StateNode['config']['invoke']>, unknown[]>; pointer: string }[] {
  const { invoke } = node.config;
  const pointer = pointerTo(node.pointer, 'invoke');
  if (invoke === undefined) return [];
  if (!Array.isArray(invoke)) return [{ config: invoke, pointer }];
  return invoke.map((config, index) => ({ config, pointer: pointerTo(pointer, index) }));
}

/** Names of the states that a transition leads to, with their places. */
export function targetsOf({
  config,
  pointer,
}: PlacedTransition): { target: string; pointer: string }[] {
  const { target } = config;
  if (target === undefined) return [];
  const place = pointerTo(pointer, 'target');
  if (typeof target === 'string') return [{ target, pointer: place }];
  return target.map((item, index) => ({ target: item, pointer: pointerTo(place, index) }));
}

/** The states that a transition leads to; those that do not exist are left out. */
export function targetNodes(tree: StateTree, transition: PlacedTransition): StateNode[] {
  return targetsOf(transition).flatMap(
    ({ target }) => resolveTarget(tree, transition.node, target) ?? [],
  );
}

function placed(
  node: StateNode,
  trigger: Trigger,
  name: string,
  value: Transitions | undefined,
  pointer: string,
): PlacedTransition[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) {
    const config = typeof value === 'string' ? { target: value } : value;
    return [{ node, trigger, name, config, pointer, shadowed: false }];
  }
  const first = value.findIndex(({ guard }) => guard === undefined);
  return value.map((config, index) => ({
    node,
    trigger,
    name,
    config,
    pointer: pointerTo(pointer, index),
    shadowed: first !== -1 && index > first,
  }));
}
