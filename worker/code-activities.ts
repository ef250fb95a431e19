import { ApplicationFailure, Context, heartbeat } from '@temporalio/activity';
import type { AnyStateMachine } from 'xstate';
import type { ActorAnswer, CodeActivities } from '../contracts/code-activities.ts';
import type { Json } from '../contracts/json.ts';
import type { CodeMachine } from '../machines/code/code-machine.ts';
import { nameOfMachine } from '../machines/code/name-of-machine.ts';
import { readCodeMachine } from '../machines/code/read-code-machine.ts';
import { runPromise } from '../machines/code/run-promise.ts';

/** A machine as it was given to `durable`: alone when its name is its id. */
type Registered = AnyStateMachine | { readonly machine: AnyStateMachine; readonly name: string };

/** What a worker does for the machines that its bundle registers with `durable`: their promises and custom actions. */
export function codeActivities(machines: readonly Registered[]): CodeActivities {
  const known = new Map<string, CodeMachine>();
  const add = (machine: CodeMachine): void => {
    known.set(machine.program.code.name, machine);
    for (const child of machine.children.values()) add(child);
  };
  for (const given of machines) {
    const { machine, name } =
      'machine' in given ? given : { machine: given, name: nameOfMachine(given, {}) };
    add(readCodeMachine(machine, name));
  }
  return {
    runActor: ({ machine, src, input, attempts }) =>
      beating(async () => {
        const logic = found(known.get(machine)?.promises.get(src), machine, src);
        const { cancellationSignal, cancelled, info } = Context.current();
        try {
          const output = await Promise.race([
            runPromise(logic, input, cancellationSignal),
            cancelled,
          ]);
          return output === undefined ? {} : { output: asJson(output) };
        } catch (error) {
          cancellationSignal.throwIfAborted();
          if (info.attempt < attempts) throw error;
          return { error: describeError(error) } satisfies ActorAnswer;
        }
      }),
    runAction: ({ machine, action, given }) =>
      beating(async () => {
        const perform = found(known.get(machine)?.actions.get(action), machine, action);
        const { context, event, params } = given as Readonly<Record<string, Json>>;
        await perform(new ActionArguments(context, event), params);
      }),
  };
}

/** What a custom action is given. It runs after its step, in the worker, where the machine is not. */
class ActionArguments {
  readonly context: unknown;
  readonly event: unknown;

  constructor(context: unknown, event: unknown) {
    this.context = context;
    this.event = event;
  }

  get self(): never {
    throw new Error(
      'A durable custom action has no `self`: let the machine send, with sendTo or raise.',
    );
  }

  get system(): never {
    throw new Error('A durable custom action has no `system`: let the machine send, with sendTo.');
  }
}

async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(heartbeat, 1_000);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** The workflow knows it and this worker does not: another worker may, so it is tried again. */
function found<T>(value: T | undefined, machine: string, name: string): T {
  if (value !== undefined) return value;
  throw ApplicationFailure.retryable(
    `This worker has no "${name}" of the machine "${machine}". Give the machine to codeActivities.`,
    'UnknownActor',
  );
}

function asJson(value: unknown): Json {
  const text = JSON.stringify(value) as string | undefined;
  return text === undefined ? null : (JSON.parse(text) as Json);
}

/** An error as the ledger can keep it: its name, its message and whatever fields it was given. */
function describeError(error: unknown): Json {
  if (!(error instanceof Error)) return asJson(error);
  const { name, message } = error;
  return { ...(asJson(Object.fromEntries(Object.entries(error))) as object), name, message };
}
