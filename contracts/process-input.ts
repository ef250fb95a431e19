import { z } from './zod.ts';
import { Actor } from './actor.ts';
import { Definition } from './definition/definition.ts';
import { Instant, ProcessId } from './ids.ts';
import { Json } from './json.ts';

/** Who started a child and where its answers go. `token` proves to the parent that an answer is its child's. */
export const ParentLink = z.strictObject({
  process: ProcessId,
  invocation: z.string(),
  generation: z.int(),
  token: z.string().min(16),
});
export type ParentLink = z.infer<typeof ParentLink>;

/**
 * A process that is not for real; its ledger says so. It lives at `startsAt`, which may be any year; a child gets its parent's
 * `offset` (milliseconds from the server's clock to the rehearsed one) instead.
 */
export const Rehearsal = z.union([
  z.strictObject({ startsAt: Instant }),
  z.strictObject({ offset: z.int() }),
]);
export type Rehearsal = z.infer<typeof Rehearsal>;

const common = {
  id: ProcessId,
  input: Json.optional(),
  startedBy: Actor,
  parent: ParentLink.optional(),
  rehearsal: Rehearsal.optional(),
};

/** Input of workflow `process`. */
export const ProcessInput = z.strictObject({ ...common, definition: Definition });
export type ProcessInput = z.infer<typeof ProcessInput>;

/** The same for a machine in the worker's own code, known by the name under which it is registered there. */
export const CodeProcessInput = z.strictObject({ ...common, machine: z.string().min(1).max(500) });
export type CodeProcessInput = z.infer<typeof CodeProcessInput>;
