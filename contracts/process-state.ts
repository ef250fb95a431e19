import { z } from './zod.ts';
import { DueRule } from './effect.ts';
import { Instant, ProcessId, Sha256 } from './ids.ts';
import { Json, JsonObject } from './json.ts';
import { RecordedEvent } from './recorded-event.ts';

/**
 * A deadline or delayed event that is armed. `generation` tells this arming from earlier ones of the same id, so that a late
 * answer never meets the wrong one. `dueAt` is absent until the calendar has resolved `rule`.
 */
export const Timer = z.strictObject({
  id: z.string(),
  generation: z.int(),
  event: RecordedEvent,
  to: z.string().optional(),
  toGeneration: z.int().optional(),
  armedAt: Instant,
  dueAt: Instant.optional(),
  rule: DueRule.optional(),
});
export type Timer = z.infer<typeof Timer>;

/** An actor that a state has invoked: a child process or an activity. */
export const Invocation = z.strictObject({
  id: z.string(),
  generation: z.int(),
  src: z.string(),
  input: Json.optional(),
});
export type Invocation = z.infer<typeof Invocation>;

export const Suspension = z.strictObject({
  since: Instant,
  reason: z.string(),
  by: z.string(),
  /** Whether deadlines stand still: on resuming, each moves by the time that was lost. */
  toll: z.boolean(),
});

/**
 * All that a process is between two facts, as plain JSON. `snapshot` is XState's persisted snapshot; the rest is what XState
 * does not persist. `head` is the hash of the last ledger entry, `seq` its number.
 */
export const ProcessState = z.strictObject({
  process: ProcessId,
  definition: Sha256,
  seq: z.int(),
  head: Sha256,
  /** Hash of `snapshot`, `timers`, `invocations` and `suspension`. */
  stateHash: Sha256,
  generation: z.int(),
  snapshot: JsonObject,
  timers: z.array(Timer),
  invocations: z.array(Invocation),
  suspension: Suspension.nullable(),
  hasParent: z.boolean(),
});
export type ProcessState = z.infer<typeof ProcessState>;
