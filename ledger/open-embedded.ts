import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PGlite } from '@electric-sql/pglite';
import { Kysely, PGliteDialect } from 'kysely';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { OpenedDatabase } from './database-access.ts';
import { isAway } from './database-error.ts';
import {
  claimLock,
  isServing,
  readLock,
  removeLock,
  type EmbeddedLock,
  type EmbeddedOwner,
} from './embedded-owner.ts';
import { ExclusivePGlite } from './exclusive-pglite.ts';
import type { LedgerTables } from './ledger-tables.ts';
import { migrateLedger, pendingMigrations } from './migrate-ledger.ts';
import { Mutex } from './mutex.ts';
import { postgresDatabase } from './postgres-database.ts';
import { serveEmbeddedLedger } from './serve-embedded-ledger.ts';

/** An owner may still be making its database, or leave just now. */
const patience = 30_000;

function unanswered(pid: number, cause: unknown): StatehouseError {
  return new StatehouseError(
    'LedgerUnavailable',
    `Process ${pid} has the ledger open and does not answer. End it and try again.`,
    { pid, cause: String(cause) },
  );
}

/** Opens the database in `home`, or the way to the process that has it open. */
export async function openEmbedded(home: string): Promise<OpenedDatabase> {
  const folder = path.resolve(home);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const deadline = Date.now() + patience;
  for (;;) {
    const lock = await readLock(folder);
    if (lock === undefined) {
      const owned = await own(folder);
      if (owned !== undefined) return owned;
    } else if (lock.owner !== undefined && (await isServing(lock.owner))) {
      const visited = await visit(lock.owner).catch((error: unknown) => {
        if (!isAway(error)) throw error;
        if (Date.now() > deadline) throw unanswered(lock.owner?.pid ?? 0, error);
      });
      if (visited !== undefined) return visited;
      await sleep(100);
    } else {
      await removeLock(folder, lock);
    }
  }
}

async function own(folder: string): Promise<OpenedDatabase | undefined> {
  const server = await serveEmbeddedLedger(folder);
  const lock: EmbeddedLock = { text: JSON.stringify(server.owner), owner: server.owner };
  const leave = async (): Promise<void> => {
    await removeLock(folder, lock);
    await server.dismiss();
    await server.close();
  };
  if (!(await claimLock(folder, server.owner))) {
    await leave();
    return undefined;
  }
  let pglite: PGlite | undefined;
  try {
    const session = (pglite = await PGlite.create(path.join(folder, 'ledger')));
    const turns = new Mutex();
    const exclusive = new ExclusivePGlite(session, turns);
    const db = new Kysely<LedgerTables>({ dialect: new PGliteDialect({ pglite: exclusive }) });
    await migrateLedger(db);
    await exclusive.query('set role statehouse_writer');
    const version = await session.query<{ server_version: string }>('show server_version');
    server.open({
      turns,
      serverVersion: version.rows[0]?.server_version ?? '',
      execute: (messages) => session.execProtocolRaw(messages),
    });
    return {
      db,
      guest: false,
      async close() {
        await server.dismiss();
        await db.destroy();
        await leave();
      },
    };
  } catch (error) {
    // Nobody may open the folder anew before this one has closed it.
    await pglite?.close();
    await leave();
    throw error;
  }
}

async function visit({ pid, ...place }: EmbeddedOwner): Promise<OpenedDatabase> {
  const db = postgresDatabase(
    { ...place, user: 'postgres', database: 'postgres', max: 4 },
    { writer: false },
  );
  const pending = await pendingMigrations(db).catch(async (error: unknown) => {
    await db.destroy();
    throw error;
  });
  if (pending.length > 0) {
    await db.destroy();
    throw new StatehouseError(
      'LedgerUnavailable',
      `Process ${pid} has the ledger open with an older Statehouse. Stop it and try again.`,
      { pid, pending },
    );
  }
  return { db, guest: true, close: () => db.destroy() };
}
