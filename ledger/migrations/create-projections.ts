import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`create table processes (
    process text collate "C" primary key,
    definition text not null,
    title text not null,
    status text not null,
    state text not null,
    started_at timestamptz not null,
    updated_at timestamptz not null,
    seq integer not null,
    head text not null,
    parent text,
    rehearsal boolean not null,
    suspended_since timestamptz,
    last_event text not null,
    last_actor text not null,
    next_due_at timestamptz,
    timers text not null,
    search text not null
  )`,
  sql`create index processes_next_due on processes (coalesce(next_due_at, 'infinity'::timestamptz), process)`,
  sql`create index processes_definition on processes (definition)`,
  sql`create index processes_parent on processes (parent) where parent is not null`,
  sql`create table deadlines (
    process text collate "C" not null,
    id text not null,
    generation integer not null,
    event text not null,
    due_at timestamptz,
    rule text,
    status text not null,
    seq integer not null,
    primary key (process, generation)
  )`,
  sql`create index deadlines_open on deadlines (due_at) where status = 'open'`,
];

/** What pages and inboxes read. Everything here follows from the entries alone. */
export const createProjections: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
  },
};
