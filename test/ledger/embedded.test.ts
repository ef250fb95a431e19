import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { openLedger } from '../../ledger/open-ledger.ts';
import { verifyChain } from '../../ledger/verify-chain.ts';
import { embeddedClient, temporaryFolder } from './databases.ts';
import { EntryChain } from './entry-chain.ts';

let home: string;

beforeAll(async () => {
  home = await temporaryFolder();
});

afterAll(() => rm(home, { recursive: true, force: true }));

/** Another process with the same ledger. `said` answers once it has printed the line. */
function otherProcess(id: string, count: number) {
  const script = fileURLToPath(new URL('./append-in-process.ts', import.meta.url));
  const child = spawn(process.execPath, [script, home, id, String(count)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout);
  const said = (line: string): Promise<void> =>
    new Promise((resolve, reject) => {
      lines.on('line', (text) => {
        if (text === line) resolve();
      });
      lines.once('close', () => {
        reject(new Error(`${id} ended without saying "${line}"`));
      });
    });
  return { child, said, exited: once(child, 'exit') };
}

async function clients(count: number): Promise<pg.Client[]> {
  const config = await embeddedClient(home);
  const opened = Array.from({ length: count }, () => new pg.Client(config));
  await Promise.all(opened.map((client) => client.connect()));
  return opened;
}

test('Two processes append beside each other, and the second takes over when the first leaves', async () => {
  const first = await openLedger({ home });
  const second = otherProcess('second', 60);
  await second.said('5');
  await first.append(new EntryChain('first').addMany(20).records);
  await first.close();
  await second.said('closed');
  await using again = await openLedger({ home });
  expect(await verifyChain(again.readEntryTexts())).toMatchObject({ entries: 80, findings: [] });
});

test('What a killed process confirmed is there for the next, which takes its lock', async () => {
  const killed = otherProcess('killed', 5_000);
  await killed.said('40');
  killed.child.kill('SIGKILL');
  await killed.exited;
  await using ledger = await openLedger({ home });
  expect((await ledger.readHead('killed'))?.seq).toBeGreaterThanOrEqual(40);
  const verdict = await verifyChain(ledger.readEntryTexts({ process: 'killed' }));
  expect(verdict.findings).toEqual([]);
});

test('A lock that says nothing is no obstacle, and leaving removes every trace of the lock', async () => {
  await writeFile(path.join(home, 'ledger.lock'), '');
  const ledger = await openLedger({ home });
  expect((await stat(path.join(home, 'ledger.lock'))).mode & 0o777).toBe(0o600);
  await ledger.close();
  expect(await readdir(home)).toEqual(['ledger']);
});

test('Many openings at once come to one owner', async () => {
  const ledgers = await Promise.all([1, 2, 3, 4, 5].map(() => openLedger({ home })));
  await Promise.all(
    ledgers.map((ledger, i) => ledger.append(new EntryChain(`opened-${i}`).addMany(3).records)),
  );
  for (const ledger of ledgers) expect(await ledger.readHead('opened-4')).toMatchObject({ seq: 2 });
  await Promise.all(ledgers.map((ledger) => ledger.close()));
});

test('Four clients with transactions and parameters at once never meet in one another', async () => {
  await using ledger = await openLedger({ home });
  const guests = await clients(4);
  await guests[0]!.query('set role none; create table counted (client int, n int)');
  await Promise.all([
    ...guests.map(async (client, i) => {
      for (let n = 0; n < 25; n += 1) {
        await client.query('begin');
        await client.query('insert into counted values ($1, $2)', [i, n]);
        const { rows } = await client.query<{ n: number }>(
          'select count(*)::int as n from counted where client = $1 and n = $2',
          [i, n],
        );
        expect(rows).toEqual([{ n: 1 }]);
        await client.query(n % 5 === 0 ? 'rollback' : 'commit');
        const echo = await client.query('select $1::int as i, $2::text as text', [
          i,
          `client ${n}`,
        ]);
        expect(echo.rows).toEqual([{ i, text: `client ${n}` }]);
        await expect(client.query('select $1::int / 0', [i])).rejects.toMatchObject({
          code: '22012',
        });
      }
    }),
    (async () => {
      for (const record of new EntryChain('beside-guests').addMany(25).records) {
        await ledger.append([record]);
      }
    })(),
  ]);
  const counted = 'select client, count(*)::int as n from counted group by client order by client';
  expect((await guests[0]!.query(counted)).rows).toEqual(
    [0, 1, 2, 3].map((client) => ({ client, n: 20 })),
  );
  await guests[0]!.query('drop table counted; set role statehouse_writer');
  await Promise.all(guests.map((client) => client.end()));
  expect(await ledger.readHead('beside-guests')).toMatchObject({ seq: 24 });
});

test('A guest that dies within a transaction leaves nothing and holds nobody up', async () => {
  await using ledger = await openLedger({ home });
  const [guest] = await clients(1);
  guest!.on('error', () => undefined);
  const chain = new EntryChain('after-guest').addMany(1);
  await guest!.query(`begin; insert into definitions values ('${'e'.repeat(64)}', 'x', '1', '{}')`);
  const waiting = ledger.append(chain.records);
  await guest!.end();
  expect(await waiting).toEqual({ added: 1, present: 0 });
  expect(await ledger.listDefinitions({ id: 'x' })).toEqual([]);
});

test('A guest without the password is turned away', async () => {
  await using _ledger = await openLedger({ home });
  const client = new pg.Client({ ...(await embeddedClient(home)), password: 'guess' });
  await expect(client.connect()).rejects.toMatchObject({ code: '28P01' });
});

test('A folder too deep for a Unix socket is served on the loopback interface', async () => {
  const deep = path.join(home, 'deep'.repeat(30));
  await using _owner = await openLedger({ home: deep });
  await using guest = await openLedger({ home: deep });
  await guest.append(new EntryChain('deep').addMany(2).records);
  expect(await guest.readHead('deep')).toMatchObject({ seq: 1 });
});
