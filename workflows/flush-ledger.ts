import { condition, isCancellation, proxyActivities, sleep } from '@temporalio/workflow';
import type { Activities } from '../contracts/activities.ts';
import type { LedgerRecord } from '../contracts/ledger-entry.ts';
import type { Interpreter } from './interpreter.ts';

// Not a local activity: that would write to the ledger before Temporal has kept the workflow task. When such a task is lost, its
// event comes again at another instant, and the ledger would hold an entry that never was. See docs/decisions.
const { appendToLedger } = proxyActivities<Activities>({
  startToCloseTimeout: '1 minute',
  // A worker that was killed is noticed by its silence; the record should not lag behind by a minute.
  heartbeatTimeout: '5 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 1.5, maximumInterval: '30 seconds' },
});

const batchBytes = 500_000;
const batchEntries = 200;

/**
 * Appends accepted entries to the ledger, in order, for as long as it takes. Nobody waits for it: what came in meanwhile goes
 * with the next batch.
 */
export async function flushLedger(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => interpreter.unflushed.length > 0);
    const records = nextBatch(interpreter.unflushed);
    const definition = interpreter.definitionStored ? undefined : interpreter.program.definition;
    try {
      await appendToLedger({ records, ...(definition === undefined ? {} : { definition }) });
      if (definition !== undefined) interpreter.definitionStored = true;
      interpreter.faults.delete('ledger');
      interpreter.unflushed.splice(0, records.length);
    } catch (error) {
      if (isCancellation(error)) throw error;
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      interpreter.faults.set('ledger', cause instanceof Error ? cause.message : String(cause));
      // The ledger refuses for good: somebody must look. Nothing is dropped meanwhile.
      await sleep('10 minutes');
    }
  }
}

function nextBatch(unflushed: readonly LedgerRecord[]): LedgerRecord[] {
  const batch: LedgerRecord[] = [];
  let bytes = 0;
  for (const record of unflushed) {
    bytes += JSON.stringify(record).length;
    if (batch.length > 0 && (bytes > batchBytes || batch.length >= batchEntries)) break;
    batch.push(record);
  }
  return batch;
}
