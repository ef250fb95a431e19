import proto from '@temporalio/proto';
import { GrpcCallError, grpcNotFound } from './grpc-call.ts';
import { withTemporalApi } from './temporal-api.ts';

const taskQueueType = proto.temporal.api.enums.v1.TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW;

/**
 * Asks the three parts that a workflow needs, because the port answers before all of them do: the frontend for the
 * namespace, matching for a task queue, history for a workflow.
 * @throws Error saying what does not answer yet.
 */
export function serverIsReady(address: string, namespace: string): Promise<void> {
  return withTemporalApi(address, async (api) => {
    await api.describeNamespace({ namespace });
    await api.describeTaskQueue({ namespace, taskQueue: { name: 'statehouse' }, taskQueueType });
    await api
      .describeWorkflowExecution({ namespace, execution: { workflowId: 'statehouse-probe' } })
      .catch((error: unknown) => {
        if (!(error instanceof GrpcCallError) || error.status !== grpcNotFound) throw error;
      });
  });
}
