import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { Json } from '../../contracts/json.ts';
import type { SentEvent } from '../../contracts/sent-event.ts';
import type { SnapshotAnswer } from '../../contracts/snapshot-answer.ts';
import { readCodeMachine } from '../../machines/code/read-code-machine.ts';
import { codeActivities } from '../../worker/code-activities.ts';
import { replayHistories } from '../council/replay-histories.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { callsFor, courier, paged } from './machines/courier.ts';
import { door, lockLog } from './machines/door.ts';
import { done, order, refuseCarrier } from './machines/order.ts';
import { calledOff, quote } from './machines/quote.ts';
import { trip } from './machines/trip.ts';

const actor: Actor = { subject: 'carla', roles: [] };
const lines = [
  { item: 'lamp', quantity: 2 },
  { item: 'bulb', quantity: 3 },
];

const machines = [courier, door, order, quote, trip, { machine: courier, name: 'patient-courier' }];

describe('XState machines from code on Temporal', () => {
  let city: City;
  const begun: string[] = [];

  beforeAll(async () => {
    city = await City.open({
      workflows: fileURLToPath(new URL('workflows.ts', import.meta.url)),
      activities: (real) => ({ ...real, ...codeActivities(machines) }),
    });
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  async function begin(machine: string, id: string, input: Json): Promise<void> {
    await city.client.start({ id, machine, input, startedBy: actor });
    begun.push(id);
  }
  const send = (id: string, event: SentEvent): Promise<unknown> =>
    city.client.send(id, event, { actor });
  const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'accepted',
      (error: unknown) => (error as { code?: string }).code ?? String(error),
    );

  function reaches(id: string, expected: Partial<SnapshotAnswer>): Promise<SnapshotAnswer> {
    return eventually(async () => {
      const snapshot = await city.client.snapshot(id);
      expect(snapshot).toMatchObject(expected);
      return snapshot;
    });
  }

  async function placeOrder(id: string, pricePerItem: number): Promise<Json> {
    await begin('order', id, { order: id, lines });
    await send(id, { type: 'order.placed', pricePerItem });
    return city.client.result(id);
  }

  it('carries promises out one after another, and ends with the machine’s output', async () => {
    expect(await placeOrder('order-1', 10)).toEqual({ receipt: 'R-order-1', problem: null });
    expect(done).toEqual(['reserved order-1', 'charged order-1 50', 'shipped order-1']);
  });

  it('gives a rejection to onError, so that what was done is undone', async () => {
    done.length = 0;
    refuseCarrier('order-2');
    expect(await placeOrder('order-2', 10)).toEqual({
      receipt: 'R-order-2',
      problem: 'The carrier does not go there.',
    });
    expect(await placeOrder('order-3', 1000)).toEqual({
      receipt: null,
      problem: 'The card is not good for 5000.',
    });
    expect(done).toEqual([
      'reserved order-2',
      'charged order-2 50',
      'refunded R-order-2',
      'released order-2',
      'reserved order-3',
      'released order-3',
    ]);
  });

  it('takes from anybody what the machine listens for, and nothing else', async () => {
    await begin('order', 'order-4', { order: 'order-4', lines: [] });
    expect(await codeOf(send('order-4', { type: 'order.eaten' }))).toBe('UnknownEvent');
    expect(await codeOf(send('order-4', { type: 'xstate.done.actor.0.order.charging' }))).toBe(
      'UnknownEvent',
    );
    expect(await codeOf(send('order-4', { type: 'order.placed', pricePerItem: 1 }))).toBe(
      'NotAllowedNow',
    );
    expect(await codeOf(send('order-4', { type: 'line.added', line: lines[0] ?? null }))).toBe(
      'accepted',
    );
    const { events } = await city.client.next('order-4');
    expect(events.map(({ type, by }) => [type, by[0]?.role])).toEqual([
      ['line.added', 'anyone'],
      ['order.placed', 'anyone'],
      ['order.cancelled', 'anyone'],
    ]);
  });

  it('keeps delays over a restart of the worker, and acts in the order of the machine', async () => {
    await begin('door', 'door-1', { patience: 1_000 });
    await send('door-1', { type: 'open' });
    const { timers, context } = await city.client.snapshot('door-1');
    const [timer] = timers;
    expect(Date.parse(timer?.dueAt ?? '') - Date.parse(timer?.armedAt ?? '')).toBe(1_000);
    expect(context).toMatchObject({ lastOpened: Date.parse(timer?.armedAt ?? '') });
    await city.stopWorker();
    await sleep(1_200);
    await city.startWorker();
    await reaches('door-1', { value: 'locked' });
    await eventually(() => {
      expect(lockLog).toEqual(['locked after 1', 'bolt 1']);
      return Promise.resolve();
    });
    expect(await codeOf(send('door-1', { type: 'unlock', code: '1' }))).toBe('NotAllowedNow');
    await send('door-1', { type: 'unlock', code: '1234' });
    await reaches('door-1', { value: 'locked' });
  });

  it('lets the deadline win over an answer, and an answer over the deadline', async () => {
    await begin('quote', 'quote-1', { supplier: 'slow', takes: 60_000 });
    await reaches('quote-1', { value: 'late', invocations: [] });
    await eventually(() => {
      expect(calledOff).toEqual(['slow']);
      return Promise.resolve();
    });
    await send('quote-1', { type: 'ask.again', takes: 50 });
    expect(await city.client.result('quote-1')).toEqual({ price: 42, asked: 2 });
  });

  it('runs machine actors as children that talk back, invoked and spawned while assigning', async () => {
    await begin('trip', 'trip-1', {});
    await reaches('trip-1', { context: { began: ['main'] } });
    for (const name of ['north', 'south']) await send('trip-1', { type: 'feeder.added', name });
    const { children } = await reaches('trip-1', {
      context: { began: ['main', 'north', 'south'] },
    });
    expect(children.map(({ src }) => src)).toEqual(['leg', 'leg', 'leg']);
    await city.stopWorker();
    await city.startWorker();
    await send('trip-1', { type: 'stop.everywhere' });
    await reaches('trip-1', { context: { stopped: ['main'] } });
    await send('trip-1', { type: 'arrive.everywhere' });
    expect(await city.client.result('trip-1')).toEqual({ arrived: 3, stops: 1 });
    begun.push(...children.map(({ process }) => process));
  });

  it('tries a promise as often as its options say, and an action until it is done', async () => {
    for (const machine of ['courier', 'patient-courier']) {
      const id = `${machine}-1`;
      await begin(machine, id, { parcel: id });
      for (let drawn = 0; drawn < 3; drawn += 1) {
        await city.client.next(id);
        expect(await codeOf(send(id, { type: 'call.off' }))).toBe('UnknownEvent');
        await send(id, { type: 'draw' });
      }
      await send(id, { type: 'call' });
    }
    const answer = JSON.stringify({ call: 1, message: 'busy', name: 'Error' });
    expect(await city.client.result('courier-1')).toEqual({ lots: 4, answer });
    expect(callsFor('courier-1')).toBe(1);
    expect(await city.client.result('patient-courier-1')).toEqual({
      lots: 4,
      answer: 'answered call 3',
    });
    expect([...paged].sort()).toEqual(['answered call 3', answer].sort());
  });

  it('goes over to a fresh run with its delays, and its histories replay', async () => {
    const id = 'door-2';
    await begin('door', id, { patience: 3_600_000 });
    await send(id, { type: 'open' });
    const [timer] = (await city.client.snapshot(id)).timers;
    const handle = city.client.temporal.workflow.getHandle(id);
    const firstRun = (await handle.describe()).runId;
    for (let sent = 0; sent < 304; sent += 8)
      await Promise.all(Array.from({ length: 8 }, () => send(id, { type: 'nudge' })));
    await eventually(async () => {
      expect((await handle.describe()).runId).not.toBe(firstRun);
    });
    await send(id, { type: 'nudge' });
    const { context, timers } = await city.client.snapshot(id);
    expect(context).toMatchObject({ openings: 306 });
    expect(timers).toEqual([timer]);
    const first = await city.client.temporal.workflow.getHandle(id, firstRun).fetchHistory();
    await Worker.runReplayHistory({ workflowBundle: city.bundle }, first, id);
  });

  it('replays every history with nothing kept from its life', async () => {
    expect(await replayHistories(city, begun)).toEqual({ replayed: begun.length, wrong: [] });
    expect(begun.length).toBeGreaterThanOrEqual(13);
  });

  it('is verified by hashes and links without the code, and by every state with it', async () => {
    const programs = [readCodeMachine(order, 'order').program];
    await eventually(async () => {
      expect(await verifyProcess(city.ledger, 'order-2')).toMatchObject({
        ok: true,
        notRerun: ['order'],
        entries: 7,
      });
    });
    const verdict = await verifyProcess(city.ledger, 'order-2', programs);
    expect(verdict).toMatchObject({ ok: true, entries: 7 });
    expect(verdict.notRerun).toBeUndefined();
  });
});
