import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';

/** Begins a statement that is prepared once per connection, under this name. */
const marker = /^\s*\/\* prepare: ([a-z]+) \*\//;

class PreparingClient implements PostgresPoolClient {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  query<R>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  query(text: string | PostgresCursor<unknown>, parameters: readonly unknown[] = []): unknown {
    if (typeof text !== 'string') throw new Error('The ledger reads by pages, not by cursors.');
    const name = marker.exec(text)?.[1];
    const values = [...parameters];
    return this.#client.query(name === undefined ? { text, values } : { name, text, values });
  }

  release(destroy?: boolean): void {
    this.#client.release(destroy);
  }
}

/**
 * A pool whose connections prepare the statements that say so: planning an append takes as long as running it (0.9 ms
 * against 0.5 ms). Not for the embedded database, where all share one session and with it the names.
 */
export class PreparingPool implements PostgresPool {
  readonly #pool: pg.Pool;
  // Kysely knows a connection by its client object.
  readonly #clients = new WeakMap<pg.PoolClient, PreparingClient>();

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  get options(): object {
    return this.#pool.options;
  }

  async connect(): Promise<PostgresPoolClient> {
    const client = await this.#pool.connect();
    const known = this.#clients.get(client);
    if (known !== undefined) return known;
    const preparing = new PreparingClient(client);
    this.#clients.set(client, preparing);
    return preparing;
  }

  end(): Promise<void> {
    return this.#pool.end();
  }
}
