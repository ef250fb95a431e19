import type { PGlite } from '@electric-sql/pglite';
import type { PGlite as KyselyPGlite, PGliteQueryOptions, PGliteQueryResults } from 'kysely';
import type { PGliteTransaction } from 'kysely';
import type { Mutex } from './mutex.ts';

/**
 * PGlite has one session. Kysely's queries take turns here with the processes that come in over the socket: PGlite's own
 * locks do not cover the wire protocol, so a guest's insert would land in the owner's open transaction.
 */
export class ExclusivePGlite implements KyselyPGlite {
  readonly #pglite: PGlite;
  readonly #turns: Mutex;

  constructor(pglite: PGlite, turns: Mutex) {
    this.#pglite = pglite;
    this.#turns = turns;
  }

  get closed(): boolean {
    return this.#pglite.closed;
  }

  get ready(): boolean {
    return this.#pglite.ready;
  }

  get waitReady(): Promise<void> {
    return this.#pglite.waitReady;
  }

  query<T>(
    query: string,
    params?: unknown[],
    options?: PGliteQueryOptions,
  ): Promise<PGliteQueryResults<T>> {
    return this.#turns.run(() => this.#pglite.query<T>(query, params, options));
  }

  transaction<T>(work: (tx: PGliteTransaction) => Promise<T>): Promise<T> {
    return this.#turns.run(() => this.#pglite.transaction(work));
  }

  close(): Promise<void> {
    return this.#turns.run(() => this.#pglite.close());
  }
}
