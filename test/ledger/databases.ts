import { appendFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe } from '@jest/globals';
import pg from 'pg';
import { EmbeddedOwner } from '../../ledger/embedded-owner.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { Postgres, postgresBin } from '../helpers/postgres.ts';

/** A ledger under test, and the ways around it. */
export type LedgerUnderTest = {
  readonly ledger: Ledger;
  /** Another connection to the same ledger, as another process has it. */
  readonly open: () => Promise<Ledger>;
  /** SQL past the ledger: as the writer, or as the owner of the tables. */
  readonly query: (
    role: 'writer' | 'owner',
    text: string,
    values?: unknown[],
  ) => Promise<pg.QueryResult>;
};

export async function temporaryFolder(): Promise<string> {
  return await mkdtemp(path.join(tmpdir(), 'statehouse-'));
}

/** Where the owner of the embedded database serves its guests. */
export async function embeddedClient(home: string): Promise<pg.ClientConfig> {
  const text = await readFile(path.join(home, 'ledger.lock'), 'utf8');
  const { host, port, password } = EmbeddedOwner.parse(JSON.parse(text));
  return { host, port, password, user: 'postgres', database: 'postgres' };
}

async function queryAs(config: pg.ClientConfig, role: string, text: string, values: unknown[]) {
  const client = new pg.Client(config);
  await client.connect();
  try {
    // One transaction, because sessions of the embedded database are shared.
    await client.query('begin');
    await client.query(
      role === 'writer' ? 'set local role statehouse_writer' : 'set local role none',
    );
    const result = await client.query<Record<string, unknown>>(text, values);
    await client.query('commit');
    return result;
  } finally {
    await client.end();
  }
}

/** Runs the same tests on the embedded database and on a PostgreSQL server, when one is installed. */
export function onEachDatabase(
  title: string,
  tests: (subject: () => LedgerUnderTest) => void,
): void {
  describe(`${title} (embedded)`, () => {
    let subject: LedgerUnderTest;
    let home: string;
    beforeAll(async () => {
      home = await temporaryFolder();
      const open = (): Promise<Ledger> => openLedger({ home });
      subject = {
        ledger: await open(),
        open,
        query: async (role, text, values = []) =>
          await queryAs(await embeddedClient(home), role, text, values),
      };
    });
    afterAll(async () => {
      await subject.ledger.close();
      await rm(home, { recursive: true, force: true });
    });
    tests(() => subject);
  });

  onPostgres(title, (server) => {
    let subject: LedgerUnderTest;
    beforeAll(async () => {
      const databaseUrl = await server().createDatabase('ledger');
      const open = (): Promise<Ledger> => openLedger({ databaseUrl, home: tmpdir() });
      subject = {
        ledger: await open(),
        open,
        query: (role, text, values = []) =>
          queryAs({ connectionString: databaseUrl }, role, text, values),
      };
    });
    afterAll(() => subject.ledger.close());
    tests(() => subject);
  });
}

/** Runs tests against a PostgreSQL server of their own; says loudly when they cannot. */
export function onPostgres(title: string, tests: (server: () => Postgres) => void): void {
  const installed = postgresBin() !== undefined;
  if (!installed) {
    const reason = `PostgreSQL is not installed (PGBIN unset): skipped "${title} (PostgreSQL)".`;
    const file = process.env['STATEHOUSE_SKIPS'];
    if (file !== undefined) appendFileSync(file, `${reason}\n`);
    process.stderr.write(`\n!!! ${reason}\n`);
  }
  (installed ? describe : describe.skip)(`${title} (PostgreSQL)`, () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await Postgres.create();
    });
    afterAll(() => server[Symbol.asyncDispose]());
    tests(() => server);
  });
}
