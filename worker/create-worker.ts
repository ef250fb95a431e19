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
    // After a crash a person waits this long for the first answer instead of the default ten seconds.
    stickyQueueScheduleToStartTimeout: '3 seconds',
    shutdownGraceTime: '5 seconds',
  });
}
