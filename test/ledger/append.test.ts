import { expect, test } from '@jest/globals';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { onEachDatabase } from './databases.ts';
import { EntryChain, sealed } from './entry-chain.ts';

async function storedHashes(ledger: Ledger, process: string): Promise<string[]> {
  const hashes: string[] = [];
  for await (const entry of ledger.readEntries({ process })) hashes.push(entry.hash);
  return hashes;
}

onEachDatabase('The ledger', (subject) => {
  test('keeps the canonical text of every entry, byte for byte', async () => {
    const chain = new EntryChain('byte-for-byte').addMany(450);
    await subject().ledger.append(chain.records);
    const bodies: string[] = [];
    for await (const { body } of subject().ledger.readEntryTexts({ process: chain.process })) {
      bodies.push(body);
    }
    expect(bodies).toEqual(chain.entries.map((entry) => canonicalJson(entry)));
  });

  test('keeps what PostgreSQL cannot hold as text: U+0000', async () => {
    const chain = new EntryChain('odd-text');
    const note = sealed('/note', 'nul \0');
    chain.add({
      event: { type: 'odd \0', input: { title: 'Park \0' }, note: note.commitment },
      actor: { subject: 'p \0', roles: [] },
      to: { 'a \0': 'b' },
      effects: [
        { kind: 'arm', id: 't \0', generation: 1, event: { type: 'due \0' }, rule: { from: '\0' } },
      ],
      values: [note.value],
    });
    await subject().ledger.append(chain.records);
    expect(await storedHashes(subject().ledger, chain.process)).toEqual([chain.head.hash]);
    expect(await subject().ledger.readValues({ process: chain.process })).toEqual([
      { seq: 0, ...note.value },
    ]);
  });

  test('passes over entries that are there already', async () => {
    const chain = new EntryChain('twice').addMany(4);
    const { ledger } = subject();
    expect(await ledger.append(chain.records.slice(0, 3))).toEqual({ added: 3, present: 0 });
    expect(await ledger.append(chain.records.slice(0, 3))).toEqual({ added: 0, present: 3 });
    expect(await ledger.append(chain.records)).toEqual({ added: 1, present: 3 });
    expect(await ledger.append(chain.records.slice(1, 2))).toEqual({ added: 0, present: 1 });
    expect(await ledger.append([])).toEqual({ added: 0, present: 0 });
    expect((await ledger.readProcess('twice'))?.seq).toBe(3);
  });

  test('refuses another entry at the same place and names both', async () => {
    const chain = new EntryChain('conflict').addMany(3);
    await subject().ledger.append(chain.records);
    const fork = new EntryChain('conflict').addMany(2);
    const other = fork.add({ event: { type: 'forged' } });
    await expect(subject().ledger.append([other])).rejects.toMatchObject({
      code: 'LedgerConflict',
      facts: { process: 'conflict', seq: 2, hash: other.entry.hash, stored: chain.head.hash },
    });
    await expect(subject().ledger.append([other, fork.add()])).rejects.toMatchObject({
      code: 'LedgerConflict',
    });
    expect(await storedHashes(subject().ledger, 'conflict')).toEqual(
      chain.entries.map(({ hash }) => hash),
    );
  });

  test('refuses a gap', async () => {
    const chain = new EntryChain('gap').addMany(4);
    const { ledger } = subject();
    await expect(ledger.append(chain.records.slice(1))).rejects.toMatchObject({
      code: 'LedgerConflict',
      facts: { process: 'gap', seq: 1, expected: null },
    });
    await ledger.append(chain.records.slice(0, 1));
    await expect(ledger.append(chain.records.slice(2, 3))).rejects.toMatchObject({
      code: 'LedgerConflict',
    });
    await expect(
      ledger.append([...chain.records.slice(1, 2), ...chain.records.slice(3)]),
    ).rejects.toMatchObject({ code: 'LedgerConflict', facts: { seq: 3 } });
    expect(await storedHashes(ledger, 'gap')).toHaveLength(1);
  });

  test('refuses an entry that follows another predecessor than the stored one', async () => {
    const chain = new EntryChain('fork').addMany(2);
    await subject().ledger.append(chain.records);
    const fork = new EntryChain('fork');
    fork.add();
    const other = fork.add({ event: { type: 'forged' } });
    const next = fork.add();
    await expect(subject().ledger.append([next])).rejects.toMatchObject({
      code: 'LedgerConflict',
      facts: { seq: 2, previousHash: other.entry.hash, expected: chain.head.hash },
    });
    expect(await storedHashes(subject().ledger, 'fork')).toHaveLength(2);
  });

  test('is all or nothing, also over several processes', async () => {
    const whole = new EntryChain('a-whole').addMany(2);
    const broken = new EntryChain('b-broken').addMany(2);
    const both = [...whole.records, ...broken.records.slice(1)];
    await expect(subject().ledger.append(both)).rejects.toMatchObject({ code: 'LedgerConflict' });
    expect(await storedHashes(subject().ledger, 'a-whole')).toEqual([]);
    expect(await subject().ledger.readProcess('a-whole')).toBeUndefined();
    await subject().ledger.append([...whole.records, ...broken.records]);
    expect(await storedHashes(subject().ledger, 'a-whole')).toHaveLength(2);
  });

  test('refuses an entry that does not have its own hash, and a value not its commitment', async () => {
    const { entry, values } = new EntryChain('false').draft();
    const forged = { entry: { ...entry, at: '2027-05-05T00:00:00.000Z' }, values };
    const refused = { code: 'VerificationFailed' };
    await expect(subject().ledger.append([forged])).rejects.toMatchObject(refused);
    const name = sealed('/name', 'Ada');
    const swapped = new EntryChain('false').draft({
      event: { type: 'signed', name: name.commitment },
      values: [{ ...name.value, value: 'Eve' }],
    });
    await expect(subject().ledger.append([swapped])).rejects.toMatchObject(refused);
  });

  test('lets one of two different entries through when they race', async () => {
    const chain = new EntryChain('race').addMany(1);
    const others = await Promise.all([1, 2, 3].map(() => subject().open()));
    const ledgers = [subject().ledger, ...others];
    await subject().ledger.append(chain.records);
    const drafts = ledgers.map((_, i) => chain.draft({ event: { type: `racer-${i}` } }));
    const results = await Promise.allSettled(
      ledgers.map((ledger, i) => ledger.append([drafts[i]!])),
    );
    await Promise.all(others.map((ledger) => ledger.close()));
    const lost = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason as unknown] : [],
    );
    expect(lost).toHaveLength(3);
    for (const error of lost) expect(error).toMatchObject({ code: 'LedgerConflict' });
    expect(await storedHashes(subject().ledger, 'race')).toHaveLength(2);
  });

  test('keeps every chain whole when four connections append at once, each batch by all', async () => {
    const others = await Promise.all([1, 2, 3].map(() => subject().open()));
    const ledgers = [subject().ledger, ...others];
    const chains = [0, 1, 2, 3].map((i) => new EntryChain(`crowd-${i}`).addMany(30));
    await Promise.all(
      ledgers.map(async (ledger, shift) => {
        for (let from = 0; from < 30; from += 3) {
          for (const i of [0, 1, 2, 3]) {
            const chain = chains[(i + shift) % 4]!;
            // Overlapping batches, as retries make them.
            await ledger.append(chain.records.slice(Math.max(0, from - 1), from + 3));
          }
        }
      }),
    );
    await Promise.all(others.map((ledger) => ledger.close()));
    for (const chain of chains) {
      expect(await storedHashes(subject().ledger, chain.process)).toEqual(
        chain.entries.map(({ hash }) => hash),
      );
      const standing = await subject().ledger.readProcess(chain.process);
      expect(standing).toMatchObject({ seq: 29, head: chain.head.hash });
    }
  });

  const definition = { id: 'co-design', version: '1.0.0', title: { en: 'Co-design' } };

  test('keeps definitions by the hash of their content, once', async () => {
    const { ledger } = subject();
    const hash = contentHash(definition);
    await ledger.saveDefinition(hash, definition);
    await ledger.saveDefinition(hash, definition);
    expect(await ledger.readDefinition(hash)).toEqual(definition);
    expect(await ledger.readDefinition('0'.repeat(64))).toBeUndefined();
    expect(await ledger.listDefinitions({ id: 'co-design' })).toMatchObject([
      { hash, version: '1.0.0' },
    ]);
  });

  test('refuses a definition under any other hash, or without an id', async () => {
    const refused = { code: 'InvalidDefinition' };
    const { ledger } = subject();
    await expect(ledger.saveDefinition('0'.repeat(64), definition)).rejects.toMatchObject(refused);
    const nameless = { version: '1.0.0' };
    await expect(ledger.saveDefinition(contentHash(nameless), nameless)).rejects.toMatchObject(
      refused,
    );
  });
});
