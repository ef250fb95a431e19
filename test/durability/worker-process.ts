import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { DefaultLogger, Runtime, type WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { createWorker } from '../../worker/create-worker.ts';

/** A worker in a process of its own, to be killed. */
const [, , address = '', home = '', databaseUrl = '', bundle = ''] = process.argv;

process.on('disconnect', () => process.exit(1));
Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const ledger = await untilOpen();
const worker = await createWorker({
  address,
  namespace: 'default',
  activities: createActivities({ ledger }),
  workflowBundle: JSON.parse(readFileSync(bundle, 'utf8')) as WorkflowBundleWithSourceMap,
});
process.send?.('ready');
await worker.run();

/** The database may be down, too. */
async function untilOpen(): Promise<Ledger> {
  for (;;) {
    try {
      return await openLedger({ home, databaseUrl: databaseUrl === '' ? undefined : databaseUrl });
    } catch {
      await sleep(100);
    }
  }
}
