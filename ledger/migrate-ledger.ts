import { sql } from 'kysely';
import { Migrator, type Migration } from 'kysely/migration';
import { z } from '../contracts/zod.ts';
import { errorCode } from './database-error.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { ensureWriterRole } from './writer-role.ts';

const Applied = z.array(z.object({ name: z.string() }));
const undefinedTable = '42P01';

/** Names of the migrations that the database has not seen. */
export async function pendingMigrations(db: LedgerDatabase): Promise<readonly string[]> {
  const names = Object.keys(allMigrations);
  try {
    const { rows } = await sql`select name from kysely_migration`.execute(db);
    const applied = new Set(Applied.parse(rows).map(({ name }) => name));
    return names.filter((name) => !applied.has(name));
  } catch (error) {
    if (errorCode(error) === undefinedTable) return names;
    throw error;
  }
}

/**
 * Brings the tables up to date, as the user who owns them. A user who owns nothing may connect once all is up to date.
 *
 * @throws StatehouseError `LedgerUnavailable` when the role to write under is missing and cannot be made
 */
export async function migrateLedger(db: LedgerDatabase): Promise<void> {
  await ensureWriterRole(db);
  const pending = await pendingMigrations(db);
  if (pending.length === 0) return;
  const migrator = new Migrator({
    db,
    provider: {
      getMigrations: () => Promise.resolve<Record<string, Migration>>({ ...allMigrations }),
    },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined) throw error as Error;
}
