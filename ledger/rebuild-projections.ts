import type { DatabaseAccess } from './database-access.ts';
import { deadlineRow } from './deadline-row.ts';
import { projectionStatements } from './append-statement.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { foldStored } from './load-projection.ts';
import { processRow } from './process-row.ts';

async function rebuildProcess(db: LedgerDatabase, process: string): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    // Deleting first holds back whoever appends to this process until the new projection stands.
    await transaction.deleteFrom('processes').where('process', '=', process).execute();
    await transaction.deleteFrom('deadlines').where('process', '=', process).execute();
    const projected = await foldStored(transaction, process);
    if (projected.process === undefined) return;
    const statements = projectionStatements({
      processes: [processRow(projected.process)],
      deadlines: projected.deadlines.map(deadlineRow),
    });
    for (const statement of statements) await statement.execute(transaction);
  });
}

/** The first id after `after`, of a process that has entries or is left over among the projections. */
async function nextProcess(db: LedgerDatabase, after: string): Promise<string | undefined> {
  const firstIn = (table: 'entries' | 'processes') =>
    db
      .selectFrom(table)
      .select('process')
      .where('process', '>', after)
      .orderBy('process')
      .limit(1)
      .executeTakeFirst();
  const found = [await firstIn('entries'), await firstIn('processes')].flatMap((row) => row ?? []);
  return found.map(({ process }) => process).sort()[0];
}

/** Drops the projections and makes them again from the entries alone, process by process; answers how many. */
export async function rebuildProjections(access: DatabaseAccess): Promise<number> {
  let count = 0;
  let process = await access.run((db) => nextProcess(db, ''));
  while (process !== undefined) {
    const current = process;
    await access.run((db) => rebuildProcess(db, current));
    count += 1;
    process = await access.run((db) => nextProcess(db, current));
  }
  return count;
}
