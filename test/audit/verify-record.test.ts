import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verifyRecord, type ProcessRecord } from '../../audit/verify-record.ts';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import { contentHash } from '../../contracts/content-hash.ts';
import { entryHash } from '../../contracts/entry-hash.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { addInUtc } from '../../machines/compile/utc-duration.ts';
import { Simulation } from '../../machines/simulate.ts';
import { permit } from '../fixtures/permit.ts';

const applicant = { subject: 'ada', roles: ['applicant'] };
const officer = { subject: 'olof', roles: ['officer'] };

function life(): LedgerEntry[] {
  const simulation = new Simulation('2027-03-01T09:00:00.000Z', ({ from, plus = 'PT0S' }) =>
    new Date(addInUtc(Date.parse(from), plus, 1)).toISOString(),
  );
  simulation.start('p', permit, { title: 'A shed' }, applicant);
  simulation.send('p', { type: 'note.added', text: 'one' }, applicant);
  simulation.send('p', { type: 'note.added', text: 'two' }, applicant);
  simulation.advanceTo('2027-03-31T09:30:00.000Z');
  simulation.send('p', { type: 'permit.decided', granted: true }, officer);
  return [...simulation.entries('p')];
}

const definitions = new Map<string, unknown>([[contentHash(permit), permit]]);
const record = (entries: readonly LedgerEntry[]): ProcessRecord => ({
  entries: entries.map((entry) => ({ body: canonicalJson(entry) })),
  definitions,
});

/** Entries after a change, with every later hash made good again: only living the process again can tell. */
function rehashed(entries: readonly LedgerEntry[]): LedgerEntry[] {
  let previousHash = '0'.repeat(64);
  return entries.map((entry) => {
    const content = { ...entry, previousHash };
    previousHash = entryHash(content);
    return { ...content, hash: previousHash };
  });
}

describe('verifying a record', () => {
  const entries = life();

  it('finds nothing in a true one', async () => {
    expect(await verifyRecord(record(entries))).toMatchObject({
      ok: true,
      entries: entries.length,
      findings: [],
    });
  });

  it('names the entry of any flipped byte', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(entries.length - 1),
        fc.nat(),
        fc.integer({ min: 1, max: 127 }),
        async (seq, place, flip) => {
          const bodies = record(entries).entries.map(({ body }) => body);
          const bytes = Buffer.from(bodies[seq] ?? '');
          const offset = place % bytes.length;
          bytes[offset] = (bytes[offset] ?? 0) ^ flip;
          bodies[seq] = bytes.toString('utf8');
          const verdict = await verifyRecord({
            entries: bodies.map((body) => ({ body })),
            definitions,
          });
          expect(verdict.ok).toBe(false);
          expect(verdict.findings[0]?.seq).toBeLessThanOrEqual(seq + 1);
          expect(
            verdict.findings.some((finding) => finding.seq === seq || finding.seq === seq + 1),
          ).toBe(true);
        },
      ),
      { numRuns: 200 },
    );
  });

  const forgeries: [string, (entries: LedgerEntry[]) => LedgerEntry[]][] = [
    [
      'another state',
      (all) => all.map((entry) => (entry.seq === 3 ? { ...entry, to: 'decided' } : entry)),
    ],
    [
      'another field',
      (all) =>
        all.map((entry) =>
          entry.seq === 2 ? { ...entry, event: { ...entry.event, text: 'forged' } } : entry,
        ),
    ],
    [
      'a deadline left out',
      (all) => all.map((entry) => (entry.seq === 0 ? { ...entry, effects: [] } : entry)),
    ],
    [
      'an entry left out',
      (all) => all.filter(({ seq }) => seq !== 2).map((entry, seq) => ({ ...entry, seq })),
    ],
    [
      'an entry of somebody who may not',
      (all) =>
        all.map((entry) =>
          entry.seq === 2 ? { ...entry, actor: { subject: 'eve', roles: ['inspector'] } } : entry,
        ),
    ],
  ];
  it.each(forgeries)('finds %s even when every hash was made good again', async (_what, forge) => {
    const verdict = await verifyRecord(record(rehashed(forge(entries))));
    expect(verdict.ok).toBe(false);
  });

  it('finds the newest entries missing when a head is known from elsewhere', async () => {
    const { hash, seq } = entries.at(-1)!;
    const shortened = record(entries.slice(0, -2));
    expect((await verifyRecord(shortened)).ok).toBe(true);
    expect((await verifyRecord(shortened, { process: 'p', seq, hash })).ok).toBe(false);
  });

  it('finds another definition under the same hash', async () => {
    const forged = new Map([[contentHash(permit), { ...permit, version: '9.9.9' }]]);
    expect((await verifyRecord({ ...record(entries), definitions: forged })).ok).toBe(false);
  });
});
