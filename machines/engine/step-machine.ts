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
  return step(program, before, fact, (collecting) => {
    const input = inCanonicalOrder(fact.event['input'] ?? {});
    const snapshot = program.machine.getInitialSnapshot(collecting, input);
    if (snapshot.status === 'error') throw snapshot.error;
    return snapshot;
  });
}

/** One event through the machine. The machine sees the event's fields, who sent it (`actor`) and when (`at`). */
export function stepMachine(
  program: Program,
  before: ProcessState,
  fact: Fact,
  event: RecordedEvent,
): Moved {
  return step(program, before, fact, (collecting) => {
    const snapshot = restore(program, before.snapshot, collecting);
    return program.machine.transition(snapshot, machineEvent(event, fact), collecting);
  });
}

/** The event as guards and actions see it. */
export function machineEvent(
  event: RecordedEvent,
  fact: Pick<Fact, 'at' | 'actor'>,
): { readonly type: string; readonly at: string; readonly actor: Fact['actor'] } {
  return { ...inCanonicalOrder(event), at: fact.at, actor: fact.actor };
}

function step(
  program: Program,
  before: ProcessState,
  fact: Fact,
  run: (scope: ReturnType<typeof createActorScope>['scope']) => AnyMachineSnapshot,
): Moved {
  program.scope.now = fact.at;
  program.scope.rules = [];
  const { scope, actions } = createActorScope(before.process, before.hasParent);
  try {
    return moved(program, before, fact, run(scope), actions);
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
