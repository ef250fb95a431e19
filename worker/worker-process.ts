import { z } from '../contracts/zod.ts';
import { createActivities } from '../activities/create-activities.ts';
import { openLedger } from '../ledger/open-ledger.ts';
import { bundleWorkflows } from './bundle-workflows.ts';
import { createWorker } from './create-worker.ts';

const Place = z.object({
  address: z.string(),
  namespace: z.string(),
  home: z.string(),
  databaseUrl: z.string().optional(),
});

/** The program of the worker process that `up` keeps: told where to work, it works until it is told to stop or `up` is gone. */
async function work(): Promise<void> {
  // Bundling takes longest, so it does not wait until Temporal is there.
  const bundling = bundleWorkflows();
  bundling.catch(() => undefined);
  const place = Place.parse(await message());
  const ledger = await openLedger({ home: place.home, databaseUrl: place.databaseUrl });
  const worker = await createWorker({
    address: place.address,
    namespace: place.namespace,
    activities: createActivities({ ledger }),
    workflowBundle: await bundling,
  });
  const stop = (): void => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
  };
  process.once('message', stop);
  process.once('disconnect', stop);
  const running = worker.run();
  process.send?.('ready');
  await running;
  await ledger.close();
}

function message(): Promise<unknown> {
  return new Promise((resolve) => {
    process.once('message', resolve);
    process.once('disconnect', () => {
      process.exit(0);
    });
  });
}

try {
  await work();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
