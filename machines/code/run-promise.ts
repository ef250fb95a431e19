import { createActor, toPromise, type AnyActorLogic } from 'xstate';

/**
 * Runs a promise actor as XState itself does and gives what it resolves to.
 *
 * @param signal stops the actor, which aborts the signal that its creator was given
 * @throws what the promise rejects with
 */
export async function runPromise(
  logic: AnyActorLogic,
  input: unknown,
  signal: AbortSignal,
): Promise<unknown> {
  const actor = createActor(logic, { input });
  const outcome = toPromise(actor);
  const stop = (): void => {
    actor.stop();
  };
  signal.addEventListener('abort', stop);
  try {
    actor.start();
    return await outcome;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
