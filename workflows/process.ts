import { allHandlersFinished, condition, continueAsNew, workflowInfo } from '@temporalio/workflow';
import { z } from '../contracts/zod.ts';
import { systemActor } from '../contracts/actor.ts';
import type { Json } from '../contracts/json.ts';
import { jsonBytes } from '../contracts/json-bytes.ts';
import { limits } from '../contracts/limits.ts';
import { CodeProcessInput, ProcessInput } from '../contracts/process-input.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { administrative } from '../contracts/administrative-events.ts';
import { admitInput } from '../machines/engine/admit-input.ts';
import type { Carried } from './carried.ts';
import { flushLedger } from './flush-ledger.ts';
import { Interpreter, type AnyProcessInput } from './interpreter.ts';
import { runActivities, runBetween, runCalendar, runOutward, runStuck } from './lanes.ts';
import { registerHandlers } from './register-handlers.ts';
import { runDeadlines } from './run-deadlines.ts';
import { toApplicationFailure } from './to-application-failure.ts';

/** Replaying a long run costs the next event's sender time, so runs are kept short. */
const factsPerRun = 300;
/** A quiet process goes over to a fresh run, and so to today's worker, once a year. */
const longestRun = 365 * 86_400_000;

/**
 * The one workflow: a process of any definition, or of a registered code machine, for as many years as it takes.
 *
 * @param rawInput ProcessInput or CodeProcessInput
 * @param carried what the run before handed over
 * @returns the machine's output when it has come to its end
 */
export async function process(rawInput: unknown, carried?: Carried): Promise<Json> {
  const interpreter = open(rawInput, carried);
  registerHandlers(interpreter);
  const lane = startLanes(interpreter);
  for (;;) {
    await condition(() => hasEnded(interpreter, lane) || mayContinueAsNew(interpreter, lane));
    await condition(allHandlersFinished);
    if (hasEnded(interpreter, lane)) return interpreter.state.snapshot['output'] ?? null;
    // Other lanes may have begun something in the same moment.
    if (!mayContinueAsNew(interpreter, lane)) continue;
    return continueAsNew<typeof process>(handOver(interpreter), interpreter.carry());
  }
}

function open(rawInput: unknown, carried: Carried | undefined): Interpreter {
  try {
    // What a run hands to the next has been parsed before.
    const input = carried === undefined ? parseInput(rawInput) : (rawInput as AnyProcessInput);
    const interpreter = new Interpreter(input, carried);
    if (carried === undefined) start(interpreter);
    else takeNewCode(interpreter);
    return interpreter;
  } catch (error) {
    // A process that lives already waits for a worker that can go on with it; only one that cannot begin ends here.
    throw carried === undefined ? toApplicationFailure(error) : error;
  }
}

function parseInput(raw: unknown): AnyProcessInput {
  const isCode = typeof raw === 'object' && raw !== null && 'machine' in raw;
  const parsed = isCode ? CodeProcessInput.safeParse(raw) : ProcessInput.safeParse(raw);
  if (!parsed.success) throw new StatehouseError('InvalidInput', z.prettifyError(parsed.error));
  const { id } = parsed.data;
  if (id !== workflowInfo().workflowId) {
    throw new StatehouseError('InvalidInput', `The workflow id must be the process id "${id}".`, {
      id,
    });
  }
  if ('machine' in parsed.data) return parsed.data;
  const size = JSON.stringify(parsed.data.definition).length;
  if (size > limits.definition) {
    throw new StatehouseError(
      'TooLarge',
      `The definition has ${size} bytes, ${limits.definition} are allowed.`,
      { size },
    );
  }
  return parsed.data;
}

function start(interpreter: Interpreter): void {
  const { input, startedBy, parent, rehearsal } = interpreter.input;
  const { definition } = interpreter.program;
  admitInput(definition, input ?? {});
  interpreter.record({
    kind: 'started',
    at: interpreter.now(),
    actor: startedBy,
    event: {
      type: administrative.started,
      definition: { id: definition.id, version: definition.version },
      input: input ?? {},
      ...(parent === undefined ? {} : { parent: parent.process }),
      ...(rehearsal === undefined ? {} : { rehearsal: true }),
    },
  });
}

/** A run may begin on a worker with a newer version of a code machine. From here on that one's rules hold, and the ledger says so. */
function takeNewCode(interpreter: Interpreter): void {
  const { code, program, state } = interpreter;
  if (code === undefined || state.definition === program.hash) return;
  const { id, version } = program.definition;
  interpreter.record(
    {
      kind: 'administration',
      at: interpreter.now(),
      actor: systemActor,
      event: {
        type: administrative.migrated,
        definition: program.hash,
        id,
        version,
        reason: 'The worker has another version of the code.',
      },
    },
    [],
    program,
  );
}

/** Activities that a state has invoked. */
interface ActivityLane {
  running: number;
}

function startLanes(interpreter: Interpreter): ActivityLane {
  const activities: ActivityLane = { running: 0 };
  void flushLedger(interpreter);
  void runOutward(interpreter);
  void runBetween(interpreter);
  void runActivities(interpreter, activities);
  void runCalendar(interpreter);
  void runDeadlines(interpreter);
  void runStuck(interpreter);
  return activities;
}

/** Done only when everybody has been told and everything is in the ledger. */
function hasEnded(interpreter: Interpreter, { running }: ActivityLane): boolean {
  const { status, unflushed, outward, between } = interpreter;
  return (
    status !== 'active' && unflushed.length + outward.length + between.length === 0 && running === 0
  );
}

/** Temporal takes two megabytes for all that a run hands over; beyond that the run could neither end nor go on. */
function fitsIntoPayload(interpreter: Interpreter): boolean {
  return jsonBytes([handOver(interpreter), interpreter.carry()]) <= limits.handedOver;
}

function handOver(interpreter: Interpreter): AnyProcessInput {
  if ('machine' in interpreter.input) return interpreter.input;
  return { ...interpreter.input, definition: interpreter.program.definition };
}

/**
 * At a moment of rest. What waits in a lane may be taken up in the very task in which the run ends, and then once more by the
 * next run: a child would be begun twice.
 */
function mayContinueAsNew(interpreter: Interpreter, { running }: ActivityLane): boolean {
  const info = workflowInfo();
  const age = Date.now() - info.runStartTime.getTime();
  const due =
    info.continueAsNewSuggested ||
    interpreter.facts >= factsPerRun ||
    age >= longestRun ||
    // On a rehearsed clock an open child of the same run would hold its parent's time still.
    (interpreter.startedChild && interpreter.input.rehearsal !== undefined);
  if (!due || interpreter.status !== 'active') return false;
  const { unflushed, outward, between, activities, unresolved } = interpreter;
  if (between.length + activities.length + running > 0) return false;
  const resting = unflushed.length + outward.length + unresolved.length === 0;
  // A ledger that is away or an effect that keeps failing must not keep the history growing: both can be asked again.
  const overdue = info.historyLength > 10_000 || interpreter.facts >= 4 * factsPerRun;
  return (resting || overdue) && fitsIntoPayload(interpreter);
}
