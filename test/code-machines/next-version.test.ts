import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyProcess } from '../../audit/verify-process.ts';
import { createActivities } from '../../activities/create-activities.ts';
import type { Actor } from '../../contracts/actor.ts';
import { ProcessClient } from '../../client/process-client.ts';
import { readCodeMachine } from '../../machines/code/read-code-machine.ts';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';
import { codeActivities } from '../../worker/code-activities.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { door } from './machines/door.ts';
import { paintableDoor } from './machines/paintable-door.ts';

const actor: Actor = { subject: 'carla', roles: [] };

describe('a code machine of which the worker has a newer version', () => {
  let city: City;

  beforeAll(async () => {
    city = await City.open({
      workflows: fileURLToPath(new URL('workflows.ts', import.meta.url)),
      activities: (real) => ({ ...real, ...codeActivities([door]) }),
    });
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  /** What a run hands to the next, read from its last event. */
  async function handedOver(id: string, runId: string): Promise<unknown[]> {
    const { events } = await city.client.temporal.workflow.getHandle(id, runId).fetchHistory();
    const payloads =
      events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.input?.payloads ?? [];
    return payloads.map(
      ({ data }) => JSON.parse(new TextDecoder().decode(data ?? undefined)) as unknown,
    );
  }

  it('goes over to it when a run begins, keeps its deadlines, and its record says so', async () => {
    const id = 'door-1';
    const handle = city.client.temporal.workflow.getHandle(id);
    await city.client.start({
      id,
      machine: 'door',
      input: { patience: 3_600_000 },
      startedBy: actor,
    });
    const firstRun = (await handle.describe()).runId;
    await city.client.send(id, { type: 'open' }, { actor });
    const before = await city.client.snapshot(id);
    for (let sent = 0; sent < 304; sent += 8) {
      const wave = Array.from({ length: 8 }, () =>
        city.client.send(id, { type: 'nudge' }, { actor }),
      );
      await Promise.all(wave);
    }
    await eventually(async () => {
      expect((await handle.describe()).runId).not.toBe(firstRun);
    });
    const args = await handedOver(id, firstRun);
    await handle.terminate('a newer worker takes over');
    const worker = await createWorker({
      address: city.temporal.address,
      namespace: city.temporal.namespace,
      taskQueue: 'next',
      workflowBundle: await bundleWorkflows(
        fileURLToPath(new URL('workflows-next.ts', import.meta.url)),
      ),
      activities: createActivities({ ledger: city.ledger }),
    });
    await using next = await ProcessClient.connect({ ...city.temporal, taskQueue: 'next' });
    await worker.runUntil(async () => {
      await next.temporal.workflow.start('process', { workflowId: id, taskQueue: 'next', args });
      await next.send(id, { type: 'paint' }, { actor });
      const after = await next.snapshot(id);
      expect(after.definition.hash).not.toBe(before.definition.hash);
      expect(after.timers).toEqual(before.timers);
      expect(after.context).toMatchObject({ openings: 305 });
      const answer = await next.postpone(
        id,
        { deadline: 'patience', to: '2099-01-01T00:00:00.000Z', reason: 'It is warm.' },
        { actor: { subject: 'olga', roles: ['operator'] } },
      );
      await eventually(async () => {
        expect(await verifyProcess(city.ledger, id)).toMatchObject({
          ok: true,
          head: { hash: answer.hash },
          notRerun: ['door', 'door'],
        });
      });
    });
    const programs = [door, paintableDoor].map(
      (version) => readCodeMachine(version, 'door').program,
    );
    const verdict = await verifyProcess(city.ledger, id, programs);
    expect(verdict).toMatchObject({ ok: true, findings: [] });
    expect(verdict.notRerun).toBeUndefined();
    const types = [];
    for await (const { event } of city.ledger.readEntries({ process: id })) types.push(event.type);
    expect(types.slice(-3)).toEqual([
      'statehouse.migrated',
      'paint',
      'statehouse.deadline.postponed',
    ]);
  });
});
