import type { Definition } from '../../contracts/definition/definition.ts';
import { isExpression } from '../../contracts/definition/expression.ts';
import type { ActionRef } from '../../contracts/definition/state-node.ts';
import { GuardRef } from '../../contracts/definition/state-node.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import { pointerTo } from './json-pointer.ts';
import { anyEvent, atStart, never, type Occasion } from './occasion.ts';
import type { Logic, Purpose } from './placed-logic.ts';
import { invocationsOf, transitionsOf } from './placed-transition.ts';
import type { StateNode, StateTree } from './state-tree.ts';

/** Every guard, action and expression of a definition (not of its children), with its place and occasion. */
export function collectLogic(definition: Definition, tree: StateTree): Logic {
  const collector = new Collector(definition);
  for (const name of Object.keys(definition.guards ?? {})) collector.namedGuard(name, never, []);
  for (const name of Object.keys(definition.actions ?? {})) collector.namedAction(name, never);
  for (const name of Object.keys(definition.delays ?? {})) collector.namedDelay(name);
  const { context } = tree.root.config;
  if (context !== undefined)
    collector.template(context, pointerTo('/machine', 'context'), atStart, 'value');
  for (const node of tree.nodes) collectState(node, collector);
  return collector.logic;
}

function collectState(node: StateNode, collector: Collector): void {
  const { entry, exit, initial, output } = node.config;
  collector.actions(entry, pointerTo(node.pointer, 'entry'), anyEvent);
  collector.actions(exit, pointerTo(node.pointer, 'exit'), anyEvent);
  if (typeof initial === 'object')
    collector.actions(initial.actions, pointerTo(node.pointer, 'initial', 'actions'), anyEvent);
  if (output !== undefined)
    collector.template(output, pointerTo(node.pointer, 'output'), anyEvent, 'value');
  for (const { config, pointer } of invocationsOf(node)) {
    if (config.input !== undefined)
      collector.template(config.input, pointerTo(pointer, 'input'), anyEvent, 'value');
  }
  for (const transition of transitionsOf(node)) {
    const { config, pointer, trigger } = transition;
    const occasion: Occasion = trigger === 'always' ? anyEvent : { kind: 'transition', transition };
    if (config.guard !== undefined)
      collector.guard(config.guard, pointerTo(pointer, 'guard'), occasion, []);
    collector.actions(config.actions, pointerTo(pointer, 'actions'), occasion);
  }
}

class Collector {
  readonly logic: Logic = { guards: [], actions: [], expressions: [] };
  private readonly definition: Definition;

  constructor(definition: Definition) {
    this.definition = definition;
  }

  guard(ref: GuardRef, pointer: string, occasion: Occasion, through: readonly string[]): void {
    const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
    this.template(params, pointerTo(pointer, 'params'), occasion, 'guardParameter');
    if (Object.hasOwn(this.definition.guards ?? {}, type) && !through.includes(type)) {
      this.logic.guards.push({ type, params, pointer, occasion, through });
      this.namedGuard(type, occasion, [...through, type], params);
    } else this.plainGuard(type, params, pointer, occasion, through);
  }

  namedGuard(
    name: string,
    occasion: Occasion,
    through: readonly string[],
    given?: JsonObject,
  ): void {
    const guard = this.definition.guards?.[name];
    if (guard === undefined) return;
    const pointer = pointerTo('/guards', name);
    if ('@expr' in guard) {
      const { title: _title, ...expression } = guard;
      this.logic.expressions.push({ expression, pointer, occasion, purpose: 'guard' });
      return;
    }
    const chain = through.includes(name) ? through : [...through, name];
    this.template(guard.params, pointerTo(pointer, 'params'), occasion, 'guardParameter');
    const { type } = guard;
    const params =
      guard.params === undefined && given === undefined ? undefined : { ...guard.params, ...given };
    if (Object.hasOwn(this.definition.guards ?? {}, type) && !chain.includes(type)) {
      this.logic.guards.push({ type, params, pointer, occasion, through: chain });
      this.namedGuard(type, occasion, [...chain, type], params);
    } else this.plainGuard(type, params, pointer, occasion, chain);
  }

  actions(refs: ActionRef | ActionRef[] | undefined, pointer: string, occasion: Occasion): void {
    if (refs === undefined) return;
    if (!Array.isArray(refs)) this.action(refs, pointer, occasion);
    else
      refs.forEach((ref, index) => {
        this.action(ref, pointerTo(pointer, index), occasion);
      });
  }

  namedAction(name: string, occasion: Occasion): void {
    const parts = this.definition.actions?.[name];
    if (parts === undefined) return;
    const pointer = pointerTo('/actions', name);
    if (!Array.isArray(parts)) this.plainAction(parts, pointer, occasion, true);
    else
      parts.forEach((part, index) => {
        this.plainAction(part, pointerTo(pointer, index), occasion, true);
      });
  }

  namedDelay(name: string): void {
    const delay = this.definition.delays?.[name];
    if (delay !== undefined) this.delay(delay as Json, pointerTo('/delays', name), anyEvent);
  }

  template(value: Json | undefined, pointer: string, occasion: Occasion, purpose: Purpose): void {
    if (typeof value !== 'object' || value === null) return;
    if (isExpression(value)) {
      this.logic.expressions.push({ expression: value, pointer, occasion, purpose });
      return;
    }
    for (const [key, item] of Object.entries(value))
      this.template(item, pointerTo(pointer, key), occasion, purpose);
  }

  private action(ref: ActionRef, pointer: string, occasion: Occasion): void {
    const { type, params } = typeof ref === 'string' ? { type: ref, params: undefined } : ref;
    if (Object.hasOwn(this.definition.actions ?? {}, type)) {
      this.logic.actions.push({ type, params, pointer, occasion, part: false });
      this.namedAction(type, occasion);
    } else this.plainAction({ type, params }, pointer, occasion, false);
  }

  private plainAction(
    { type, params }: { type: string; params?: JsonObject | undefined },
    pointer: string,
    occasion: Occasion,
    part: boolean,
  ): void {
    this.logic.actions.push({ type, params, pointer, occasion, part });
    const { delay, ...others } = params ?? {};
    this.template(others, pointerTo(pointer, 'params'), occasion, 'value');
    if (delay !== undefined) this.delay(delay, pointerTo(pointer, 'params', 'delay'), occasion);
  }

  private plainGuard(
    type: string,
    params: JsonObject | undefined,
    pointer: string,
    occasion: Occasion,
    through: readonly string[],
  ): void {
    this.logic.guards.push({ type, params, pointer, occasion, through });
    const nested = type === 'not' ? [params?.['guard']] : (params?.['guards'] ?? []);
    if (!['and', 'or', 'not'].includes(type) || !Array.isArray(nested)) return;
    (nested as Json[]).forEach((ref, index) => {
      const parsed = GuardRef.safeParse(ref);
      const place = type === 'not' ? ['guard'] : ['guards', index];
      if (parsed.success)
        this.guard(parsed.data, pointerTo(pointer, 'params', ...place), occasion, through);
    });
  }

  private delay(value: Json, pointer: string, occasion: Occasion): void {
    if (typeof value !== 'object' || value === null) return;
    if (isExpression(value)) {
      this.template(value, pointer, occasion, 'delay');
      return;
    }
    const { from, plus, minus } = value as JsonObject;
    this.template(from, pointerTo(pointer, 'from'), occasion, 'instant');
    this.template(plus, pointerTo(pointer, 'plus'), occasion, 'duration');
    this.template(minus, pointerTo(pointer, 'minus'), occasion, 'duration');
  }
}
