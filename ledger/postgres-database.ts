import { CompiledQuery, Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { errorCode } from './database-error.ts';
import type { LedgerDatabase, LedgerTables } from './ledger-tables.ts';
import { PreparingPool } from './preparing-pool.ts';

const patience = { connectionTimeoutMillis: 10_000, query_timeout: 60_000 };
const insufficientPrivilege = '42501';

/** A pool of connections. `writer` puts each under the role that may append to the record and not change it. */
export function postgresDatabase(
  config: pg.PoolConfig,
  { writer }: { writer: boolean },
): LedgerDatabase {
  const pool = new pg.Pool({
    application_name: 'statehouse',
    keepAlive: true,
    ...patience,
    ...config,
  });
  // A connection that breaks is replaced at the next query; without these listeners it would end the process, the idle one
  // (`error` of the pool) as well as the one in use that breaks between two queries (`error` of the client).
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<LedgerTables>({
    dialect: new PostgresDialect({
      pool: writer ? new PreparingPool(pool) : pool,
      async onCreateConnection(connection) {
        if (!writer) return;
        try {
          await connection.executeQuery(CompiledQuery.raw('set role statehouse_writer'));
        } catch (error) {
          if (errorCode(error) !== insufficientPrivilege) throw error;
          throw new StatehouseError(
            'LedgerUnavailable',
            'The database user may not act as statehouse_writer. Run: GRANT statehouse_writer TO <user>;',
            { sql: 'GRANT statehouse_writer TO <user>;' },
          );
        }
      },
    }),
  });
}
