import { condition } from '@temporalio/workflow';
import { systemActor } from '../contracts/actor.ts';
import type { Timer } from '../contracts/process-state.ts';
import type { Interpreter } from './interpreter.ts';

/** Temporal waits at most a century; a longer wait is taken up again when it ends. */
const century = 99 * 366 * 86_400_000;

/**
 * Fires each deadline at its instant, earliest first. One Temporal timer runs at a time, for the earliest; it is set anew only
 * when another deadline has become the earliest, so an event that changes no deadline costs none.
 */
export async function runDeadlines(interpreter: Interpreter): Promise<never> {
  for (;;) {
    await condition(() => earliest(interpreter) !== undefined);
    const next = earliest(interpreter);
    if (next === undefined) continue;
    const wait = Date.parse(next.dueAt) - (Date.now() + interpreter.offset);
    const same = (): boolean => {
      const now = earliest(interpreter);
      return now?.generation === next.generation && now.dueAt === next.dueAt;
    };
    if (wait > 0) await condition(() => !same(), Math.min(wait, century));
    else fire(interpreter, next);
  }
}

type Due = Timer & { readonly dueAt: string };

function earliest(interpreter: Interpreter): Due | undefined {
  if (interpreter.state.suspension !== null) return undefined;
  let first: Due | undefined;
  for (const timer of interpreter.state.timers) {
    if (timer.dueAt === undefined || isStuck(interpreter, timer)) continue;
    if (first === undefined || timer.dueAt < first.dueAt) first = { ...timer, dueAt: timer.dueAt };
  }
  return first;
}

function isStuck(interpreter: Interpreter, timer: Timer): boolean {
  return interpreter.stuck.some(
    ({ kind, about }) => kind === 'timer' && about?.generation === timer.generation,
  );
}

function fire(interpreter: Interpreter, { id, generation, event, dueAt }: Due): void {
  interpreter.attempt({
    kind: 'timer',
    actor: systemActor,
    event: { ...event, dueAt },
    about: { id, generation },
  });
}
