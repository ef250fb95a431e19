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

/** XState's actions as effects, in XState's order. `state` is updated as the effects come. */
export function effectsOf(
  actions: readonly ExecutableActionObject[],
  state: EffectState,
): Effect[] {
  return withoutEmptyPairs(actions.flatMap((action, index) => effectOf(action, index, state)));
}

function effectOf(action: ExecutableActionObject, index: number, state: EffectState): Effect[] {
  // XState's action parameters are untyped here; their shapes are those of XState 5.33 and are held by the tests.
  const params = action.params as Record<string, unknown> | undefined;
  switch (action.type) {
    case 'xstate.raise':
      // Without a delay XState has already consumed the event in this very step.
      return typeof params?.['delay'] === 'number' ? arm(params, index, state) : [];
    case 'xstate.cancel':
      return cancel(String(params?.['sendId']), state);
    case 'xstate.spawnChild':
      return invoke(params ?? {}, state);
    case 'xstate.stopChild':
      return stop(params?.['id'], state);
    case 'xstate.sendTo':
      if (addressee(params?.['to'] as AnyActorRef | undefined) === noParentId) return [];
      return typeof params?.['delay'] === 'number'
        ? arm(params, index, state)
        : send(params ?? {}, state);
    case 'xstate.emit':
      return [{ kind: 'emit', event: recorded(params?.['event']) }];
    case 'xstate.log':
      return [{ kind: 'log', ...label(params?.['label']), value: json(params?.['value']) }];
    default:
      return [
        {
          kind: 'effect',
          type: action.type,
          ...(params === undefined ? {} : { params: json(params) }),
        },
      ];
  }
}

function arm(params: Record<string, unknown>, index: number, state: EffectState): Effect[] {
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
  const to = addressee(params['to'] as AnyActorRef | undefined);
  return [
    {
      kind: 'arm',
      id,
      generation,
      event: recorded(params['event']),
      ...(to === undefined || to === selfId ? {} : { to }),
      ...(rule === undefined ? { dueAt: new Date(state.at + delay).toISOString() } : { rule }),
    },
  ];
}

function cancel(id: string, state: EffectState): Effect[] {
  const generation = state.timers.get(id);
  if (generation === undefined) return [];
  state.timers.delete(id);
  return [{ kind: 'cancel', id, generation }];
}

function invoke(params: Record<string, unknown>, state: EffectState): Effect[] {
  const ref = params['actorRef'] as AnyActorRef | undefined;
  if (ref === undefined)
    throw new Error(`There is no machine or activity "${String(params['src'])}" to start.`);
  const generation = (state.generation += 1);
  state.invocations.set(ref.id, generation);
  const input = json(params['input']);
  return [
    {
      kind: 'invoke',
      id: ref.id,
      generation,
      src: String(params['src']),
      ...(input === undefined ? {} : { input }),
    },
  ];
}

function stop(id: unknown, state: EffectState): Effect[] {
  if (typeof id !== 'string') return [];
  const generation = state.invocations.get(id);
  if (generation === undefined) return [];
  state.invocations.delete(id);
  return [{ kind: 'stop', id, generation }];
}

function send(params: Record<string, unknown>, state: EffectState): Effect[] {
  const to = addressee(params['to'] as AnyActorRef | undefined) ?? selfId;
  const generation = state.invocations.get(to);
  return [
    {
      kind: 'send',
      to,
      ...(generation === undefined ? {} : { generation }),
      event: recorded(params['event']),
    },
  ];
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
