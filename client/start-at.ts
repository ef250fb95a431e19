import type {
  Client,
  Workflow,
  WorkflowHandleWithFirstExecutionRunId,
  WorkflowStartOptions,
} from '@temporalio/client';
import { skipTime } from './skip-time.ts';

/**
 * Starts a workflow whose life begins at a later instant: its first line runs at `instant`, in virtual time.
 * Virtual time never runs backwards, so an instant already past means now.
 *
 * @throws StatehouseError as {@link skipTime}; without a time-skipping server the workflow then waits for real
 */
export async function startAt<T extends Workflow>(
  client: Client,
  instant: Date,
  workflow: string | T,
  options: WorkflowStartOptions<T>,
): Promise<WorkflowHandleWithFirstExecutionRunId<T>> {
  const startDelay = Math.max(0, instant.getTime() - Date.now());
  const handle = await client.workflow.start<T>(workflow, { ...options, startDelay });
  await skipTime(client, handle.workflowId, { by: startDelay });
  return handle;
}
