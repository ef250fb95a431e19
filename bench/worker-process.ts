import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, Runtime, DefaultLogger } from '@temporalio/worker';
import { createActivities } from '../activities/create-activities.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { bundleWorkflows } from '../worker/bundle-workflows.ts';
import { createWorker } from '../worker/create-worker.ts';

/** A worker of one variant in a process of its own, so that its CPU time can be told apart. Talks to its parent by messages. */
const [, , taskQueue = '', address = '', databaseUrl = '', home = ''] = process.argv;

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const ledger = await openLedger({
  databaseUrl: databaseUrl === '' ? undefined : databaseUrl,
  home,
});
const workflowBundle =
  taskQueue === 'bench-interpreter'
    ? await bundleWorkflows()
    : await bundleWorkflowCode({
        workflowsPath: fileURLToPath(new URL('./by-hand/process.ts', import.meta.url)),
        logger: new DefaultLogger('ERROR'),
      });
const worker = await createWorker({
  address,
  namespace: 'default',
  taskQueue,
  workflowBundle,
  activities: createActivities({ ledger }),
});
const done = worker.run();
process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
  if (message === 'stop') worker.shutdown();
});
process.send?.({ ready: true });
await done;
await ledger.close();
process.disconnect();
