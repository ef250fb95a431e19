import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import { entryHash } from '../../contracts/entry-hash.ts';
import { verifyChain } from '../../ledger/verify-chain.ts';
import { EntryChain } from './entry-chain.ts';

const length = 6;
const chain = new EntryChain('case-1').addMany(length);
const seqs = fc.integer({ min: 0, max: length - 1 });

async function findings(bodies: { body: string }[], heads = [chain.head]) {
  const expectedHeads = heads.map(({ process, seq, hash }) => ({ process, seq, hash }));
  return (await verifyChain(bodies, { expectedHeads })).findings;
}

test('A whole record has no findings, and shows its heads', async () => {
  const other = new EntryChain('case-2').addMany(3);
  const verdict = await verifyChain([...chain.texts(), ...other.texts()]);
  expect(verdict).toEqual({
    entries: 9,
    heads: [
      { process: 'case-1', seq: 5, hash: chain.head.hash },
      { process: 'case-2', seq: 2, hash: other.head.hash },
    ],
    findings: [],
  });
});

test('Any flipped bit is found, and no other entry is blamed than its own or the next', async () => {
  await fc.assert(
    fc.asyncProperty(seqs, fc.nat(), fc.integer({ min: 0, max: 6 }), async (seq, place, bit) => {
      const texts = chain.texts();
      const bytes = Buffer.from(texts[seq]!.body);
      bytes[place % bytes.length]! ^= 1 << bit;
      texts[seq] = { body: bytes.toString() };
      // As in a database, where the place of an entry is kept beside its text.
      const placed = texts.map((text, index) => ({ ...text, process: 'case-1', seq: index }));
      const found = await findings(placed);
      expect(found.length).toBeGreaterThan(0);
      expect(found[0]!.seq).toBe(seq);
      expect(found.every((finding) => finding.seq === seq || finding.seq === seq + 1)).toBe(true);
    }),
  );
});

test('A removed entry is missed, the last one only by a head known from elsewhere', async () => {
  for (let seq = 0; seq < length - 1; seq += 1) {
    const found = await findings(chain.texts().toSpliced(seq, 1));
    expect(found).toMatchObject([{ seq: seq + 1, code: 'Gap' }]);
  }
  const shortened = chain.texts().slice(0, -1);
  expect(await findings(shortened)).toMatchObject([{ seq: length - 1, code: 'Truncated' }]);
  expect(await findings(shortened, [])).toEqual([]);
});

test('An inserted, repeated or swapped entry is out of place', async () => {
  const texts = chain.texts();
  const repeated = await findings(texts.toSpliced(3, 0, texts[2]!));
  expect(repeated).toMatchObject([{ seq: 2, code: 'Disorder' }]);
  const swapped = await findings(texts.with(2, texts[3]!).with(3, texts[2]!));
  expect(swapped.map(({ seq, code }) => [seq, code])).toEqual([
    [3, 'Gap'],
    [2, 'Disorder'],
    [4, 'Gap'],
  ]);
});

test('An entry rewritten with a hash that fits breaks the link of the next', async () => {
  const forged = { ...chain.entries[2]!, event: { type: 'forged' } };
  const body = canonicalJson({ ...forged, hash: entryHash(forged) });
  const found = await findings(chain.texts().with(2, { body }));
  expect(found).toMatchObject([{ seq: 3, code: 'BrokenLink' }]);
});

test('A whole chain rewritten to its end differs from the head known from elsewhere', async () => {
  const forged = new EntryChain('case-1').addMany(2);
  forged.add({ event: { type: 'forged' } });
  forged.addMany(3);
  expect(await findings(forged.texts(), [])).toEqual([]);
  expect(await findings(forged.texts())).toMatchObject([{ seq: 5, code: 'OtherHead' }]);
});

test('Text that says the same in other characters is not canonical', async () => {
  const body = JSON.stringify(chain.entries[4], null, 1);
  const found = await findings(chain.texts().with(4, { body }));
  expect(found).toMatchObject([{ seq: 4, code: 'NotCanonical' }]);
});

test('Columns that say otherwise than the text are found', async () => {
  const texts = chain.entries.map((entry) => ({ ...entry, body: canonicalJson(entry) }));
  const found = await findings(texts.with(1, { ...texts[1]!, hash: 'f'.repeat(64) }));
  expect(found).toMatchObject([{ seq: 1, code: 'ColumnMismatch' }]);
});

test('Verification goes on to the end, unless asked to stop', async () => {
  const texts = chain.texts().with(1, { body: 'no JSON' }).with(3, { body: '{"no":"entry"}' });
  expect((await findings(texts, [])).map(({ seq, code }) => [seq, code])).toEqual([
    [1, 'NotJson'],
    [3, 'NotAnEntry'],
  ]);
  expect(await verifyChain(texts, { stopAtFirst: true })).toMatchObject({ entries: 2 });
});

test('A part of a record is verified from where it begins', async () => {
  const texts = chain.texts().slice(2);
  expect((await verifyChain(texts, { fromSeq: 2 })).findings).toEqual([]);
  expect((await verifyChain(texts)).findings).toMatchObject([{ seq: 2, code: 'Gap' }]);
});
