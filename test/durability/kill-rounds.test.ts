import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { verifyProcess } from '../../audit/verify-process.ts';
import { eventually } from '../helpers/eventually.ts';
import { postgresBin } from '../helpers/postgres.ts';
import { checkCity } from './check-city.ts';
import { FallibleCity, parts, type Part } from './fallible-city.ts';
import { drawRound, killRound } from './kill-rounds.ts';
import { random } from './random.ts';
import { Townspeople } from './townspeople.ts';
import { vigil } from './vigil.ts';

const victims: readonly (readonly Part[])[] = [
  ['worker'],
  ['database'],
  ['temporal'],
  ['worker', 'temporal'],
];
const kim = { subject: 'kim', roles: ['keeper'] };

/** `npm run kill-rounds -- --rounds 30` is the long form of this. */
describe('A city whose parts are killed', () => {
  let city: FallibleCity;
  beforeAll(async () => {
    city = await FallibleCity.open(postgresBin() === undefined ? 'embedded' : 'postgres');
  });
  afterAll(() => city[Symbol.asyncDispose]());

  it('has every acknowledged event once, every other whole or not at all', async () => {
    const seed = Number(process.env['STATEHOUSE_SEED'] ?? Date.now() % 1_000_000);
    const next = random(seed);
    const people = new Townspeople(city.client, seed);
    await people.begin();
    for (const victim of victims) await killRound(city, people, drawRound(next, victim));
    await people.stop();
    const { findings, ...figures } = await checkCity(city, people.stream);
    expect({ seed, findings }).toEqual({ seed, findings: [] });
    expect(figures.acknowledged).toBeGreaterThan(20);
    expect(figures.timers).toBeGreaterThan(0);
    expect(figures.completions).toBeGreaterThan(0);
  }, 120_000);

  it('fires a deadline that came while everything was down, once, as soon as it is back', async () => {
    const id = 'night-watch';
    await city.client.start({ id, definition: vigil, startedBy: kim });
    const dueAt = await eventually(async () => {
      const { value, timers } = await city.client.snapshot(id);
      expect(value).toBe('quiet');
      return timers[0]?.dueAt;
    });
    await city.kill(parts);
    await sleep(1_000);
    const back = new Date().toISOString();
    await city.restart(parts);
    await eventually(async () => {
      expect((await city.client.snapshot(id)).context).toMatchObject({ returns: 1 });
    }, 30_000);
    await city.client.send(id, { type: 'vigil.ended' }, { actor: kim });
    await city.client.result(id);
    await using ledger = await city.openLedger();
    const fired = [];
    for await (const entry of ledger.readEntries({ process: id }))
      if (entry.kind === 'timer' && entry.event['dueAt'] === dueAt) fired.push(entry);
    expect(fired).toHaveLength(1);
    expect(fired[0]!.at > back).toBe(true);
    expect(await verifyProcess(ledger, id)).toMatchObject({ ok: true, findings: [] });
  }, 60_000);
});
