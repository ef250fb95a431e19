import { type Client, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { StatehouseError } from '../contracts/statehouse-error.ts';

/** Where a workflow stands in its own time. */
export interface WorkflowClock {
  /** Virtual time now, milliseconds floored. This machine's clock if the workflow never skipped. */
  readonly now: Date;
  readonly running: boolean;
  /** Open work, which holds virtual time still until it closes. Timers are not in it. */
  readonly waitingFor: {
    readonly children: readonly string[];
    readonly activities: readonly string[];
  };
  /** Differs after every history event and after continue-as-new. */
  readonly progress: string;
}

/** gRPC code. */
const notFound = 5;
const { WorkflowExecutionStatus } = proto.temporal.api.enums.v1;

/**
 * Reads the virtual clock of a workflow's current run.
 *
 * `workflowInfo().startTime` is no substitute: for a child, and after a start delay, it is wall-clock time.
 *
 * @throws StatehouseError `ProcessNotFound`
 */
export async function workflowClock(client: Client, workflowId: string): Promise<WorkflowClock> {
  const described = await client.workflowService
    .describeWorkflowExecution({ namespace: client.options.namespace, execution: { workflowId } })
    .catch((cause: unknown) => {
      const grpcCode: number | undefined = isGrpcServiceError(cause) ? cause.code : undefined;
      if (grpcCode !== notFound) throw cause;
      throw new StatehouseError('ProcessNotFound', `There is no workflow "${workflowId}".`, {
        workflowId,
      });
    });
  const info = described.workflowExecutionInfo;
  const time = described.workflowExtendedInfo?.timeSkippingInfo?.currentTime;
  return {
    now: time
      ? new Date(Number(time.seconds) * 1000 + Math.floor((time.nanos ?? 0) / 1e6))
      : new Date(),
    running: info?.status === WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING,
    waitingFor: {
      children: described.pendingChildren.map((child) => child.workflowId ?? ''),
      activities: described.pendingActivities.map((activity) => activity.activityType?.name ?? ''),
    },
    progress: `${info?.execution?.runId ?? ''}/${String(info?.historyLength ?? 0)}`,
  };
}
