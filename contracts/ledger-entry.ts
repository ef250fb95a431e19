import { z } from './zod.ts';
import { Actor } from './actor.ts';
import { SealedValue } from './commitment.ts';
import { Effect } from './effect.ts';
import { Instant, ProcessId, Sha256 } from './ids.ts';
import { Json } from './json.ts';
import { RecordedEvent } from './recorded-event.ts';

/** What kind of fact an entry records. */
export const EntryKind = z.enum([
  'started',
  'event',
  'timer',
  'completion',
  'delivery',
  'deadline',
  'administration',
]);
export type EntryKind = z.infer<typeof EntryKind>;

/**
 * One entry of the ledger: one accepted event, timer, completion or administrative act, with the state before and after.
 * `about` names the timer or invocation that a fact answers. `definition` is the content hash of the definition in force.
 * `stateHash` covers the whole state after the step. `hash` is the content hash of the entry without `hash`, so that each
 * entry vouches for all before it through `previousHash` (64 zeros in the first).
 */
export const LedgerEntry = z.strictObject({
  process: ProcessId,
  seq: z.int().min(0),
  at: Instant,
  kind: EntryKind,
  actor: Actor,
  key: z.string().max(200).optional(),
  event: RecordedEvent,
  about: z.strictObject({ id: z.string(), generation: z.int() }).optional(),
  from: Json,
  to: Json,
  status: z.enum(['active', 'done', 'error', 'stopped']),
  effects: z.array(Effect),
  definition: Sha256,
  engine: z.strictObject({ xstate: z.string(), statehouse: z.string() }),
  stateHash: Sha256,
  previousHash: Sha256,
  hash: Sha256,
});
export type LedgerEntry = z.infer<typeof LedgerEntry>;

export const genesisHash = '0'.repeat(64);

/** What is appended: the entry, and beside it the values behind its commitments. */
export const LedgerRecord = z.strictObject({ entry: LedgerEntry, values: z.array(SealedValue) });
export type LedgerRecord = z.infer<typeof LedgerRecord>;
