import type { AnyActorRef, ExecutableActionObject } from 'xstate';
import type { Effect } from '../../contracts/effect.ts';
import type { Json } from '../../contracts/json.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';
import { ruleOfDelay, type StepScope } from '../step-scope.ts';
import { noParentId, parentId, selfId } from './actor-scope.ts';

/** What the conversion needs to know of the process, and the counter that it moves on. */
export interface EffectState {
  /** Fact's instant, epoch milliseconds. */
  readonly at: number;
  readonly seq: number;
  readonly scope: StepScope;
  /** Current generation of an armed timer or a running invocation, by id. */
  readonly timers: Map<string, number>;
  readonly invocations: Map<string, number>;
  generation: number;
}

/** An effect, and whom it is for when that is an actor: its generation may only be known once the actor has been started. */
interface Addressed {
  readonly effect: Effect;
  readonly actor?: AnyActorRef;
}

/** XState's actions as effects, in XState's order. `state` is updated as the effects come. */
export function effectsOf(
  actions: readonly ExecutableActionObject[],
  state: EffectState,
): Effect[] {
  const before = new Map(state.invocations);
  const started = new Map<AnyActorRef, number>();
  const effects = actions.flatMap((action, index) => effectOf(action, index, state, started));
  const generationOf = (actor: AnyActorRef): number | undefined =>
    started.get(actor) ?? before.get(actor.id);
  return withoutEmptyPairs(effects.map((item) => address(item, generationOf)));
}

function effectOf(
  action: ExecutableActionObject,
  index: number,
  state: EffectState,
  started: Map<AnyActorRef, number>,
): Addressed[] {
  // XState's action parameters are untyped here; their shapes are those of XState 5.33 and are held by the tests.
  const params = action.params as Record<string, unknown> | undefined;
  switch (action.type) {
    case 'xstate.raise':
      // Without a delay XState has already consumed the event in this very step.
      return typeof params?.['delay'] === 'number' ? arm(params, index, state) : [];
    case 'xstate.cancel':
      return cancel(String(params?.['sendId']), state);
    case 'xstate.spawnChild':
      return invoke(params ?? {}, state, started);
    case 'xstate.stopChild':
      return stop(params?.['id'], state);
    case 'xstate.sendTo':
      if (addressee(params?.['to'] as AnyActorRef | undefined) === noParentId) return [];
      return typeof params?.['delay'] === 'number' ? arm(params, index, state) : send(params ?? {});
    case 'xstate.emit':
      return [{ effect: { kind: 'emit', event: recorded(params?.['event']) } }];
    case 'xstate.log':
      return [
        { effect: { kind: 'log', ...label(params?.['label']), value: json(params?.['value']) } },
      ];
    default: {
      const own = params === undefined ? {} : { params: json(params) };
      return [{ effect: { kind: 'effect', type: action.type, ...own } }];
    }
  }
}

function arm(params: Record<string, unknown>, index: number, state: EffectState): Addressed[] {
  const delay = params['delay'] as number;
  const id = typeof params['id'] === 'string' ? params['id'] : `raise.${state.seq}.${index}`;
  const generation = (state.generation += 1);
  state.timers.set(id, generation);
  const rule = ruleOfDelay(state.scope, delay);
  if (rule === undefined && !(Number.isFinite(delay) && delay >= 0)) {
    throw new Error(
      `The delay of "${id}" is ${delay}; it must be a number of milliseconds from 0.`,
    );
  }
  const actor = params['to'] as AnyActorRef | undefined;
  const to = addressee(actor);
  const effect: Effect = {
    kind: 'arm',
    id,
    generation,
    event: recorded(params['event']),
    ...(to === undefined || to === selfId ? {} : { to }),
    ...(rule === undefined ? { dueAt: new Date(state.at + delay).toISOString() } : { rule }),
  };
  return [actor === undefined ? { effect } : { effect, actor }];
}

function cancel(id: string, state: EffectState): Addressed[] {
  const generation = state.timers.get(id);
  if (generation === undefined) return [];
  state.timers.delete(id);
  return [{ effect: { kind: 'cancel', id, generation } }];
}

function invoke(
  params: Record<string, unknown>,
  state: EffectState,
  started: Map<AnyActorRef, number>,
): Addressed[] {
  const ref = params['actorRef'] as AnyActorRef | undefined;
  if (ref === undefined)
    throw new Error(`There is no machine or activity "${String(params['src'])}" to start.`);
  const generation = (state.generation += 1);
  state.invocations.set(ref.id, generation);
  started.set(ref, generation);
  const input = json(params['input']);
  const own = input === undefined ? {} : { input };
  return [
    { effect: { kind: 'invoke', id: ref.id, generation, src: String(params['src']), ...own } },
  ];
}

function stop(id: unknown, state: EffectState): Addressed[] {
  if (typeof id !== 'string') return [];
  const generation = state.invocations.get(id);
  if (generation === undefined) return [];
  state.invocations.delete(id);
  return [{ effect: { kind: 'stop', id, generation } }];
}

function send(params: Record<string, unknown>): Addressed[] {
  const actor = params['to'] as AnyActorRef | undefined;
  const effect: Effect = {
    kind: 'send',
    to: addressee(actor) ?? selfId,
    event: recorded(params['event']),
  };
  return [actor === undefined ? { effect } : { effect, actor }];
}

/** Names the very actor that is meant: a later one with the same id is another. */
function address(
  { effect, actor }: Addressed,
  generationOf: (actor: AnyActorRef) => number | undefined,
): Effect {
  const generation = actor === undefined ? undefined : generationOf(actor);
  if (generation === undefined) return effect;
  if (effect.kind === 'send') return { ...effect, generation };
  return effect.kind === 'arm' ? { ...effect, toGeneration: generation } : effect;
}

function addressee(ref: AnyActorRef | undefined): string | undefined {
  if (ref === undefined) return undefined;
  return ref.id === parentId ? parentId : ref.id;
}

/** A timer or actor that began and ended within one step never was. */
function withoutEmptyPairs(effects: readonly Effect[]): Effect[] {
  const ended = new Set(
    effects.flatMap((effect) =>
      effect.kind === 'cancel' || effect.kind === 'stop' ? [effect.generation] : [],
    ),
  );
  const begun = new Set(
    effects.flatMap((effect) =>
      effect.kind === 'arm' || effect.kind === 'invoke' ? [effect.generation] : [],
    ),
  );
  return effects.filter((effect) => {
    if (!('generation' in effect) || effect.generation === undefined || effect.kind === 'send')
      return true;
    return !(ended.has(effect.generation) && begun.has(effect.generation));
  });
}

function label(value: unknown): { label?: string } {
  return typeof value === 'string' ? { label: value } : {};
}

/** The type has been checked where the event was made. */
function recorded(event: unknown): RecordedEvent {
  return json(event) as RecordedEvent;
}

function json(value: unknown): Json | undefined {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json);
}
