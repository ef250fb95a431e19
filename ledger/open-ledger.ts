import { appendRecords } from './append-records.ts';
import { openAccess } from './database-access.ts';
import { eraseValues } from './erase-values.ts';
import type { Ledger } from './ledger.ts';
import { listDeadlines } from './list-deadlines.ts';
import { listDefinitions } from './list-definitions.ts';
import { listProcesses } from './list-processes.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import { ProjectionCache } from './projection-cache.ts';
import { readDefinition } from './read-definition.ts';
import { readEntries, readEntryTexts } from './read-entries.ts';
import { readHead } from './read-head.ts';
import { readProcess } from './read-process.ts';
import { readValues } from './read-values.ts';
import { rebuildProjections } from './rebuild-projections.ts';
import { saveDefinition } from './save-definition.ts';

export type LedgerPlace = {
  /** `postgres://...`; without it the embedded database in `home` is used. */
  readonly databaseUrl?: string | undefined;
  /** A folder of this city's own, made when it is missing. */
  readonly home: string;
};

/**
 * Opens the ledger and brings its tables up to date. Of several processes with the same `home`, the first owns the embedded
 * database and serves the others; when it leaves, another takes over.
 *
 * @throws StatehouseError `LedgerUnavailable` when the database does not answer or the user lacks a right (`facts.sql`)
 */
export async function openLedger({ databaseUrl, home }: LedgerPlace): Promise<Ledger> {
  const access = await openAccess(() =>
    databaseUrl === undefined ? openEmbedded(home) : openPostgres(databaseUrl),
  );
  const cache = new ProjectionCache();
  return {
    append: (records) => access.run((db) => appendRecords(db, cache, records)),
    saveDefinition: (hash, definition) => access.run((db) => saveDefinition(db, hash, definition)),
    readDefinition: (hash) => access.run((db) => readDefinition(db, hash)),
    listDefinitions: (query) => access.run((db) => listDefinitions(db, query)),
    readEntries: (query) => readEntries(access, query),
    readEntryTexts: (query) => readEntryTexts(access, query),
    readHead: (process) => access.run((db) => readHead(db, process)),
    readProcess: (process) => access.run((db) => readProcess(db, process)),
    listProcesses: (query) => access.run((db) => listProcesses(db, query)),
    listDeadlines: (query) => access.run((db) => listDeadlines(db, query)),
    readValues: (query) => access.run((db) => readValues(db, query)),
    eraseValues: (query) => access.run((db) => eraseValues(db, query)),
    rebuildProjections: () => rebuildProjections(access),
    close: () => access.close(),
    [Symbol.asyncDispose]: () => access.close(),
  };
}
