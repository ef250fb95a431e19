import { z } from './zod.ts';
import { Definition } from './definition/definition.ts';
import { Instant } from './ids.ts';
import { Json } from './json.ts';
import { RecordedEvent } from './recorded-event.ts';

const reason = z.string().trim().min(1, 'Say why; the reason is public.').max(2000);

/** Moves a deadline. `deadline` is its id, or its name when only one of that name is open. */
export const PostponeInput = z.strictObject({ deadline: z.string().min(1), to: Instant, reason });
export type PostponeInput = z.infer<typeof PostponeInput>;

/** Stops the process for a while. With `toll` its deadlines stand still too. */
export const SuspendInput = z.strictObject({ reason, toll: z.boolean().default(false) });
export type SuspendInput = z.infer<typeof SuspendInput>;
export type SuspendRequest = z.input<typeof SuspendInput>;

export const ResumeInput = z.strictObject({ reason });
export type ResumeInput = z.infer<typeof ResumeInput>;

/** Corrects an earlier entry by a new one; the process stays where it is. */
export const CorrectInput = z.strictObject({
  seq: z.int().min(0),
  reason,
  before: Json.optional(),
  after: Json,
});
export type CorrectInput = z.infer<typeof CorrectInput>;

/** Goes over to another definition. `states`: old state path -> new, where they differ. */
export const MigrateInput = z.strictObject({
  definition: Definition,
  states: z.record(z.string(), z.string()).optional(),
  reason,
});
export type MigrateInput = z.infer<typeof MigrateInput>;

/** What a process tells another: an event on the way, or how it ended. `token` proves who it is. */
export const Delivery = z.strictObject({
  from: z.string(),
  token: z.string(),
  /** Counts the sender's deliveries, so that one sent twice is taken once. */
  sequence: z.string(),
  generation: z.int(),
  event: RecordedEvent,
  ending: z.enum(['done', 'error']).optional(),
  stop: z.boolean().optional(),
});
export type Delivery = z.infer<typeof Delivery>;
