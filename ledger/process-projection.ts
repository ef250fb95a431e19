import { z } from '../contracts/zod.ts';
import { DueRule } from '../contracts/effect.ts';
import { Instant, Sha256 } from '../contracts/ids.ts';
import { Json } from '../contracts/json.ts';
import { LocalizedText } from '../contracts/localized-text.ts';
import { LedgerEntry } from '../contracts/ledger-entry.ts';

/** A timer that is still to come. `dueAt` is null until the calendar has resolved its `rule`. */
export const OpenTimer = z.strictObject({
  id: z.string(),
  generation: z.int(),
  /** Type of the event that it will send. */
  event: z.string(),
  dueAt: Instant.nullable(),
  rule: DueRule.nullable(),
});
export type OpenTimer = z.infer<typeof OpenTimer>;

/** Where a process stands, as its entries tell. */
export const ProcessProjection = z.strictObject({
  process: z.string(),
  definition: Sha256,
  /** `title` of the input, when it is public text; null otherwise. */
  title: z.union([z.string(), LocalizedText]).nullable(),
  status: LedgerEntry.shape.status,
  state: Json,
  startedAt: Instant,
  updatedAt: Instant,
  seq: z.int(),
  head: Sha256,
  parent: z.string().nullable(),
  rehearsal: z.boolean(),
  /** Since when it is suspended; null when it is not. */
  suspendedSince: Instant.nullable(),
  lastEvent: z.string(),
  lastActor: z.string(),
  timers: z.array(OpenTimer),
});
export type ProcessProjection = z.infer<typeof ProcessProjection>;

const DeadlineStatus = z.enum(['unresolved', 'open', 'fired', 'cancelled']);

/** A timer from its arming to its end; `seq` is the entry that changed it last. */
export const Deadline = OpenTimer.extend({
  process: z.string(),
  status: DeadlineStatus,
  seq: z.int(),
});
export type Deadline = z.infer<typeof Deadline>;
