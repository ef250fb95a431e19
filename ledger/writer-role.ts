import { sql } from 'kysely';
import { z } from '../contracts/zod.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { errorCode } from './database-error.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

const Standing = z.object({ user: z.string(), exists: z.boolean(), member: z.boolean() });

async function standing(db: LedgerDatabase): Promise<z.infer<typeof Standing>> {
  const { rows } = await sql`
    select current_user as user,
      role.oid is not null as exists,
      coalesce(pg_has_role(current_user, role.oid, 'member'), false) as member
    from (select 1) as one left join pg_roles role on role.rolname = 'statehouse_writer'`.execute(
    db,
  );
  return Standing.parse(rows[0]);
}

function refused(user: string, cause: unknown): StatehouseError {
  const name = `"${user.replaceAll('"', '""')}"`;
  const remedy = `CREATE ROLE statehouse_writer NOLOGIN; GRANT statehouse_writer TO ${name};`;
  return new StatehouseError(
    'LedgerUnavailable',
    `The database user ${name} may not set up the role that the ledger writes under. ` +
      `Ask an administrator of the database to run: ${remedy}`,
    { user, sql: remedy, cause: String(cause) },
  );
}

/** What several processes starting at once do to each other: the role was just made by another. */
const madeMeanwhile = new Set(['42710', '23505', 'XX000']);

/**
 * Sees to it that the role `statehouse_writer` exists and that the connected user may take it on.
 *
 * @throws StatehouseError `LedgerUnavailable` with the SQL to run in `facts.sql`, when the user may not create roles
 */
export async function ensureWriterRole(db: LedgerDatabase): Promise<void> {
  const { user, exists, member } = await standing(db);
  if (member) return;
  try {
    if (!exists) await sql`create role statehouse_writer nologin`.execute(db);
  } catch (error) {
    if (!madeMeanwhile.has(errorCode(error) ?? '')) throw refused(user, error);
  }
  try {
    await sql`grant statehouse_writer to ${sql.id(user)}`.execute(db);
  } catch (error) {
    const now = await standing(db);
    if (!now.member) throw refused(user, error);
  }
}
