import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { liveUntil } from '../../client/live-until.ts';
import { verifyProcess } from '../../audit/verify-process.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { errand } from './errand.ts';
import { clerk, ProcessProbe } from './process-probe.ts';

/** Facts after which a run goes over to the next. */
const perRun = 300;

describe('across continue-as-new', () => {
  let city: City;
  let count = 0;
  let held: Promise<void> | undefined;
  const performed: string[] = [];
  beforeAll(async () => {
    city = await City.open({
      timeSkipping: true,
      activities: (real) => ({
        ...real,
        performEffect: async (request) => {
          await held;
          performed.push(request.key);
          return real.performEffect(request);
        },
      }),
    });
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const begin = (rehearsal?: string): Promise<ProcessProbe> =>
    ProcessProbe.begin(city, `long-errand-${++count}`, errand(), rehearsal);

  async function nextRun(process: ProcessProbe, before: string): Promise<void> {
    await eventually(async () => {
      expect(await process.runId()).not.toBe(before);
    });
  }

  it('trap 5: deadlines fire at their instants in the next run, and none outlives the process', async () => {
    const startsAt = '2031-05-01T08:00:00.000Z';
    const process = await begin(startsAt);
    await process.send('errand.sent');
    await process.send('errand.recalled');
    await process.send('errand.sent');
    await liveUntil(city.client, process.id, '2031-05-01T18:00:00.000Z');
    const dues = async (): Promise<(string | undefined)[]> => {
      const child = await process.child();
      const timers = [...(await process.snapshot()).timers, ...(await child.snapshot()).timers];
      return timers.map(({ dueAt }) => dueAt).sort();
    };
    const before = await dues();
    expect(before.map((due) => due?.slice(0, 16))).toEqual([
      '2031-05-03T08:00',
      '2031-05-04T08:00',
    ]);
    const run = await process.runId();
    await process.write(perRun);
    await nextRun(process, run);
    expect(await dues()).toEqual(before);
    await liveUntil(city.client, process.id, '2031-05-05T08:00:00.000Z');
    await process.settled();
    expect(await process.context()).toMatchObject({ reminded: 1, delayed: 1 });
    const fired = (await process.entries()).filter(({ kind }) => kind === 'timer');
    expect(fired.map(({ event }) => event['dueAt'])).toEqual([before[0]]);
    expect(Date.parse(fired[0]?.at ?? '') - Date.parse(before[0] ?? '')).toBeLessThan(1000);
  });

  it.each(['errand.closed', 'errand.ruined'])(
    'trap 5: no deadline is left after %s',
    async (last) => {
      const process = await begin();
      expect((await process.snapshot()).timers).toHaveLength(2);
      await process.send(last);
      await city.client.result(process.id);
      const entries = await process.entries();
      const status = last === 'errand.closed' ? 'done' : 'error';
      expect(entries.at(-1)?.status).toBe(status);
      const armed = new Set<number>();
      for (const effect of entries.flatMap(({ effects }) => effects)) {
        if (effect.kind === 'arm') armed.add(effect.generation);
        if (effect.kind === 'cancel') armed.delete(effect.generation);
      }
      expect([...armed]).toEqual([]);
    },
  );

  it('trap 8: forty clients lose nothing and double nothing while runs change', async () => {
    const process = await begin();
    await process.send('errand.sent');
    await process.child();
    const each = 25;
    const clients = Array.from({ length: 40 }, async (_, client) => {
      for (let sent = 0; sent < each; sent += 1) {
        // Every fifth makes the child answer with a signal of its own.
        const called = sent % 5 === 0;
        const key = `c${client}-${sent}`;
        const answer = await patiently(() =>
          process.send(called ? 'errand.called' : 'errand.noted', called ? {} : { text: key }, key),
        );
        expect(answer.status).toBe('active');
      }
    });
    await Promise.all(clients);
    await eventually(async () => {
      expect(await process.context()).toMatchObject({
        notes: 40 * each * 0.8,
        answers: 40 * each * 0.2,
      });
    });
    await process.settled();
    const keys = (await process.entries()).flatMap(({ key }) => key ?? []);
    expect(new Set(keys.filter((key) => key.startsWith('c'))).size).toBe(40 * each);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(await verifyProcess(city.ledger, process.id)).toMatchObject({ ok: true, findings: [] });
    const entries = (await process.entries()).length;
    const runs = await process.runs();
    expect(runs.length).toBeGreaterThanOrEqual(Math.floor(entries / perRun / 2));
    for (const run of runs) {
      const history = await process.history(run);
      await Worker.runReplayHistory({ workflowBundle: city.bundle }, history, process.id);
    }
  }, 240_000);

  it('trap 9: a retry after continue-as-new gets the first answer, with a key or with Temporal’s own id', async () => {
    const process = await begin();
    const handle = city.client.temporal.workflow.getHandle(process.id);
    const bare = {
      args: [{ type: 'errand.noted', text: 'bare' }, { actor: clerk }] as [object, object],
    };
    const first = await handle.executeUpdate('send', { ...bare, updateId: 'own-id' });
    const keyed = await process.send('errand.noted', { text: 'keyed' }, 'a-key');
    const run = await process.runId();
    await process.write(perRun);
    await nextRun(process, run);
    const notes = (await process.context())['notes'];
    expect(await handle.executeUpdate('send', { ...bare, updateId: 'own-id' })).toEqual({
      ...(first as object),
      duplicate: true,
    });
    expect(await process.send('errand.noted', { text: 'keyed' }, 'a-key')).toEqual({
      ...keyed,
      duplicate: true,
    });
    expect((await process.context())['notes']).toBe(notes);
  });

  it('trap 10: a child and work outside that are under way survive, and their answers arrive', async () => {
    const process = await begin();
    await process.send('errand.sent');
    const child = await process.child();
    let release = (): void => undefined;
    held = new Promise((resolve) => {
      release = resolve;
    });
    const { seq } = await process.send('errand.told');
    const run = await process.runId();
    await process.write(perRun);
    // With work outside not done yet the run waits; the work is done once, and then it goes over.
    expect(await process.runId()).toBe(run);
    held = undefined;
    release();
    await process.settled();
    await process.send('errand.noted', { text: 'last' });
    await nextRun(process, run);
    const mine = performed.filter((key) => key.startsWith(`${process.id}/${seq}/`));
    expect(mine).toEqual(Array.from({ length: 9 }, (_, index) => `${process.id}/${seq}/${index}`));
    await child.send('courier.returned', { n: 42 });
    await eventually(async () => {
      expect((await process.snapshot()).value).toBe('served');
    });
    expect(await process.context()).toMatchObject({ got: 42 });
  });

  it('trap 12: events find their handler in the first moment of every run', async () => {
    const process = await begin();
    const runs = new Set<string>();
    let waves = 0;
    // A run ends in a moment of rest, and the next wave comes at once: into the first moment of the next run, sooner or later.
    while (runs.size < 3 && waves < 300) {
      await process.write(8, `w${(waves += 1)}-`);
      runs.add(await process.runId());
    }
    expect(runs.size).toBe(3);
    expect(await process.context()).toMatchObject({ notes: waves * 8 });
  });
});

/** Temporal takes ten updates of one process at a time; more are told to come again. */
async function patiently<T>(act: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await act();
    } catch (error) {
      if (!isBusy(error) || tries === 400) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 40));
    }
  }
}

function isBusy(error: unknown): boolean {
  return /concurrent in-flight updates|ResourceExhausted|limit on number of/i.test(
    error instanceof Error ? `${error.message} ${String(error.cause)}` : '',
  );
}
