import type { ColumnType, Generated, Kysely } from 'kysely';

type At = ColumnType<Date, string, string>;
type OptionalAt = ColumnType<Date | null, string | null, string | null>;

/** The tables as Kysely sees them. Columns that hold JSON are text: PostgreSQL's `jsonb` refuses U+0000 and reorders. */
export type LedgerTables = {
  entries: {
    process: string;
    seq: number;
    at: At;
    kind: string;
    event_type: string;
    actor_subject: string;
    definition: string;
    state_hash: string;
    previous_hash: string;
    hash: string;
    body: string;
  };
  sealed_values: {
    process: string;
    seq: number;
    path: string;
    publicity: string;
    salt: string;
    value: string;
  };
  definitions: {
    hash: string;
    id: string;
    version: string;
    body: string;
    saved_at: Generated<Date>;
  };
  processes: {
    process: string;
    definition: string;
    title: string;
    status: string;
    state: string;
    started_at: At;
    updated_at: At;
    seq: number;
    head: string;
    parent: string | null;
    rehearsal: boolean;
    suspended_since: OptionalAt;
    last_event: string;
    last_actor: string;
    next_due_at: OptionalAt;
    timers: string;
    search: string;
  };
  deadlines: {
    process: string;
    id: string;
    generation: number;
    event: string;
    due_at: OptionalAt;
    rule: string | null;
    status: string;
    seq: number;
  };
};

export type LedgerDatabase = Kysely<LedgerTables>;
