import { sql } from 'kysely';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { parseProcessSummary, selectProcesses, type ProcessSummary } from './process-summary.ts';
import { queryableText } from './queryable-text.ts';

export type ProcessQuery = {
  readonly status?: LedgerEntry['status'];
  /** The definition's `id`, in any of its versions. */
  readonly definitionId?: string;
  /** Part of the id or of the title, upper and lower case alike. */
  readonly text?: string;
  /** Rehearsals only, or real processes only. */
  readonly rehearsal?: boolean;
  readonly parent?: string;
  /** At most 500; 100 by default. */
  readonly limit?: number;
  /** The last of the page before. */
  readonly after?: Pick<ProcessSummary, 'process' | 'nextDueAt'>;
};

const dueOrNever = sql`coalesce(processes.next_due_at, 'infinity'::timestamptz)`;

/** Processes by their next due date, those without one last. */
export async function listProcesses(
  db: LedgerDatabase,
  query: ProcessQuery = {},
): Promise<readonly ProcessSummary[]> {
  const { status, definitionId, text, rehearsal, parent, limit = 100, after } = query;
  let rows = selectProcesses(db)
    .orderBy(dueOrNever)
    .orderBy('processes.process')
    .limit(Math.min(limit, 500));
  if (status !== undefined) rows = rows.where('processes.status', '=', status);
  if (definitionId !== undefined) rows = rows.where('definitions.id', '=', definitionId);
  if (rehearsal !== undefined) rows = rows.where('processes.rehearsal', '=', rehearsal);
  if (parent !== undefined) rows = rows.where('processes.parent', '=', parent);
  if (text !== undefined && text !== '') {
    const part = queryableText(text.toLowerCase());
    rows = rows.where(sql<boolean>`strpos(processes.search, ${part}) > 0`);
  }
  if (after !== undefined) {
    const due = after.nextDueAt ?? 'infinity';
    rows = rows.where(
      sql<boolean>`(${dueOrNever}, processes.process) > (${due}::timestamptz, ${after.process})`,
    );
  }
  return (await rows.execute()).map(parseProcessSummary);
}
