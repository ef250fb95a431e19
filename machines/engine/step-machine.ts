import type { AnyMachineSnapshot } from 'xstate';
import type { Fact } from '../../contracts/fact.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { createActorScope } from './actor-scope.ts';
import { moved, type Moved } from './next-state.ts';
import { restore } from './snapshot.ts';

/** The machine's first state. The fact's event carries the process's `input`. */
export function startMachine(program: Program, before: ProcessState, fact: Fact): Moved {
  return step(program, before, fact, (collecting) => {
    const snapshot = program.machine.getInitialSnapshot(
      collecting,
      (fact.event['input'] ?? {}) as never,
    ) as AnyMachineSnapshot;
    if (snapshot.status === 'error') throw snapshot.error;
    return snapshot;
  });
}

/** One event through the machine. The machine sees the event's fields, who sent it (`actor`) and when (`at`). */
export function stepMachine(
  program: Program,
  before: ProcessState,
  fact: Fact,
  event: JsonObject,
): Moved {
  return step(program, before, fact, (collecting) => {
    const snapshot = restore(program, before.snapshot, collecting);
    return program.machine.transition(
      snapshot,
      machineEvent(event, fact) as never,
      collecting,
    ) as AnyMachineSnapshot;
  });
}

/** The event as guards and actions see it. */
export function machineEvent(
  event: JsonObject,
  fact: Pick<Fact, 'at' | 'actor'>,
): JsonObject & { type: string } {
  return {
    ...event,
    type: String(event['type']),
    at: fact.at,
    actor: fact.actor as unknown as Json,
  };
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
