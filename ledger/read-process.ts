import type { LedgerDatabase } from './ledger-tables.ts';
import { parseProcessSummary, selectProcesses, type ProcessSummary } from './process-summary.ts';

/** Where a process stands; undefined when the ledger has no entry of it. */
export async function readProcess(
  db: LedgerDatabase,
  process: string,
): Promise<ProcessSummary | undefined> {
  const row = await selectProcesses(db).where('processes.process', '=', process).executeTakeFirst();
  return row === undefined ? undefined : parseProcessSummary(row);
}
