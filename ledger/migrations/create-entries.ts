import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const tables = [
  sql`create table entries (
    process text collate "C" not null,
    seq integer not null check (seq >= 0),
    at timestamptz not null,
    kind text not null,
    event_type text not null,
    actor_subject text not null,
    definition text not null,
    state_hash text not null,
    previous_hash text not null,
    hash text not null,
    body text not null,
    primary key (process, seq)
  )`,
  sql`create index entries_at on entries (at)`,
  sql`create index entries_actor on entries (actor_subject, at)`,
  sql`create table sealed_values (
    process text collate "C" not null,
    seq integer not null,
    path text not null,
    publicity text not null check (publicity in ('internal', 'personal')),
    salt text not null,
    value text not null,
    primary key (process, seq, path),
    foreign key (process, seq) references entries (process, seq)
  )`,
  sql`create table definitions (
    hash text primary key,
    id text not null,
    version text not null,
    body text not null,
    saved_at timestamptz not null default now()
  )`,
  sql`create index definitions_id on definitions (id, version)`,
];

const appendOnly = [
  sql`create function statehouse_refuse_change() returns trigger language plpgsql as $$
  begin
    raise exception using
      errcode = 'SH002',
      message = format('%s on %I is refused: the record is append-only.', tg_op, tg_table_name),
      hint = 'Append a correction.';
  end $$`,
  ...['entries', 'definitions'].flatMap((table) => [
    sql`create trigger append_only before update or delete or truncate on ${sql.table(table)}
      for each statement execute function statehouse_refuse_change()`,
    // ALWAYS: also when a session calls itself a replica, which silences ordinary triggers.
    sql`alter table ${sql.table(table)} enable always trigger append_only`,
  ]),
];

/** Errors SH001 carry the broken place as JSON in their detail. */
const chained = [
  sql`create function statehouse_check_chain() returns trigger language plpgsql as $$
  declare broken record;
  begin
    select added.process, added.seq, added.previous_hash, predecessor.hash as expected into broken
      from added
      left join entries predecessor
        on predecessor.process = added.process and predecessor.seq = added.seq - 1
      where added.previous_hash is distinct from
        case when added.seq = 0 then repeat('0', 64) else predecessor.hash end
      limit 1;
    if found then
      raise exception using
        errcode = 'SH001',
        message = format('Entry %s of %s does not follow its predecessor.', broken.seq, broken.process),
        detail = row_to_json(broken)::text;
    end if;
    return null;
  end $$`,
  sql`create trigger chained after insert on entries referencing new table as added
    for each statement execute function statehouse_check_chain()`,
  sql`alter table entries enable always trigger chained`,
];

/** The record: entries, the values behind their commitments, and the definitions in force. */
export const createEntries: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of [...tables, ...appendOnly, ...chained]) await statement.execute(db);
  },
};
