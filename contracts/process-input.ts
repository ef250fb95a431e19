import { z } from 'zod';
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

/** Input of workflow `process`. `rehearsal.startsAt` lets a rehearsal live in another year; its ledger says so. */
export const ProcessInput = z.strictObject({
  id: ProcessId,
  definition: Definition,
  input: Json.optional(),
  startedBy: Actor,
  parent: ParentLink.optional(),
  rehearsal: z.strictObject({ startsAt: Instant }).optional(),
});
export type ProcessInput = z.infer<typeof ProcessInput>;
