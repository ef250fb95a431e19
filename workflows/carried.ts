import { z } from '../contracts/zod.ts';
import { Instant } from '../contracts/ids.ts';
import { Json } from '../contracts/json.ts';
import { LedgerEntry, LedgerRecord } from '../contracts/ledger-entry.ts';
import { ProcessState } from '../contracts/process-state.ts';
import { Delivery } from '../contracts/wire-inputs.ts';

/** A child that runs: by what generation the machine knows it, and the token its answers carry. */
export const ChildLink = z.strictObject({
  generation: z.int(),
  id: z.string(),
  src: z.string(),
  process: z.string(),
  token: z.string(),
  /** True when the child lives on after its parent has let go of it. */
  outlives: z.boolean(),
});
export type ChildLink = z.infer<typeof ChildLink>;

/** Work asked of the outside and not yet done. `key` stays the same however often it is tried. */
export const Task = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('effect'), key: z.string(), type: z.string(), params: Json }),
  z.strictObject({
    kind: z.literal('invoke'),
    key: z.string(),
    id: z.string(),
    generation: z.int(),
    src: z.string(),
    input: Json.optional(),
  }),
  z.strictObject({
    kind: z.literal('deliver'),
    key: z.string(),
    to: z.string(),
    delivery: Delivery,
  }),
]);
export type Task = z.infer<typeof Task>;

/** The first answer to an idempotency key, and `of` what: the digest of what was sent with it. */
export const KnownResult = z.strictObject({
  seq: z.int(),
  at: Instant,
  value: Json,
  status: z.enum(['active', 'done', 'error', 'stopped']),
  hash: z.string(),
  of: z.string(),
});
export type KnownResult = z.infer<typeof KnownResult>;

const StuckFact = LedgerEntry.pick({
  kind: true,
  actor: true,
  key: true,
  event: true,
  about: true,
});
export type StuckFact = z.infer<typeof StuckFact>;

/** What one run of the workflow hands to the next. */
export const Carried = z.strictObject({
  state: ProcessState,
  offset: z.int(),
  lastAt: Instant,
  keys: z.array(z.tuple([z.string(), KnownResult])),
  unflushed: z.array(LedgerRecord),
  outward: z.array(Task),
  between: z.array(Task),
  held: z.array(Delivery),
  /** Sequences of the last deliveries that were taken. */
  delivered: z.array(z.string()),
  /** Facts that the machine failed on, to be tried again. */
  stuck: z.array(StuckFact),
  children: z.array(ChildLink),
  definitionStored: z.boolean(),
});
export type Carried = z.infer<typeof Carried>;
