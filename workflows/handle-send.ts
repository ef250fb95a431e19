import { uuid4 } from '@temporalio/workflow';
import type { z } from '../contracts/zod.ts';
import { SentEvent, type SendResult } from '../contracts/sent-event.ts';
import type { LedgerEntry, LedgerRecord } from '../contracts/ledger-entry.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { admit } from '../machines/engine/admit.ts';
import { seal } from '../machines/seal.ts';
import type { Interpreter } from './interpreter.ts';
import { readArguments } from './read-arguments.ts';
import { toApplicationFailure } from './to-application-failure.ts';

const mostUnflushed = 500;
/** A run may not grow beyond 50 MB, and it cannot hand over what is large. */
const mostUnflushedBytes = 4_000_000;
const eventSchema: z.ZodType<SentEvent> = SentEvent;

/**
 * Whether an event may come in. Runs before anything is written to the history and leaves no trace when it refuses. An event
 * whose key is known is let through: it gets its first answer again.
 */
export function validateSend(interpreter: Interpreter, first: unknown, second: unknown): void {
  try {
    const { input, meta, key, of } = readArguments(eventSchema, first, second);
    if (interpreter.keys.answer(key, of) !== undefined) return;
    refuseFullBacklog(interpreter);
    admit(interpreter.program, interpreter.state, input, meta.actor, interpreter.now());
  } catch (error) {
    throw toApplicationFailure(error);
  }
}

/** Takes an event: one step, with no await in it. Asks once more whether it may, because another may have come in between. */
export function handleSend(interpreter: Interpreter, first: unknown, second: unknown): SendResult {
  try {
    const { input, meta, key, of } = readArguments(eventSchema, first, second);
    const known = interpreter.keys.answer(key, of);
    if (known !== undefined) return known;
    const at = interpreter.now();
    const { actor } = meta;
    admit(interpreter.program, interpreter.state, input, actor, at);
    const definition = interpreter.program.definition.events[input.type];
    const { event, values } = seal(input, definition, salt);
    const entry = interpreter.record({ kind: 'event', at, actor, key, event }, values);
    return remember(interpreter, key, of, entry);
  } catch (error) {
    throw toApplicationFailure(error);
  }
}

export function remember(
  interpreter: Interpreter,
  key: string,
  of: string,
  entry: LedgerEntry | undefined,
): SendResult {
  if (entry === undefined) throw new Error('The fact came too late.');
  const { seq, at, to, status, hash } = entry;
  const result: SendResult = { seq, at, value: to, status, hash };
  interpreter.keys.remember(key, { ...result, of });
  return result;
}

/** What continue-as-new must carry has a limit, so a ledger that stays away for very long stops the process at last. */
function refuseFullBacklog({ unflushed }: Interpreter): void {
  if (unflushed.length < mostUnflushed && sizeOf(unflushed) < mostUnflushedBytes) return;
  throw new StatehouseError(
    'LedgerUnavailable',
    `${unflushed.length} entries wait for the ledger, which does not answer. Nothing is lost; try again when it is back.`,
    { entries: unflushed.length },
  );
}

const sizes = new WeakMap<LedgerRecord, number>();

function sizeOf(records: readonly LedgerRecord[]): number {
  let total = 0;
  for (const record of records) {
    let size = sizes.get(record);
    if (size === undefined) sizes.set(record, (size = JSON.stringify(record).length));
    total += size;
  }
  return total;
}

function salt(): string {
  return uuid4() + uuid4();
}
