import type { JsonObject } from '../contracts/json.ts';
import type { LedgerEntry, LedgerRecord } from '../contracts/ledger-entry.ts';
import type { Appended } from './append-records.ts';
import type { ErasedValue } from './erase-values.ts';
import type { DefinitionListing } from './list-definitions.ts';
import type { DeadlineQuery } from './list-deadlines.ts';
import type { ProcessQuery } from './list-processes.ts';
import type { Deadline } from './process-projection.ts';
import type { ProcessSummary } from './process-summary.ts';
import type { EntryQuery } from './read-entries.ts';
import type { EntryText } from './read-entry-page.ts';
import type { Head } from './read-head.ts';
import type { StoredValue, ValueQuery } from './read-values.ts';

/** The record of the city. Every method may throw StatehouseError `LedgerUnavailable`; calling it again is safe. */
export type Ledger = AsyncDisposable & {
  append(records: readonly LedgerRecord[]): Promise<Appended>;
  saveDefinition(hash: string, definition: JsonObject): Promise<void>;
  readDefinition(hash: string): Promise<JsonObject | undefined>;
  listDefinitions(query?: { readonly id?: string }): Promise<readonly DefinitionListing[]>;
  readEntries(query?: EntryQuery): AsyncGenerator<LedgerEntry, void, undefined>;
  readEntryTexts(query?: EntryQuery): AsyncGenerator<EntryText, void, undefined>;
  readHead(process: string): Promise<Head | undefined>;
  readProcess(process: string): Promise<ProcessSummary | undefined>;
  listProcesses(query?: ProcessQuery): Promise<readonly ProcessSummary[]>;
  listDeadlines(query?: DeadlineQuery): Promise<readonly Deadline[]>;
  readValues(query: ValueQuery): Promise<readonly StoredValue[]>;
  eraseValues(query: ValueQuery): Promise<readonly ErasedValue[]>;
  rebuildProjections(): Promise<number>;
  close(): Promise<void>;
};
