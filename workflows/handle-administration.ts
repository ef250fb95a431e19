import type { z } from '../contracts/zod.ts';
import type { Administration } from '../contracts/definition/definition.ts';
import type { RecordedEvent } from '../contracts/recorded-event.ts';
import type { SendResult } from '../contracts/sent-event.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { Fact } from '../contracts/fact.ts';
import type { Program } from '../machines/program.ts';
import { remember } from './handle-send.ts';
import type { Interpreter } from './interpreter.ts';
import { readArguments } from './read-arguments.ts';
import { toApplicationFailure } from './to-application-failure.ts';

/** What an act on the process itself comes to: its event, the deadline it is about, the definition it goes over to. */
export interface Act {
  readonly event: RecordedEvent;
  readonly about?: Fact['about'];
  readonly next?: Program;
}

/** One kind of act on the process itself. `prepare` refuses with a StatehouseError what cannot be done now. */
export interface Administrator<T> {
  readonly name: keyof z.infer<typeof Administration>;
  readonly schema: z.ZodType<T>;
  readonly prepare: (interpreter: Interpreter, input: T) => Act;
}

export function validateAct<T>(
  interpreter: Interpreter,
  administrator: Administrator<T>,
  first: unknown,
  second: unknown,
): void {
  try {
    const { input, meta, key, of } = readArguments(administrator.schema, first, second);
    if (interpreter.keys.answer(key, of) !== undefined) return;
    authorise(interpreter, administrator.name, meta.actor.roles);
    administrator.prepare(interpreter, input);
  } catch (error) {
    throw toApplicationFailure(error);
  }
}

export function handleAct<T>(
  interpreter: Interpreter,
  administrator: Administrator<T>,
  first: unknown,
  second: unknown,
): SendResult {
  try {
    const { input, meta, key, of } = readArguments(administrator.schema, first, second);
    const known = interpreter.keys.answer(key, of);
    if (known !== undefined) return known;
    authorise(interpreter, administrator.name, meta.actor.roles);
    const { event, about, next } = administrator.prepare(interpreter, input);
    const entry = interpreter.record(
      {
        kind: 'administration',
        at: interpreter.now(),
        actor: meta.actor,
        key,
        event,
        ...(about === undefined ? {} : { about }),
      },
      [],
      next,
    );
    return remember(interpreter, key, of, entry);
  } catch (error) {
    throw toApplicationFailure(error);
  }
}

function authorise(
  interpreter: Interpreter,
  act: keyof z.infer<typeof Administration>,
  roles: readonly string[],
): void {
  const by = interpreter.program.definition.administration?.[act] ?? ['operator'];
  if (roles.some((role) => by.includes(role))) return;
  throw new StatehouseError('NotYourRole', `To ${act} this process is for ${by.join(' or ')}.`, {
    act,
    by,
    roles: [...roles],
  });
}
