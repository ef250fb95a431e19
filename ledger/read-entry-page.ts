import { z } from '../contracts/zod.ts';
import { sql } from 'kysely';
import type { LedgerDatabase } from './ledger-tables.ts';

/** An entry as stored: the exact text, and the columns that must agree with it. */
export const EntryText = z.object({
  process: z.string(),
  seq: z.int(),
  hash: z.string(),
  previousHash: z.string(),
  body: z.string(),
});
export type EntryText = z.infer<typeof EntryText>;

/** The place of an entry in the order of the whole record: by process, then by seq. */
export type EntryPlace = { readonly process: string; readonly seq: number };

export type EntryPageQuery = { readonly process?: string | undefined; readonly after?: EntryPlace };

const pageSize = 200;

/** The next entries after a place; none when there are no more. */
export async function readEntryPage(
  db: LedgerDatabase,
  { process, after }: EntryPageQuery,
): Promise<readonly EntryText[]> {
  let query = db
    .selectFrom('entries')
    .select(['process', 'seq', 'hash', 'previous_hash as previousHash', 'body'])
    .orderBy('process')
    .orderBy('seq')
    .limit(pageSize);
  if (process !== undefined) query = query.where('process', '=', process);
  if (after !== undefined) {
    query = query.where(sql<boolean>`(process, seq) > (${after.process}, ${after.seq})`);
  }
  return (await query.execute()).map((row) => EntryText.parse(row));
}
