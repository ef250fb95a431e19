import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { DatabaseAccess } from './database-access.ts';
import { parseEntry } from './parse-entry.ts';
import { readEntryPage, type EntryPlace, type EntryText } from './read-entry-page.ts';

/** Without `process`, the entries of all: by process, then by seq. `fromSeq` counts for a single process only. */
export type EntryQuery = { readonly process?: string; readonly fromSeq?: number };

/** Entries as stored, unparsed, page by page: what a verifier reads. */
export async function* readEntryTexts(
  access: DatabaseAccess,
  { process, fromSeq = 0 }: EntryQuery = {},
): AsyncGenerator<EntryText, void, undefined> {
  let after: EntryPlace | undefined =
    process === undefined ? undefined : { process, seq: fromSeq - 1 };
  for (;;) {
    const query = after === undefined ? { process } : { process, after };
    const page = await access.run((db) => readEntryPage(db, query));
    yield* page;
    const last = page.at(-1);
    if (last === undefined) return;
    after = last;
  }
}

/**
 * @throws StatehouseError `VerificationFailed` at an entry whose stored text is no entry; `LedgerUnavailable`
 */
export async function* readEntries(
  access: DatabaseAccess,
  query?: EntryQuery,
): AsyncGenerator<LedgerEntry, void, undefined> {
  for await (const text of readEntryTexts(access, query)) yield parseEntry(text);
}
