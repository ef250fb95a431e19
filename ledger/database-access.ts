import { StatehouseError } from '../contracts/statehouse-error.ts';
import { databaseError } from './database-error.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

/** A way to the database. `guest` is one that ends when the process that owns the embedded database does. */
export type OpenedDatabase = {
  readonly db: LedgerDatabase;
  readonly guest: boolean;
  close(): Promise<void>;
};

/** Runs work on the database; its failures are ours. Work that failed because the owner left may run a second time. */
export type DatabaseAccess = {
  run<T>(work: (db: LedgerDatabase) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

function isUnavailable(error: unknown): boolean {
  return error instanceof StatehouseError && error.code === 'LedgerUnavailable';
}

/** Keeps one database open, and finds the way anew when the owner of an embedded one has gone. */
export async function openAccess(open: () => Promise<OpenedDatabase>): Promise<DatabaseAccess> {
  const attempt = (): Promise<OpenedDatabase> =>
    open().catch((error: unknown) => {
      throw databaseError(error);
    });
  let current: Promise<OpenedDatabase> = Promise.resolve(await attempt());
  let closed = false;

  async function runOn<T>(opened: OpenedDatabase, work: (db: LedgerDatabase) => Promise<T>) {
    try {
      return await work(opened.db);
    } catch (error) {
      throw databaseError(error);
    }
  }

  function reopen(lost: Promise<OpenedDatabase>): Promise<OpenedDatabase> {
    if (current === lost) {
      current = lost.then((opened) => opened.close()).then(attempt, attempt);
      // Whoever waits for it hears of the failure; the next to come tries again.
      current.catch(() => undefined);
    }
    return current;
  }

  return {
    async run(work) {
      if (closed) throw new StatehouseError('LedgerUnavailable', 'The ledger is closed.');
      const used = current;
      const opened = await used.catch(() => reopen(used));
      try {
        return await runOn(opened, work);
      } catch (error) {
        if (!opened.guest || !isUnavailable(error)) throw error;
        return await runOn(await reopen(used), work);
      }
    },
    async close() {
      if (closed) return;
      closed = true;
      await current.then((opened) => opened.close()).catch(() => undefined);
    },
  };
}
