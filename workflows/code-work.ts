import { ActivityCancellationType, proxyActivities } from '@temporalio/workflow';
import type { CodeActivities } from '../contracts/code-activities.ts';
import type { Json } from '../contracts/json.ts';
import type { RecordedEvent } from '../contracts/recorded-event.ts';
import { errorEvent } from '../machines/engine/completion-event.ts';
import type { Task } from './carried.ts';
import type { DurableMachine } from './durable.ts';

const retryForEver = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '1 minute',
} as const;
const usualTimeout = 600_000;

function worker(startToCloseTimeout: number): ReturnType<typeof proxyActivities<CodeActivities>> {
  return proxyActivities<CodeActivities>({
    startToCloseTimeout,
    // A worker that was killed is noticed by its silence, a state that was left by the answer to a beat.
    heartbeatTimeout: '5 seconds',
    retry: retryForEver,
    cancellationType: ActivityCancellationType.TRY_CANCEL,
  });
}

/** Has a promise actor run by the worker. @returns the event that XState would give its machine */
export async function runActor(
  code: DurableMachine,
  process: string,
  { id, src, input, key }: Extract<Task, { kind: 'invoke' }>,
): Promise<RecordedEvent> {
  const { name } = code.program.code;
  const { timeout = usualTimeout, attempts = 1 } = code.options.actors?.[src] ?? {};
  const answer = await worker(timeout).runActor({
    key,
    process,
    machine: name,
    src,
    attempts,
    ...(input === undefined ? {} : { input }),
  });
  if ('error' in answer) return errorEvent(id, answer.error);
  const output = answer.output === undefined ? {} : { output: answer.output };
  return { type: `xstate.done.actor.${id}`, ...output, actorId: id };
}

/** Has a custom action run by the worker. */
export async function runAction(
  code: DurableMachine,
  process: string,
  { key, type, params }: Extract<Task, { kind: 'effect' }>,
): Promise<void> {
  const { name } = code.program.code;
  const given: Json = params;
  await worker(usualTimeout).runAction({ key, process, machine: name, action: type, given });
}
