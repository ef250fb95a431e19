import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { liveUntil } from '../../client/live-until.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { verifyProcess } from '../../audit/verify-process.ts';
import { permit } from '../fixtures/permit.ts';
import { City } from '../helpers/city.ts';

describe('a rehearsal on a server that skips time', () => {
  let city: City;
  beforeAll(async () => {
    city = await City.open({ timeSkipping: true });
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  async function entries(process: string): Promise<LedgerEntry[]> {
    const all = [];
    for await (const entry of city.ledger.readEntries({ process })) all.push(entry);
    return all;
  }
  const officer = { actor: { subject: 'olof', roles: ['officer'] } };

  it('lives in another year and lets deadlines fire on their days', async () => {
    const startedBy = { subject: 'ada', roles: ['applicant'] };
    const id = 'old-permit';
    const rehearsal = { startsAt: '1999-03-01T09:00:00.000Z' };
    await city.client.start({
      id,
      definition: permit,
      input: { title: 'A shed' },
      startedBy,
      rehearsal,
    });
    await liveUntil(city.client, id, '1999-03-30T00:00:00.000Z');
    expect((await city.client.snapshot(id)).value).toBe('open');
    await liveUntil(city.client, id, '1999-03-31T08:30:00.000Z');
    expect((await city.client.snapshot(id)).value).toBe('late');
    const fired = (await entries(id)).find(({ kind }) => kind === 'timer');
    // Thirty days on the city's clock: summer time began on 28 March, so an hour less in UTC.
    expect(fired?.event['dueAt']).toMatch(/^1999-03-31T08:00:0\d/);
    expect(fired?.at.slice(0, 18)).toBe((fired?.event['dueAt'] as string).slice(0, 18));
    await city.client.send(id, { type: 'permit.decided', granted: false }, officer);
    await liveUntil(city.client, id, '2003-01-01T00:00:00.000Z');
    const [child] = (await city.client.snapshot(id)).children;
    const inspector = { actor: { subject: 'inga', roles: ['inspector'] } };
    await city.client.send(
      child?.process ?? '',
      { type: 'inspection.held', passed: true },
      inspector,
    );
    expect(await city.client.result(id)).toEqual({ granted: false, passed: true });
    expect((await entries(id)).at(-1)?.at).toMatch(/^2003-01-01/);
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true });
  });
});
