import { randomUUID } from 'node:crypto';
import { type Client, isGrpcDeadlineError, isGrpcServiceError } from '@temporalio/client';
import proto from '@temporalio/proto';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { workflowClock, type WorkflowClock } from './workflow-clock.ts';

/** `by`: milliseconds, whole or not. `to`: an instant; one already past is reached without skipping. */
export type Skip = { readonly by: number } | { readonly to: Date };

/**
 * `landed`: virtual time is at or just past the target. Timers due earlier have fired (see the last moment, below).
 * `ended`: the workflow closed before the target, at `now` or earlier.
 * `blocked`: nothing moved for `patience`. The skip is called off; `waitingFor` says what holds time still.
 */
export type SkipOutcome =
  | { readonly outcome: 'landed' | 'ended'; readonly now: Date }
  | {
      readonly outcome: 'blocked';
      readonly now: Date;
      readonly waitingFor: WorkflowClock['waitingFor'];
      readonly reason: string;
    };

export interface SkipOptions {
  /** Milliseconds without any history event after which a skip counts as blocked. */
  readonly patience?: number;
}

/** Stops a loop of timers or retries before it fills the history (51,200 events). The server's default is 200. */
const maxTimersPerSkip = 10_000;

const { FastForwardPollingResult } = proto.temporal.api.enums.v1;

/**
 * Moves one workflow forward in virtual time; the timers on the way fire in order, each at its own instant.
 *
 * The workflow needs no preparation and its clock otherwise runs at normal speed. Continue-as-new keeps the
 * virtual time. Children do not move along: they start at their parent's virtual time, then each needs its own
 * skip. An open child or activity of the current run holds its workflow's time still, also when the child is
 * abandoned; after continue-as-new it no longer does. Lands shortly after `to`, never before it. A timer
 * due within the server's timer resolution before the target may fire just after landing.
 *
 * The server must be a development server 1.32 or later with `frontend.WorkflowTimeSkippingEnabled=true`, and with
 * `history.workflowIdReuseMinimalInterval="0s"` if workflows continue as new: otherwise a run that follows another
 * within a second starts late, by all the time skipped before.
 *
 * @throws StatehouseError `ProcessNotFound`; `TemporalUnavailable` if the server does not skip time
 */
export async function skipTime(
  client: Client,
  workflowId: string,
  skip: Skip,
  { patience = 10_000 }: SkipOptions = {},
): Promise<SkipOutcome> {
  const start = await workflowClock(client, workflowId);
  if (!start.running) return { outcome: 'ended', now: start.now };
  const duration = 'by' in skip ? skip.by : skip.to.getTime() - start.now.getTime();
  if (!(duration > 0)) return { outcome: 'landed', now: start.now };

  const id = randomUUID();
  const armed = await configure(client, workflowId, {
    enabled: true,
    fastForwardConfig: { id, duration: toDuration(duration) },
    // A child that inherited this would skip through its whole life at once.
    disablePropagation: true,
    maxSessionSkipCount: maxTimersPerSkip,
  });
  for (let seen = start.progress; armed;) {
    const poll = await pollOnce(client, workflowId, id, patience);
    const clock = await workflowClock(client, workflowId);
    if (poll === 'completed') return { outcome: 'landed', now: clock.now };
    if (!clock.running) return { outcome: 'ended', now: clock.now };
    if (poll !== 'waiting' || clock.progress === seen) {
      // Left armed, the skip would happen later, at a moment nobody chose. A newer skip is not ours to call off.
      if (poll === 'waiting') await configure(client, workflowId, { enabled: false });
      const reason = poll === 'waiting' ? `Nothing moved for ${patience} ms.` : poll.refused;
      return { outcome: 'blocked', now: clock.now, waitingFor: clock.waitingFor, reason };
    }
    seen = clock.progress;
  }
  return { outcome: 'ended', now: (await workflowClock(client, workflowId)).now };
}

/** gRPC codes. */
const cancelled = 1;
const invalidArgument = 3;
const notFound = 5;
const unimplemented = 12;

/** False if the workflow closed meanwhile. */
async function configure(
  client: Client,
  workflowId: string,
  timeSkippingConfig: proto.temporal.api.common.v1.ITimeSkippingConfig,
  attempts = 5,
): Promise<boolean> {
  try {
    await client.workflowService.updateWorkflowExecutionOptions({
      namespace: client.options.namespace,
      workflowExecution: { workflowId },
      workflowExecutionOptions: { timeSkippingConfig },
      updateMask: { paths: ['time_skipping_config'] },
    });
    return true;
  } catch (cause) {
    if (!isGrpcServiceError(cause)) throw cause;
    const code: number = cause.code;
    if (code === notFound) return false;
    // A busy server gives a call up, and the SDK does not repeat such a one. Ours carries its own id, so it may come twice.
    if (code === cancelled && attempts > 1) {
      return configure(client, workflowId, timeSkippingConfig, attempts - 1);
    }
    if (code !== unimplemented && code !== invalidArgument) throw cause;
    throw new StatehouseError(
      'TemporalUnavailable',
      `The Temporal server did not accept the skip (${cause.details}). Start a development server with --dynamic-config-value frontend.WorkflowTimeSkippingEnabled=true.`,
      { workflowId },
    );
  }
}

async function pollOnce(
  client: Client,
  workflowId: string,
  fastForwardId: string,
  patience: number,
  attempts = 5,
): Promise<'completed' | 'waiting' | { refused: string }> {
  try {
    const { fastForwardPollingResult: result, failedReason } = await client.withDeadline(
      Date.now() + patience,
      () =>
        client.workflowService.pollWorkflowExecutionTimeSkipping({
          namespace: client.options.namespace,
          workflowExecution: { workflowId },
          fastForwardId,
        }),
    );
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_FAST_FORWARD_COMPLETED)
      return 'completed';
    if (result === FastForwardPollingResult.FAST_FORWARD_POLLING_RESULT_POLL_TIMEOUT)
      return 'waiting';
    return { refused: failedReason };
  } catch (cause) {
    if (isGrpcDeadlineError(cause)) return 'waiting';
    // A busy server gives this call up too; asking again changes nothing.
    const code: number | undefined = isGrpcServiceError(cause) ? cause.code : undefined;
    if (code === cancelled && attempts > 1)
      return pollOnce(client, workflowId, fastForwardId, patience, attempts - 1);
    throw cause;
  }
}

function toDuration(milliseconds: number): proto.google.protobuf.Duration {
  const seconds = Math.floor(milliseconds / 1000);
  const nanos = Math.ceil((milliseconds - seconds * 1000) * 1e6);
  return proto.google.protobuf.Duration.fromObject({ seconds, nanos });
}
