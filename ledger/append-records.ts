import { genesisHash, type LedgerRecord } from '../contracts/ledger-entry.ts';
import { z } from '../contracts/zod.ts';
import { appendStatement } from './append-statement.ts';
import { conflict } from './conflict.ts';
import { errorCode } from './database-error.ts';
import { deadlineRow } from './deadline-row.ts';
import { entryRow, valueRows, type EntryRow } from './entry-row.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { loadProjection } from './load-projection.ts';
import { processRow } from './process-row.ts';
import { ProjectedEntries } from './project-entries.ts';
import type { ProjectionCache } from './projection-cache.ts';

type Batch = readonly [LedgerRecord, ...LedgerRecord[]];

/** What an append did: how many entries are new; the others were there already. */
export type Appended = { readonly added: number; readonly present: number };

/** One batch for each process, in order of ids, so that two appends wait for each other in the same order. */
function byProcess(records: readonly LedgerRecord[]): readonly Batch[] {
  const batches = new Map<string, [LedgerRecord, ...LedgerRecord[]]>();
  for (const record of records) {
    const batch = batches.get(record.entry.process);
    if (batch === undefined) batches.set(record.entry.process, [record]);
    else batch.push(record);
  }
  return [...batches].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, batch]) => batch);
}

function checkLinks(batch: Batch): void {
  let before: LedgerRecord['entry'] | undefined;
  for (const { entry } of batch) {
    const { process, seq, previousHash } = entry;
    if (before !== undefined && seq !== before.seq + 1) {
      throw conflict(process, seq, `in its batch it comes after entry ${before.seq}.`);
    }
    const expected = before?.hash ?? (seq === 0 ? genesisHash : previousHash);
    if (previousHash !== expected) {
      throw conflict(process, seq, 'it does not follow its predecessor.', {
        previousHash,
        expected,
      });
    }
    before = entry;
  }
}

const StoredHash = z.object({ seq: z.int(), hash: z.string() });

/** Refuses a batch of which the ledger holds another entry. */
async function comparePresent(db: LedgerDatabase, batch: Batch): Promise<void> {
  const { process } = batch[0].entry;
  const seqs = batch.map(({ entry }) => entry.seq);
  const found = await db
    .selectFrom('entries')
    .select(['seq', 'hash'])
    .where('process', '=', process)
    .where('seq', 'in', seqs)
    .execute();
  const stored = new Map(
    found.map((row) => StoredHash.parse(row)).map((row) => [row.seq, row.hash]),
  );
  for (const { entry } of batch) {
    const hash = stored.get(entry.seq);
    if (hash === entry.hash) continue;
    throw conflict(process, entry.seq, `the ledger has ${hash ?? 'no entry'} there.`, {
      hash: entry.hash,
      stored: hash ?? null,
    });
  }
}

const chainBroken = 'SH001';
const ChainError = z.object({ detail: z.string().transform((text): unknown => JSON.parse(text)) });
const BrokenPlace = z.object({
  seq: z.int(),
  previous_hash: z.string(),
  expected: z.string().nullable(),
});

function chainConflict(process: string, error: unknown): unknown {
  if (errorCode(error) !== chainBroken) return error;
  const { seq, previous_hash, expected } = BrokenPlace.parse(ChainError.parse(error).detail);
  const reason =
    expected === null ? 'its predecessor is missing.' : 'it does not follow its predecessor.';
  return conflict(process, seq, reason, { previousHash: previous_hash, expected });
}

async function appendBatch(
  db: LedgerDatabase,
  cache: ProjectionCache,
  batch: Batch,
  entries: readonly EntryRow[],
): Promise<Appended> {
  const { process } = batch[0].entry;
  const projected = new ProjectedEntries(await loadProjection(db, cache, batch[0].entry));
  const from = projected.process?.seq ?? -1;
  for (const { entry } of batch) if (entry.seq > from) projected.add(entry);
  const statement = appendStatement({
    entries,
    values: batch.flatMap(valueRows),
    processes: projected.process === undefined ? [] : [processRow(projected.process)],
    deadlines: projected.deadlines.map(deadlineRow),
  });
  const { rows } = await statement.execute(db).catch((error: unknown) => {
    throw chainConflict(process, error);
  });
  if (rows.length < batch.length) await comparePresent(db, batch);
  if (rows.length > 0 && projected.process !== undefined) cache.keep(projected.process);
  return { added: rows.length, present: batch.length - rows.length };
}

/**
 * Appends a batch, all or nothing. Entries that the ledger has already, byte for byte, are passed over.
 *
 * @throws StatehouseError `LedgerConflict` when the ledger has another entry at the same place, or an entry does not follow
 * its predecessor; `VerificationFailed` when an entry does not have its own hash; `LedgerUnavailable`
 */
export async function appendRecords(
  db: LedgerDatabase,
  cache: ProjectionCache,
  records: readonly LedgerRecord[],
): Promise<Appended> {
  const batches = byProcess(records);
  batches.forEach(checkLinks);
  const prepared = batches.map((batch) => ({ batch, rows: batch.map(entryRow) }));
  const [only] = prepared;
  if (only === undefined) return { added: 0, present: 0 };
  if (prepared.length === 1) return await appendBatch(db, cache, only.batch, only.rows);
  return await db.transaction().execute(async (transaction) => {
    const total = { added: 0, present: 0 };
    for (const { batch, rows } of prepared) {
      const { added, present } = await appendBatch(transaction, cache, batch, rows);
      total.added += added;
      total.present += present;
    }
    return total;
  });
}
