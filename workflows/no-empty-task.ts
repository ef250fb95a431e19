import { defaultPayloadConverter, type WorkflowInterceptorsFactory } from '@temporalio/workflow';

type Interceptor = NonNullable<ReturnType<WorkflowInterceptorsFactory>['internals']>[number];
type Activation = Parameters<NonNullable<Interceptor['activate']>>[0]['activation'];
type Command = Parameters<NonNullable<Interceptor['concludeActivation']>>[0]['commands'][number];

/**
 * Lets no workflow task in which something happened leave the history without a trace.
 *
 * When a worker takes a process up again, Temporal's SDK joins a task without commands to the task after it, but no longer once
 * the updates of that one stand in the history. So what happened in the first comes after those updates at one time and before
 * them at another, and a process that was taken up in between would do something else than its history says, and stand still. A
 * word in the memo keeps the two apart.
 */
export const interceptors: WorkflowInterceptorsFactory = () => {
  let happened = false;
  return {
    internals: [
      {
        activate: (input, next) => {
          happened ||= somethingHappens(input.activation);
          next(input);
        },
        concludeActivation: (input, next) => {
          const { commands } = next(input);
          const silent = happened && commands.every((command) => isRefusal(command));
          happened = false;
          return { commands: silent ? [...commands, rested()] : commands };
        },
      },
    ],
  };
};

/** A query and an update that is refused leave no trace, and shall leave none. */
function somethingHappens({ jobs }: Activation): boolean {
  return (jobs ?? []).some(
    (job) =>
      job.initializeWorkflow ??
      job.fireTimer ??
      job.signalWorkflow ??
      job.resolveActivity ??
      job.resolveChildWorkflowExecutionStart ??
      job.resolveChildWorkflowExecution ??
      job.resolveSignalExternalWorkflow ??
      job.resolveRequestCancelExternalWorkflow ??
      job.cancelWorkflow ??
      job.resolveNexusOperationStart ??
      job.resolveNexusOperation,
  );
}

/** It is an answer to the sender, of which the history says nothing. */
function isRefusal({ updateResponse }: Command): boolean {
  return updateResponse?.rejected !== undefined && updateResponse.rejected !== null;
}

function rested(): Command {
  const fields = { rested: defaultPayloadConverter.toPayload(true) };
  return { modifyWorkflowProperties: { upsertedMemo: { fields } } };
}
