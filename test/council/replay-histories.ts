import { Worker } from '@temporalio/worker';
import type { City } from '../helpers/city.ts';

/** Replays the history of every process from its first event, with nothing kept from its life. @returns what went wrong */
export async function replayHistories(
  { client, bundle }: City,
  ids: readonly string[],
): Promise<{ readonly replayed: number; readonly wrong: readonly string[] }> {
  const histories = (async function* () {
    for (const workflowId of ids) {
      const history = await client.temporal.workflow.getHandle(workflowId).fetchHistory();
      yield { workflowId, history };
    }
  })();
  const wrong: string[] = [];
  let replayed = 0;
  for await (const { workflowId, error } of Worker.runReplayHistories(
    { workflowBundle: bundle },
    histories,
  )) {
    replayed += 1;
    if (error !== undefined) wrong.push(`${workflowId} does not replay: ${error.message}`);
  }
  return { replayed, wrong };
}
