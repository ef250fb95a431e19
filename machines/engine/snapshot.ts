import type { AnyActorScope, AnyMachineSnapshot } from 'xstate';
import type { JsonObject } from '../../contracts/json.ts';
import type { Program } from '../program.ts';

const live = new WeakMap<JsonObject, AnyMachineSnapshot>();

/** XState's snapshot as JSON. What JSON cannot say (a bigint, a cycle) throws here, before anything is recorded. */
export function persist(program: Program, snapshot: AnyMachineSnapshot): JsonObject {
  const text = JSON.stringify(program.machine.getPersistedSnapshot(snapshot));
  const persisted = JSON.parse(text) as JsonObject;
  live.set(persisted, snapshot);
  return persisted;
}

/**
 * The live snapshot behind a persisted one. Within one worker's memory the snapshot that was persisted is used again; anywhere
 * else XState restores it.
 *
 * @throws Error when the machine has no such state
 */
export function restore(
  program: Program,
  persisted: JsonObject,
  scope: AnyActorScope,
): AnyMachineSnapshot {
  const known = live.get(persisted);
  // A developer's assign may change the objects it is given; from JSON each step gets its own, as it would after a restart.
  if (known?.machine === program.machine && program.code === undefined) return known;
  // XState writes revived actors into the context it is given.
  const copy: unknown = JSON.parse(JSON.stringify(persisted));
  return program.machine.restoreSnapshot(copy, scope);
}
