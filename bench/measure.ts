import { performance } from 'node:perf_hooks';
import type { Client } from '@temporalio/client';
import { milestoneCount, reportText } from './milestones.ts';
import type { BenchWorker } from './bench-worker.ts';
import type { Variant } from './variant.ts';

const partner = { subject: 'pia', roles: ['partner'] };
const officer = { subject: 'olof', roles: ['officer'] };

export interface Sample {
  /** Acknowledgement times, milliseconds. */
  readonly latencies: readonly number[];
  readonly eventsPerSecond: number;
  /** Worker CPU per event, milliseconds. */
  readonly cpu: number;
  readonly historyEvents: number;
  readonly historyBytes: number;
}

/** Runs `processes` processes at once, each its 40 events one after the other. */
export async function measure(
  client: Client,
  variant: Variant,
  worker: BenchWorker,
  ids: readonly string[],
): Promise<Sample> {
  await Promise.all(ids.map((id) => variant.start(client, id)));
  const before = await worker.cpu();
  const start = performance.now();
  const latencies = (await Promise.all(ids.map((id) => drive(client, id)))).flat();
  const seconds = (performance.now() - start) / 1000;
  await Promise.all(ids.map((id) => client.workflow.getHandle(id).result()));
  const cpu = (await worker.cpu()) - before;
  const [first = ''] = ids;
  const { historyLength, raw } = await client.workflow.getHandle(first).describe();
  return {
    latencies,
    eventsPerSecond: latencies.length / seconds,
    cpu: cpu / latencies.length,
    historyEvents: historyLength / (2 * milestoneCount),
    historyBytes: Number(raw.workflowExecutionInfo?.historySizeBytes ?? 0) / (2 * milestoneCount),
  };
}

async function drive(client: Client, id: string): Promise<number[]> {
  const handle = client.workflow.getHandle(id);
  const latencies: number[] = [];
  const send = async (event: object, actor: object, key: string): Promise<void> => {
    const start = performance.now();
    await handle.executeUpdate('send', {
      args: [event, { actor, idempotencyKey: key }],
      updateId: key,
    });
    latencies.push(performance.now() - start);
  };
  for (let milestone = 0; milestone < milestoneCount; milestone += 1) {
    await send({ type: 'milestone.submitted', report: reportText }, partner, `s${milestone}`);
    await send({ type: 'milestone.approved' }, officer, `a${milestone}`);
  }
  return latencies;
}
