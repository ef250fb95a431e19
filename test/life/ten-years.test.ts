import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readRecord, verifyProcess } from '../../audit/verify-process.ts';
import { verifyRecord } from '../../audit/verify-record.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { effectiveOn, goOfficial } from './adoption.ts';
import { lead } from '../machines/co-design/city.ts';
import { agree, beginning, design, explore, pilot } from './first-years.ts';
import { annualReviews, beOfficial, sunset } from './official-years.ts';
import { SimulatedWorld } from './simulated-world.ts';
import { TemporalWorld } from './temporal-world.ts';
import type { World } from './world.ts';

const id = 'repair-desks';

async function live(world: World): Promise<void> {
  for (const part of [explore, agree, design, pilot, goOfficial, beOfficial, sunset])
    await part(world);
}

/** A deadline that fired. */
interface Fired {
  readonly what: string;
  readonly dueAt: string;
  /** When it should fire: when it is due, or at once when it was set for a time already past. */
  readonly from: string;
  readonly at: string;
}

function firedIn(entries: readonly LedgerEntry[]): Fired[] {
  const set = new Map<string, { setAt: string; dueAt: string }>();
  for (const { kind, process, about, at, event, effects } of entries) {
    if (kind === 'deadline')
      set.set(`${process} ${about?.generation}`, { setAt: at, dueAt: textOf(event['dueAt']) });
    for (const effect of effects) {
      if (effect.kind === 'arm' && effect.dueAt !== undefined)
        set.set(`${process} ${effect.generation}`, { setAt: at, dueAt: effect.dueAt });
    }
  }
  const fired = entries.flatMap(({ kind, process, about, event, at }) => {
    if (kind !== 'timer') return [];
    const { setAt = '', dueAt = '' } = set.get(`${process} ${about?.generation}`) ?? {};
    const from = dueAt > setAt ? dueAt : setAt;
    return [{ what: `${process.replace(/\.\d+$/, '')} ${event.type}`, dueAt, from, at }];
  });
  return fired.sort((one, other) =>
    `${one.what} ${one.at}`.localeCompare(`${other.what} ${other.at}`),
  );
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** Counted on paper in the city's zone, Europe/Rome: across leap days, changes of clocks and ends of months. */
const onPaper = [
  ['repair-desks', 'noticeEnds', '2027-03-20T22:59:59.000Z'],
  ['repair-desks', 'pilotEnds', '2027-08-31T21:59:59.000Z'],
  ['repair-desks.act-1', 'effectOn', '2028-02-28T23:00:00.000Z'],
  ['repair-desks.review-trust-1', 'windowOpens', '2028-07-29T22:00:00.000Z'],
  ['repair-desks.review-annual-1', 'windowOpens', '2028-12-29T23:00:00.000Z'],
  ['repair-desks.review-annual-4', 'windowOpens', '2031-12-30T23:00:00.000Z'],
  ['repair-desks.review-annual-10', 'windowOpens', '2037-12-29T23:00:00.000Z'],
  ['repair-desks', 'sunsetDue', '2038-09-30T21:59:59.000Z'],
] as const;

describe('ten years of a service, from the first idea to its end', () => {
  const simulated = new SimulatedWorld({}, beginning);
  const { simulation } = simulated.city;
  let city: City;
  let entries: LedgerEntry[];

  beforeAll(async () => {
    await live(simulated);
    city = await City.open({ timeSkipping: true });
    const [first] = simulation.entries(id);
    const world = await TemporalWorld.begin(
      city.client,
      id,
      first?.event['input'] as JsonObject,
      lead,
      beginning,
    );
    await live(world);
    await eventually(async () => {
      for (const { process } of await city.ledger.listProcesses({ limit: 500 }))
        expect((await city.client.ledgerHead(process)).unflushed).toBe(0);
    });
    entries = [];
    for await (const entry of city.ledger.readEntries()) entries.push(entry);
  }, 900_000);
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  it('ends as it does without Temporal', async () => {
    const { value, output, status } = await city.client.snapshot(id);
    expect({ value, output, status }).toEqual({
      value: simulated.city.value,
      output: simulated.city.output,
      status: 'done',
    });
    expect(output).toMatchObject({ outcome: 'sunset', lessons: 3 * annualReviews });
  });

  it('keeps what the partnership went through: direction, partners, deferral, postponement', async () => {
    const context = (await city.client.snapshot(id)).context as Record<string, JsonObject[]>;
    expect(context['objectives']).toMatchObject([{ version: 1 }, { version: 2 }]);
    expect(context['checkpoints']?.map(({ outcome }) => outcome)).toEqual([
      'changeDirection',
      'changePartnership',
      'continue',
      'continue',
      'continue',
    ]);
    expect(context['partners']?.find((one) => one['id'] === 'repairers')).toMatchObject({
      status: 'left',
    });
    expect(context['publicEvents']).toMatchObject([{ outcome: 'held', postponements: [{}] }]);
    expect(context['official']).toMatchObject({ effectiveOn });
    const act = entries.filter(({ process }) => process.startsWith(`${id}.act-1.`));
    expect(act.map(({ event }) => event.type)).toEqual(
      expect.arrayContaining(['act.deferred', 'council.voted', 'act.signed', 'act.published']),
    );
  });

  it('goes over to fresh runs on the way', async () => {
    const runs = [];
    for await (const { runId } of city.client.temporal.workflow.list({
      query: `WorkflowId = "${id}"`,
    }))
      runs.push(runId);
    expect(runs.length).toBeGreaterThan(2);
  });

  it('lets every deadline fire when it is due, and each is due when it was predicted', () => {
    const fired = firedIn(entries);
    const predicted = firedIn(
      simulation.ids().flatMap((process) => [...simulation.entries(process)]),
    );
    expect(fired.map(({ what }) => what)).toEqual(predicted.map(({ what }) => what));
    for (const [index, { what, from, at }] of fired.entries()) {
      const late = Date.parse(at) - Date.parse(from);
      // Never before; and after it only by as long as a busy machine takes to fire a timer.
      expect([what, late >= 0 && late < 60_000]).toEqual([what, true]);
      // A real clock runs on between two events, so deadlines counted from an event lie a little later than in the simulation.
      const drift = Date.parse(at) - Date.parse(predicted[index]?.at ?? '');
      expect([what, drift >= 0 && drift < 1_800_000]).toEqual([what, true]);
    }
    for (const [process, delay, dueAt] of onPaper) {
      expect(
        fired.find(({ what }) => what.startsWith(`${process} xstate.after.${delay}.`))?.dueAt,
      ).toBe(dueAt);
    }
  });

  it('counts each anniversary from the leap day of effect, not from the one before', () => {
    const due = Array.from({ length: annualReviews }, (_, index) => {
      const started = entries.find(
        ({ process, seq }) => seq === 0 && process.startsWith(`${id}.review-annual-${index + 1}.`),
      );
      return (started?.event['input'] as JsonObject | undefined)?.['dueOn'];
    });
    expect(due).toEqual(
      Array.from({ length: annualReviews }, (_, index) =>
        (2029 + index) % 4 === 0 ? `${2029 + index}-02-29` : `${2029 + index}-02-28`,
      ),
    );
  });

  it('verifies whole with Temporal stopped, and one flipped byte is located', async () => {
    await city.stopTemporal();
    const processes = [...new Set(entries.map(({ process }) => process))];
    expect(processes.length).toBe(simulation.ids().length);
    for (const process of processes) {
      const { ok, findings } = await verifyProcess(city.ledger, process);
      expect({ process, ok, findings }).toEqual({ process, ok: true, findings: [] });
    }
    const record = await readRecord(city.ledger, id);
    const seq = 100;
    const flipped = record.entries.map((entry, index) => {
      if (index !== seq) return entry;
      const place = Math.floor(entry.body.length / 2);
      const byte = String.fromCharCode(entry.body.charCodeAt(place) ^ 1);
      return { ...entry, body: entry.body.slice(0, place) + byte + entry.body.slice(place + 1) };
    });
    const verdict = await verifyRecord({ ...record, entries: flipped });
    expect(verdict.ok).toBe(false);
    expect(verdict.findings[0]?.seq).toBe(seq);
  }, 120_000);
});
