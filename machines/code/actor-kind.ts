import type { AnyActorLogic, AnyStateMachine } from 'xstate';

export type ActorKind = 'machine' | 'promise' | 'transition' | 'observable' | 'callback';

/** What kind of actor a logic makes. XState's logics carry no name, so each is known by what it answers. */
export function actorKind(logic: AnyActorLogic): ActorKind {
  if (isMachine(logic)) return 'machine';
  if (logic.start === undefined) return 'transition';
  if (answers(logic, 'xstate.promise.resolve', 'output')) return 'promise';
  return answers(logic, 'xstate.observable.next', 'context') ? 'observable' : 'callback';
}

export function isMachine(logic: AnyActorLogic): logic is AnyStateMachine {
  return 'implementations' in logic && 'root' in logic;
}

function answers(logic: AnyActorLogic, type: string, field: 'output' | 'context'): boolean {
  const probe = {};
  const active = { status: 'active', output: undefined, error: undefined, input: undefined };
  try {
    // Nothing is started: promises and observables only note what they are told.
    const next: unknown = logic.transition(active, { type, data: probe }, {} as never);
    return (next as Record<string, unknown>)[field] === probe;
  } catch {
    // A callback actor looks for the actor it was started as.
    return false;
  }
}
