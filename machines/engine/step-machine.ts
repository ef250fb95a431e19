import type { AnyMachineSnapshot } from 'xstate';
import { inCanonicalOrder } from '../../contracts/canonical-order.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { createActorScope } from './actor-scope.ts';
import { moved, type Moved } from './next-state.ts';
import { restore } from './snapshot.ts';

/** The machine's first state. The fact's event carries the process's `input`. */
export function startMachine(program: Program, before: ProcessState, fact: Fact): Moved {
  return step(
    program,
    before,
    fact,
    () => undefined,
    (collecting) => {
      const input = inCanonicalOrder(fact.event['input'] ?? {});
      const snapshot = program.machine.getInitialSnapshot(collecting, input);
      if (snapshot.status === 'error') throw snapshot.error;
      return snapshot;
    },
  );
}

/** One event through the machine. The machine sees the event's fields, who sent it (`actor`) and when (`at`). */
export function stepMachine(
  program: Program,
  before: ProcessState,
  fact: Fact,
  event: RecordedEvent,
): Moved {
  return step(
    program,
    before,
    fact,
    (collecting) => restore(program, before.snapshot, collecting),
    (collecting, snapshot) =>
      program.machine.transition(snapshot, machineEvent(program, event, fact), collecting),
  );
}

/** The event as guards and actions see it. A code machine knows nothing of Statehouse and gets what was sent, no more. */
export function machineEvent(
  { code }: Program,
  event: RecordedEvent,
  { at, actor }: Pick<Fact, 'at' | 'actor'>,
): { readonly type: string } {
  const ordered = inCanonicalOrder(event);
  if (code !== undefined) return ordered;
  const withSender = { ...ordered, at, actor };
  return withSender;
}

type Scope = ReturnType<typeof createActorScope>['scope'];

function step<T extends AnyMachineSnapshot | undefined>(
  program: Program,
  before: ProcessState,
  fact: Fact,
  from: (scope: Scope) => T,
  run: (scope: Scope, snapshot: T) => AnyMachineSnapshot,
): Moved {
  const { code } = program;
  program.scope.now = fact.at;
  program.scope.rules = [];
  const { scope, actions } = createActorScope(before.process, before.hasParent);
  try {
    if (code === undefined) return moved(program, before, fact, run(scope, from(scope)), actions);
    code.nameActors(scope, before);
    const { snapshot, taken } = code.within(before, fact.at, () => {
      const old = from(scope);
      const next = run(scope, old);
      return { snapshot: next, taken: code.actionsOf(old, next, actions) };
    });
    return moved(program, before, fact, snapshot, taken);
  } catch (error) {
    throw machineFailed(error, fact.event.type);
  }
}

export function machineFailed(error: unknown, event: string): StatehouseError {
  const message = error instanceof Error ? error.message : String(error);
  return new StatehouseError(
    'MachineFailed',
    `The process could not take "${event}" and is as before: ${message}`,
    { event },
  );
}
