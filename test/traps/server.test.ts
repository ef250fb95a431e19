import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { Worker } from '@temporalio/worker';
import { wire } from '../../contracts/wire.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { errand } from './errand.ts';
import { clerk, ProcessProbe } from './process-probe.ts';

describe('on a real server', () => {
  let city: City;
  let count = 0;
  beforeAll(async () => {
    city = await City.open();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const begin = (waits?: string): Promise<ProcessProbe> =>
    ProcessProbe.begin(city, `errand-${++count}`, errand(waits));

  it('trap 1: questions and refusals leave no trace that replay could miss', async () => {
    const process = await begin();
    for (let time = 0; time < 5; time += 1) {
      expect(await process.code('errand.called')).toBe('NotAllowedNow');
      await city.client.next(process.id);
      await process.snapshot();
    }
    await process.send('errand.sent');
    for (let time = 0; time < 5; time += 1) await city.client.next(process.id);
    await process.send('errand.recalled');
    await process.send('errand.sent');
    const child = await process.child();
    expect(await child.code('courier.called')).toBe('NotYourRole');
    await child.send('courier.returned', { n: 1 });
    await process.send('errand.closed');
    await city.client.result(process.id);
    await Worker.runReplayHistory(
      { workflowBundle: city.bundle },
      await process.history(),
      process.id,
    );
  });

  it('trap 2: an event of the engine cannot come from outside', async () => {
    const process = await begin();
    await process.send('errand.sent');
    await process.child();
    await process.settled();
    const before = {
      ...(await process.snapshot()),
      events: (await process.history()).events?.length,
    };
    const forged = [
      ...['xstate.done.actor.trip', 'xstate.error.actor.trip', 'xstate.stop', 'xstate.init'],
      ...['xstate.after.waits.errand.waiting', 'xstate.snapshot.trip', 'xstate.route', 'xstate'],
      ...['xstate.done.state.errand', 'statehouse.stopped', 'statehouse.deadline.resolved', '*'],
      ...['', ' ', 'toString', '__proto__', 'constructor', 'hasOwnProperty', 'errand', 'errand.*'],
      ...['courier.answered', 'courier.delayed', 'errand.reminded'],
    ];
    for (const type of forged) {
      const roles = ['clerk', 'system', 'process'];
      const sent = city.client.send(
        process.id,
        { type, output: { n: 9 }, actorId: 'trip', error: 'forged' },
        { actor: { ...clerk, roles } },
      );
      await expect(sent).rejects.toMatchObject({
        code: expect.stringMatching(/^(UnknownEvent|NotYourRole|InvalidPayload)$/) as unknown,
      });
    }
    for (const type of [undefined, null, 7, {}, ['errand.sent']]) {
      const sent = city.client.send(process.id, { type } as never, { actor: clerk });
      await expect(sent).rejects.toMatchObject({ code: 'InvalidPayload' });
    }
    expect({
      ...(await process.snapshot()),
      events: (await process.history()).events?.length,
    }).toEqual(before);
  });

  it('trap 3: an answer to an errand that was called off is not taken for that of the next', async () => {
    const process = await begin();
    await process.send('errand.sent');
    const first = await process.child();
    const { events } = await first.history();
    const [argument] = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    const { parent } = JSON.parse(Buffer.from(argument?.data ?? []).toString()) as {
      parent: { token: string; generation: number };
    };
    await process.send('errand.recalled');
    await process.send('errand.sent');
    const second = await process.child();
    expect(second.id).not.toBe(first.id);
    const answer = (n: number): object => ({
      from: first.id,
      token: parent.token,
      sequence: `late-${n}`,
      generation: parent.generation,
      event: { type: 'xstate.done.actor.trip', output: { n }, actorId: 'trip' },
      ending: 'done',
    });
    await city.client.temporal.workflow
      .getHandle(process.id)
      .signal(wire.signal.deliver, answer(1));
    await process.send('errand.noted', { text: 'after the late answer' });
    expect((await process.snapshot()).value).toBe('out');
    await second.send('courier.returned', { n: 2 });
    await eventually(async () => {
      expect((await process.snapshot()).value).toBe('served');
    });
    expect(await process.context()).toMatchObject({ got: 2 });
  });

  it('trap 4: a deadline that fell in the moment it was set anew does not fire', async () => {
    const process = await begin('PT3S');
    await process.settled();
    const [{ dueAt } = { dueAt: '' }] = (await process.snapshot()).timers.filter(({ id }) =>
      id.startsWith('xstate.after'),
    );
    await city.stopWorker();
    const extended = process.send('errand.extended');
    await sleep(Date.parse(dueAt ?? '') - Date.now() + 300);
    await city.startWorker();
    const answer = await extended;
    const fresh = Date.parse(answer.at) + 3000;
    await sleep(1000);
    const { value, timers } = await process.snapshot();
    expect(value).toBe('waiting');
    const [timer] = timers.filter(({ id }) => id.startsWith('xstate.after'));
    expect(timer?.dueAt).toBe(new Date(fresh).toISOString());
    await eventually(async () => {
      expect((await process.snapshot()).value).toBe('expired');
    });
    expect((await process.entries()).filter(({ kind }) => kind === 'timer')).toHaveLength(1);
  });

  it('trap 7: what fails in a guard, or never comes to rest, reaches the sender and wedges nothing', async () => {
    const process = await begin();
    await process.settled();
    const { stateHash } = await process.snapshot();
    expect(await process.code('errand.tested')).toBe('MachineFailed');
    const before = performance.now();
    expect(await process.code('errand.spun')).toBe('MachineFailed');
    // The sandbox would be killed after five seconds, and the task begun again for ever.
    expect(performance.now() - before).toBeLessThan(2500);
    expect((await process.snapshot()).stateHash).toBe(stateHash);
    expect(await process.code('errand.noted', { text: 'it goes on' })).toBe('accepted');
    expect(await process.countIn('EVENT_TYPE_WORKFLOW_TASK_FAILED')).toBe(0);
    expect(await process.countIn('EVENT_TYPE_WORKFLOW_TASK_TIMED_OUT')).toBe(0);
  });

  it('trap 12: an event that comes with the very start finds its handler', async () => {
    const id = `errand-${++count}`;
    const startWorkflowOperation = new WithStartWorkflowOperation(wire.workflow, {
      workflowId: id,
      taskQueue: wire.taskQueue,
      args: [{ id, definition: errand(), input: {}, startedBy: clerk }],
      workflowIdConflictPolicy: 'FAIL',
    });
    const answer = await city.client.temporal.workflow.executeUpdateWithStart(wire.update.send, {
      args: [{ type: 'errand.sent' }, { actor: clerk }],
      startWorkflowOperation,
    });
    expect(answer).toMatchObject({ seq: 1, value: 'out' });
  });

  it('trap 13: what would go over a cliff of Temporal is refused, and the process lives on', async () => {
    const process = await begin();
    const half = 'x'.repeat(120_000);
    await process.send('errand.noted', { text: half });
    // Nine effects, each of 120 kB: more than one task may carry.
    expect(await process.code('errand.told')).toBe('TooLarge');
    expect(await process.code('errand.noted', { text: 'x'.repeat(300_000) })).toBe('TooLarge');
    expect(await process.code('errand.noted', { text: 'x'.repeat(2_100_000) })).toBe('TooLarge');
    // The refusal itself would be too large for Temporal, which carries the event back with it.
    const raw = city.client.temporal.workflow.getHandle(process.id).executeUpdate('send', {
      args: [{ type: 'errand.noted', text: 'x'.repeat(2_100_000) }, { actor: clerk }],
    });
    await expect(raw).rejects.toThrow();
    expect(await process.code('errand.noted', { text: 'short' })).toBe('accepted');
    expect(await process.code('errand.told')).toBe('accepted');
    // What one run hands to the next may not have two megabytes.
    const kept = [];
    for (let time = 0; time < 9; time += 1)
      kept.push(await process.code('errand.kept', { text: 'x'.repeat(240_000) }));
    expect(kept).toEqual([
      ...Array<string>(6).fill('accepted'),
      ...Array<string>(3).fill('TooLarge'),
    ]);
    expect(await process.code('errand.noted', { text: 'still here' })).toBe('accepted');
    await process.settled();
    expect(await process.countIn('EVENT_TYPE_WORKFLOW_TASK_FAILED')).toBe(0);
  });
});
