import type { AnyMachineSnapshot, ExecutableActionObject } from 'xstate';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Effect } from '../../contracts/effect.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { Invocation, ProcessState, Timer } from '../../contracts/process-state.ts';
import type { Program } from '../program.ts';
import { effectsOf, type EffectState } from './effects-of.ts';
import { refuseBrokenConfiguration } from './refuse-broken-configuration.ts';
import { persist } from './snapshot.ts';

/** The parts of a state that its hash covers. */
export type StateBody = Pick<ProcessState, 'snapshot' | 'timers' | 'invocations' | 'suspension'>;

export function stateHash(body: StateBody): string {
  const { snapshot, timers, invocations, suspension } = body;
  return contentHash({ snapshot, timers, invocations, suspension });
}

/** A state before its entry is written: `seq`, `head` and `stateHash` are still those of the entry before. */
export interface Moved {
  readonly state: ProcessState;
  readonly effects: Effect[];
}

/** The process after a transition of its machine: effects in order, timers and invocations kept in step with them. */
export function moved(
  program: Program,
  before: ProcessState,
  fact: Fact,
  snapshot: AnyMachineSnapshot,
  actions: readonly ExecutableActionObject[],
): Moved {
  const bookkeeping: EffectState = {
    at: Date.parse(fact.at),
    seq: before.seq + 1,
    scope: program.scope,
    timers: new Map(before.timers.map((timer) => [timer.id, timer.generation])),
    invocations: new Map(
      before.invocations.map((invocation) => [invocation.id, invocation.generation]),
    ),
    generation: before.generation,
  };
  refuseBrokenConfiguration(snapshot);
  const effects = effectsOf(actions, bookkeeping);
  const persisted: JsonObject = persist(program, snapshot);
  const after: ProcessState = {
    ...before,
    snapshot: persisted,
    generation: bookkeeping.generation,
    timers: timersAfter(before.timers, effects, fact.at),
    invocations: invocationsAfter(before.invocations, effects),
  };
  return persisted['status'] === 'active' ? { state: after, effects } : ended(after, effects);
}

/** XState cancels no delayed event of a machine that has ended, so we do: nothing fires in a closed process. */
function ended(state: ProcessState, effects: Effect[]): Moved {
  const rest: Effect[] = [
    ...state.timers.map(({ id, generation }) => ({ kind: 'cancel' as const, id, generation })),
    ...state.invocations.map(({ id, generation }) => ({ kind: 'stop' as const, id, generation })),
  ];
  return { state: { ...state, timers: [], invocations: [] }, effects: [...effects, ...rest] };
}

function timersAfter(timers: readonly Timer[], effects: readonly Effect[], at: string): Timer[] {
  let result = [...timers];
  for (const effect of effects) {
    if (effect.kind === 'cancel')
      result = result.filter((timer) => timer.generation !== effect.generation);
    if (effect.kind !== 'arm') continue;
    const { kind: _kind, ...armed } = effect;
    // Arming an id again replaces the earlier timer.
    result = [...result.filter((timer) => timer.id !== effect.id), { ...armed, armedAt: at }];
  }
  return result;
}

function invocationsAfter(
  invocations: readonly Invocation[],
  effects: readonly Effect[],
): Invocation[] {
  let result = [...invocations];
  for (const effect of effects) {
    if (effect.kind === 'stop')
      result = result.filter((item) => item.generation !== effect.generation);
    if (effect.kind !== 'invoke') continue;
    const { kind: _kind, ...running } = effect;
    result = [...result.filter((item) => item.id !== effect.id), running];
  }
  return result;
}
