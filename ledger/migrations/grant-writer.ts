import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  sql`grant select, insert on entries, definitions to statehouse_writer`,
  // No UPDATE: a value stands as it was sealed, or is gone.
  sql`grant select, insert, delete on sealed_values to statehouse_writer`,
  sql`grant select, insert, update, delete, truncate on processes, deadlines to statehouse_writer`,
  sql`grant select on kysely_migration to statehouse_writer`,
];

/** The role that the application works under may append to the record, never change it. */
export const grantWriter: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of statements) await statement.execute(db);
  },
};
