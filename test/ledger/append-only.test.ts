import { expect, test } from '@jest/globals';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Json } from '../../contracts/json.ts';
import { checkValues } from '../../ledger/check-values.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { verifyChain } from '../../ledger/verify-chain.ts';
import { onEachDatabase, onPostgres } from './databases.ts';
import { EntryChain, sealed } from './entry-chain.ts';

const definition = { id: 'co-design', version: '1.0.0' };

onEachDatabase('The record', (subject) => {
  const changes = [
    `update entries set body = body where process = 'kept'`,
    `delete from entries where process = 'kept'`,
    `truncate entries cascade`,
    `update definitions set body = body`,
    `delete from definitions`,
    `truncate definitions`,
  ];

  test.each(changes)('refuses: %s', async (change) => {
    const { ledger, query } = subject();
    await ledger.append(new EntryChain('kept').addMany(2).records);
    await ledger.saveDefinition(contentHash(definition), definition);
    await expect(query('writer', change)).rejects.toMatchObject({ code: '42501' });
    await expect(query('owner', change)).rejects.toMatchObject({ code: 'SH002' });
    await expect(
      query('owner', `set local session_replication_role = replica; ${change}`),
    ).rejects.toMatchObject({ code: 'SH002' });
    expect(await ledger.readHead('kept')).toMatchObject({ seq: 1 });
    expect(await ledger.readDefinition(contentHash(definition))).toEqual(definition);
  });

  test('refuses to change a sealed value', async () => {
    const change = subject().query('writer', `update sealed_values set value = '"Eve"'`);
    await expect(change).rejects.toMatchObject({ code: '42501' });
  });

  test('refuses an entry out of its chain, whoever writes it', async () => {
    const insert = `insert into entries
      select process, seq + 7, at, kind, event_type, actor_subject, definition, state_hash, previous_hash, hash, body
      from entries where process = 'kept' and seq = 1`;
    for (const role of ['writer', 'owner'] as const) {
      await expect(subject().query(role, insert)).rejects.toMatchObject({ code: 'SH001' });
    }
  });

  test('shows the one entry of which one byte was flipped', async () => {
    const { ledger, query } = subject();
    const chain = new EntryChain('flipped').addMany(9);
    await ledger.append(chain.records);
    // What an administrator of the database can always do: take the lock off first.
    await query(
      'owner',
      `alter table entries disable trigger append_only;
       update entries set body = replace(body, '"noted"', '"notef"') where process = 'flipped' and seq = 5;
       alter table entries enable always trigger append_only`,
    );
    const verdict = await verifyChain(ledger.readEntryTexts({ process: 'flipped' }));
    expect(verdict).toMatchObject({
      entries: 9,
      findings: [{ process: 'flipped', seq: 5, code: 'HashMismatch' }],
    });
  });

  test('stays whole when values are erased', async () => {
    const { ledger } = subject();
    const chain = new EntryChain('erased');
    const name = sealed('/who/name', 'Ada');
    const mail = sealed('/who/mail', 'ada@example.org');
    const who: Json = { name: name.commitment, mail: mail.commitment };
    chain.add();
    chain.add({ event: { type: 'signed', who }, values: [name.value, mail.value] });
    await ledger.append(chain.records);

    const kept = await ledger.readValues({ process: 'erased' });
    expect(kept.map(({ value }) => value)).toEqual(['ada@example.org', 'Ada']);
    expect(checkValues(chain.head, kept)).toEqual([]);

    expect(await ledger.eraseValues({ process: 'erased', seq: 1, path: '/who/name' })).toEqual([
      { seq: 1, path: '/who/name' },
    ]);
    expect(await ledger.readValues({ process: 'erased' })).toHaveLength(1);
    expect(await ledger.eraseValues({ process: 'erased' })).toHaveLength(1);
    const verdict = await verifyChain(ledger.readEntryTexts({ process: 'erased' }));
    expect(verdict).toMatchObject({ entries: 2, findings: [] });

    await ledger.append(chain.records);
    expect(await ledger.readValues({ process: 'erased' })).toEqual([]);
  });

  test('notices a value that is not the one committed to', async () => {
    const { ledger, query } = subject();
    const chain = new EntryChain('swapped');
    const name = sealed('/name', 'Ada');
    chain.add({ event: { type: 'signed', name: name.commitment }, values: [name.value] });
    await ledger.append(chain.records);
    await query('owner', `update sealed_values set value = '"Eve"' where process = 'swapped'`);
    const values = await ledger.readValues({ process: 'swapped' });
    expect(checkValues(chain.head, values)).toMatchObject([{ path: '/name', code: 'WrongValue' }]);
    const nowhere = [{ ...name.value, path: '/type' }];
    expect(checkValues(chain.head, nowhere)).toMatchObject([{ code: 'NoCommitment' }]);
  });
});

onPostgres('A database user without the right to create roles', (server) => {
  test('is told which SQL an administrator has to run, and can work after that', async () => {
    await server().query('create role town login');
    const databaseUrl = await server().createDatabase('town', 'town');
    const refusal = await openLedger({ databaseUrl, home: '/' }).then(
      () => undefined,
      (error: unknown) => error as { message: string; facts: { sql: string } },
    );
    expect(refusal).toMatchObject({ code: 'LedgerUnavailable' });
    expect(refusal?.message).toContain('CREATE ROLE statehouse_writer NOLOGIN');
    await server().query(refusal!.facts.sql);
    await using ledger = await openLedger({ databaseUrl, home: '/' });
    await ledger.append(new EntryChain('town').addMany(2).records);
    expect(await ledger.readHead('town')).toMatchObject({ seq: 1 });
  });

  test('may own nothing at all, once the tables are there', async () => {
    await server().query('create role clerk login; grant statehouse_writer to clerk');
    const databaseUrl = server().databaseUrl('town', 'clerk');
    await using ledger = await openLedger({ databaseUrl, home: '/' });
    expect(await ledger.append(new EntryChain('clerk').addMany(1).records)).toMatchObject({
      added: 1,
    });
  });
});
