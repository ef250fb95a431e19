import { NativeConnection, Worker, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { Activities } from '../contracts/activities.ts';
import type { CodeActivities } from '../contracts/code-activities.ts';
import { wire } from '../contracts/wire.ts';
import { bundleWorkflows } from './bundle-workflows.ts';

export interface WorkerPlace {
  /** Temporal frontend, `host:port`. */
  readonly address: string;
  readonly namespace: string;
  /** Those of code machines too, when the bundle registers some. */
  readonly activities: Activities & Partial<CodeActivities>;
  readonly taskQueue?: string;
  readonly workflowBundle?: WorkflowBundleWithSourceMap;
}

/** A worker that hosts processes and does their outside work. `run()` it; `shutdown()` lets it finish what it holds. */
export async function createWorker(place: WorkerPlace): Promise<Worker> {
  const connection = await NativeConnection.connect({ address: place.address });
  return Worker.create({
    connection,
    namespace: place.namespace,
    taskQueue: place.taskQueue ?? wire.taskQueue,
    workflowBundle: place.workflowBundle ?? (await bundleWorkflows()),
    activities: { ...place.activities },
    // An event above Temporal's limit cannot even be refused, because the refusal carries it: the worker would fail that task again
    // and again, and nothing else would come in. Temporal itself drops it. What a process may grow to is limited elsewhere.
    disablePayloadErrorLimit: true,
    // After a crash a person waits this long for the first answer instead of the default ten seconds.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    shutdownGraceTime: '5 seconds',
  });
}
