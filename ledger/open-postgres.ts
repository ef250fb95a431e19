import type { OpenedDatabase } from './database-access.ts';
import { migrateLedger } from './migrate-ledger.ts';
import { postgresDatabase } from './postgres-database.ts';

/** Opens the ledger in a PostgreSQL server: migrates as the user of the URL, then works as `statehouse_writer`. */
export async function openPostgres(databaseUrl: string): Promise<OpenedDatabase> {
  const owner = postgresDatabase({ connectionString: databaseUrl, max: 1 }, { writer: false });
  try {
    await migrateLedger(owner);
  } finally {
    await owner.destroy();
  }
  const db = postgresDatabase({ connectionString: databaseUrl }, { writer: true });
  return { db, guest: false, close: () => db.destroy() };
}
