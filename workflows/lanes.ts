import {
  ActivityCancellationType,
  CancellationScope,
  condition,
  getExternalWorkflowHandle,
  isCancellation,
  ParentClosePolicy,
  proxyActivities,
  proxyLocalActivities,
  sleep,
  startChild,
} from '@temporalio/workflow';
import { systemActor } from '../contracts/actor.ts';
import type { Activities } from '../contracts/activities.ts';
import { EffectAnswer } from '../contracts/effect-answer.ts';
import type { Json } from '../contracts/json.ts';
import { wire } from '../contracts/wire.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { errorEvent } from '../machines/engine/completion-event.ts';
import type { Task } from './carried.ts';
import { runAction, runActor } from './code-work.ts';
import type { AnyProcessInput, Interpreter } from './interpreter.ts';

const retryForEver = {
  initialInterval: '1 second',
  backoffCoefficient: 2,
  maximumInterval: '5 minutes',
} as const;

const { performEffect } = proxyActivities<Activities>({
  startToCloseTimeout: '2 minutes',
  retry: retryForEver,
  cancellationType: ActivityCancellationType.TRY_CANCEL,
});
const { resolveDeadline } = proxyLocalActivities<Activities>({ startToCloseTimeout: '30 seconds' });

/** Outside work: one at a time, in order, each until it is done. */
export async function runOutward(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => interpreter.outward.length > 0);
    const [task] = interpreter.outward;
    if (task?.kind === 'effect') {
      const { key, type, params } = task;
      await untilDone(interpreter, 'outward', async () => {
        const { id } = interpreter.input;
        if (interpreter.code !== undefined) await runAction(interpreter.code, id, task);
        else takeAnswer(interpreter, await performEffect({ key, type, params, process: id }));
      });
    }
    interpreter.outward.shift();
  }
}

/** What the work found out is told to the process that asked for it, if it still lives. */
function takeAnswer(interpreter: Interpreter, answer: Json): void {
  const { data } = EffectAnswer.safeParse(answer);
  for (const event of data?.events ?? []) {
    if (interpreter.status !== 'active') return;
    interpreter.attempt({ kind: 'delivery', actor: systemActor, event });
  }
}

/** Children and words between processes: in order, so that a child exists before it is written to. */
export async function runBetween(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => interpreter.between.length > 0);
    const [task] = interpreter.between;
    if (task?.kind === 'invoke') await startChildProcess(interpreter, task);
    if (task?.kind === 'deliver') await deliver(task);
    interpreter.between.shift();
  }
}

/** Invoked activities run beside each other; each answers with a completion, unless its state was left meanwhile. */
export async function runActivities(
  interpreter: Interpreter,
  lane: { running: number },
): Promise<never> {
  for (;;) {
    await condition(() => interpreter.activities.length > 0);
    for (const task of interpreter.activities.splice(0)) {
      lane.running += 1;
      void runActivity(interpreter, task).finally(() => {
        lane.running -= 1;
      });
    }
  }
}

/** Tries again, once an hour, what a machine failed on: its definition may have been mended by a migration. */
export async function runStuck(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => interpreter.stuck.length > 0);
    await sleep('1 hour');
    for (const fact of interpreter.stuck.splice(0)) interpreter.attempt(fact);
    if (interpreter.stuck.length === 0) interpreter.faults.delete('machine');
  }
}

/** The calendar answers each due rule; the answer is a fact of its own, with the reasoning. */
export async function runCalendar(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => interpreter.unresolved.length > 0);
    const [wanted] = interpreter.unresolved;
    const timer = interpreter.state.timers.find(
      ({ generation }) => generation === wanted?.generation,
    );
    if (wanted !== undefined && timer?.rule !== undefined && timer.dueAt === undefined) {
      const { calendar } = interpreter.program.definition;
      const { rule } = timer;
      await untilDone(interpreter, 'calendar', async () => {
        const resolved = await resolveDeadline({
          rule,
          ...(calendar === undefined ? {} : { calendar }),
        });
        interpreter.attempt({
          kind: 'deadline',
          actor: systemActor,
          event: { ...resolved, type: administrative.deadlineResolved },
          about: wanted,
        });
      });
    }
    interpreter.unresolved.shift();
  }
}

