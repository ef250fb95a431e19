import { sql, type RawBuilder } from 'kysely';
import type { EntryRow } from './entry-row.ts';

export type AppendRows = {
  readonly entries: readonly EntryRow[];
  readonly values: readonly EntryRow[];
  readonly processes: readonly EntryRow[];
  readonly deadlines: readonly EntryRow[];
};

const entry = sql.raw(
  'process, seq, at, kind, event_type, actor_subject, definition, state_hash, previous_hash, hash, body',
);

const upsertProcesses = sql.raw(`on conflict (process) do update set
  definition = excluded.definition, title = excluded.title, status = excluded.status, state = excluded.state,
  started_at = excluded.started_at, updated_at = excluded.updated_at, seq = excluded.seq, head = excluded.head,
  parent = excluded.parent, suspended_since = excluded.suspended_since, rehearsal = excluded.rehearsal, last_event = excluded.last_event,
  last_actor = excluded.last_actor, next_due_at = excluded.next_due_at, timers = excluded.timers,
  search = excluded.search`);

const upsertDeadlines = sql.raw(`on conflict (process, generation) do update set
  id = excluded.id, event = excluded.event, due_at = excluded.due_at, rule = excluded.rule, status = excluded.status, seq = excluded.seq`);

function rows(table: string, given: readonly EntryRow[]): RawBuilder<unknown> {
  return sql`json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(given)}::json)`;
}

/**
 * Entries, values and projections in one statement, so in one transaction and one round trip. It answers the entries that
 * it added. Everything else hangs on `added`: an entry that was there already (a retry) must neither turn a projection
 * back nor bring an erased value back, and the lock on the new entry keeps projections in the order of entries.
 */
export function appendStatement({
  entries,
  values,
  processes,
  deadlines,
}: AppendRows): RawBuilder<unknown> {
  return sql`
    /* prepare: append */ with added as (
      insert into entries (${entry}) select ${entry} from ${rows('entries', entries)} order by process, seq
      on conflict (process, seq) do nothing
      returning process, seq
    ), kept as (
      insert into sealed_values (process, seq, path, publicity, salt, value)
      select process, seq, path, publicity, salt, value from ${rows('sealed_values', values)}
      where (process, seq) in (select process, seq from added)
    ), standing as (
      insert into processes select * from ${rows('processes', processes)}
      where process in (select process from added)
      ${upsertProcesses}
    ), due as (
      insert into deadlines select * from ${rows('deadlines', deadlines)}
      where process in (select process from added)
      ${upsertDeadlines}
    )
    select process, seq from added`;
}

/** Projections alone, for a rebuild. */
export function projectionStatements({
  processes,
  deadlines,
}: Pick<AppendRows, 'processes' | 'deadlines'>): readonly RawBuilder<unknown>[] {
  return [
    sql`insert into processes select * from ${rows('processes', processes)} ${upsertProcesses}
      where processes.seq <= excluded.seq`,
    sql`insert into deadlines select * from ${rows('deadlines', deadlines)} ${upsertDeadlines}
      where deadlines.seq <= excluded.seq`,
  ];
}
