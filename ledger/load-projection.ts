import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { parseEntry } from './parse-entry.ts';
import type { ProcessProjection } from './process-projection.ts';
import { parseProcessRow } from './process-row.ts';
import { ProjectedEntries } from './project-entries.ts';
import type { ProjectionCache } from './projection-cache.ts';
import { readEntryPage } from './read-entry-page.ts';

/** Folds the entries of a process, as far as the ledger has them, one page at a time. */
export async function foldStored(db: LedgerDatabase, process: string): Promise<ProjectedEntries> {
  const projected = new ProjectedEntries();
  for (;;) {
    const after = { process, seq: projected.process?.seq ?? -1 };
    const page = await readEntryPage(db, { process, after });
    if (page.length === 0) return projected;
    for (const text of page) projected.add(parseEntry(text));
  }
}

/** Where the process of `first` stands before it: from memory, from its projection, or else from its entries. */
export async function loadProjection(
  db: LedgerDatabase,
  cache: ProjectionCache,
  first: LedgerEntry,
): Promise<ProcessProjection | undefined> {
  if (first.seq === 0) return undefined;
  const kept = cache.at(first.previousHash);
  if (kept !== undefined) return kept;
  const { process } = first;
  const row = await db
    .selectFrom('processes')
    .selectAll()
    .where('process', '=', process)
    .executeTakeFirst();
  return row === undefined ? (await foldStored(db, process)).process : parseProcessRow(row);
}