/** Retries what failed for good once an hour, visibly: an effect is late, never lost. */
async function untilDone(
  { faults }: Interpreter,
  lane: 'outward' | 'calendar',
  work: () => Promise<unknown>,
): Promise<void> {
  for (;;) {
    try {
      await work();
      faults.delete(lane);
      return;
    } catch (error) {
      if (isCancellation(error)) throw error;
      faults.set(lane, messageOf(error));
      await sleep('1 hour');
    }
  }
}

async function startChildProcess(
  interpreter: Interpreter,
  task: Extract<Task, { kind: 'invoke' }>,
): Promise<void> {
  const definition = interpreter.program.definition.machines?.[task.src];
  const link = interpreter.children.find(({ generation }) => generation === task.generation);
  // Without a link it was called off before it began.
  if (definition === undefined || link === undefined) return;
  const child =
    definition.code === undefined ? { definition } : { machine: definition.code.machine };
  const input: AnyProcessInput = {
    ...child,
    id: link.process,
    input: task.input ?? {},
    startedBy: { subject: interpreter.input.id, roles: ['process'] },
    parent: {
      process: interpreter.input.id,
      invocation: task.id,
      generation: task.generation,
      token: link.token,
    },
    ...(interpreter.input.rehearsal === undefined
      ? {}
      : { rehearsal: { offset: interpreter.offset } }),
  };
  try {
    const started = await startChild(wire.workflow, {
      workflowId: link.process,
      args: [input],
      // The record must outlive continue-as-new of its parent, and often the parent itself.
      parentClosePolicy: ParentClosePolicy.ABANDON,
      staticSummary: definition.title['en'] ?? definition.id,
    });
    interpreter.startedChild = true;
    void started.result().catch((error: unknown) => {
      childFailed(interpreter, task, error);
    });
  } catch (error) {
    childFailed(interpreter, task, error);
  }
}

/** A child that ended without a word (terminated by an operator, refused to start) answers its parent with an error. */
function childFailed(
  interpreter: Interpreter,
  task: Extract<Task, { kind: 'invoke' }>,
  error: unknown,
): void {
  if (interpreter.status !== 'active') return;
  interpreter.attempt({
    kind: 'completion',
    actor: systemActor,
    event: errorEvent(task.id, { message: messageOf(error) }),
    about: { id: task.id, generation: task.generation },
  });
}

async function deliver(task: Extract<Task, { kind: 'deliver' }>): Promise<void> {
  try {
    await getExternalWorkflowHandle(task.to).signal(wire.signal.deliver, task.delivery);
  } catch (error) {
    // The other side has ended meanwhile; there is nobody left to tell.
    if (isCancellation(error)) throw error;
  }
}

async function runActivity(
  interpreter: Interpreter,
  task: Extract<Task, { kind: 'invoke' }>,
): Promise<void> {
  const { id, generation, src, input, key } = task;
  const scope = new CancellationScope();
  const process = interpreter.input.id;
  const outcome = scope.run(async () => {
    if (interpreter.code !== undefined) return runActor(interpreter.code, process, task);
    const output = await performEffect({ key, type: src, params: input ?? null, process });
    return { type: `xstate.done.actor.${id}`, output, actorId: id };
  });
  void condition(() => interpreter.calledOff.has(generation)).then(() => {
    scope.cancel();
  });
  let event;
  try {
    event = await outcome;
  } catch (error) {
    event = errorEvent(id, { message: messageOf(error) });
  }
  if (interpreter.status !== 'active') return;
  interpreter.attempt({
    kind: 'completion',
    actor: systemActor,
    event,
    about: { id, generation },
  });
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
