import { tmpdir } from 'node:os';
import { expect, test } from '@jest/globals';
import { openLedger } from '../../ledger/open-ledger.ts';
import { verifyChain } from '../../ledger/verify-chain.ts';
import { onPostgres } from './databases.ts';
import { EntryChain } from './entry-chain.ts';

const away = { code: 'LedgerUnavailable' };

onPostgres('A ledger whose database is away', (server) => {
  test('says so when it is opened', async () => {
    const databaseUrl = 'postgres://postgres@127.0.0.1:1/ledger';
    await expect(openLedger({ databaseUrl, home: tmpdir() })).rejects.toMatchObject(away);
    const missing = server().databaseUrl('no-such-database');
    await expect(openLedger({ databaseUrl: missing, home: tmpdir() })).rejects.toMatchObject(away);
  });

  test('says so when something is appended, and takes it once the database is back', async () => {
    const databaseUrl = await server().createDatabase('away');
    await using ledger = await openLedger({ databaseUrl, home: tmpdir() });
    const chain = new EntryChain('away').addMany(2);
    await ledger.append(chain.records.slice(0, 1));
    await server().stop();
    await expect(ledger.append(chain.records)).rejects.toMatchObject(away);
    await expect(ledger.readHead('away')).rejects.toMatchObject(away);
    await server().start();
    expect(await ledger.append(chain.records)).toEqual({ added: 1, present: 1 });
  });

  test('has lost nothing that it confirmed when its database is killed', async () => {
    const databaseUrl = await server().createDatabase('killed');
    await using ledger = await openLedger({ databaseUrl, home: tmpdir() });
    const chain = new EntryChain('killed').addMany(4_000);
    let confirmed = -1;
    const appending = (async () => {
      for (const record of chain.records) {
        await ledger.append([record]);
        confirmed = record.entry.seq;
        if (confirmed === 50) void server().kill9();
      }
    })();
    await expect(appending).rejects.toMatchObject(away);
    await server().start();
    expect((await ledger.readHead('killed'))?.seq).toBeGreaterThanOrEqual(confirmed);
    const rest = chain.records.slice(0, confirmed + 20);
    await ledger.append(rest);
    const verdict = await verifyChain(ledger.readEntryTexts({ process: 'killed' }));
    expect(verdict).toMatchObject({ entries: rest.length, findings: [] });
    expect(await ledger.readProcess('killed')).toMatchObject({ head: rest.at(-1)!.entry.hash });
  });
});
