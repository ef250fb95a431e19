import { sql } from 'kysely';
import { parseDeadlineRow } from './deadline-row.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import type { Deadline } from './process-projection.ts';

export type DeadlineQuery = {
  readonly process?: string;
  readonly status?: Deadline['status'];
  /** Due at this instant or before it. */
  readonly dueBy?: string;
  /** At most 1,000, which is the default. */
  readonly limit?: number;
};

/** Deadlines by due date, those still to be resolved last. */
export async function listDeadlines(
  db: LedgerDatabase,
  { process, status, dueBy, limit = 1_000 }: DeadlineQuery = {},
): Promise<readonly Deadline[]> {
  let rows = db
    .selectFrom('deadlines')
    .selectAll()
    .orderBy(sql`due_at nulls last`)
    .orderBy('process')
    .orderBy('generation')
    .limit(Math.min(limit, 1_000));
  if (process !== undefined) rows = rows.where('process', '=', process);
  if (status !== undefined) rows = rows.where('status', '=', status);
  if (dueBy !== undefined) rows = rows.where(sql<boolean>`due_at <= ${dueBy}::timestamptz`);
  return (await rows.execute()).map(parseDeadlineRow);
}
