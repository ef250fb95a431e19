import type { Json, JsonObject } from '../../contracts/json.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';

/** What XState would tell a parent when the actor `invocation` has ended with this snapshot; nothing while it lives. */
export function completionEvent(
  invocation: string,
  snapshot: JsonObject,
): RecordedEvent | undefined {
  const { status, output, error = null } = snapshot;
  if (status === 'done') {
    // A machine without output answers with none, which is not the same as null.
    const own = output === undefined ? {} : { output };
    return { type: `xstate.done.actor.${invocation}`, ...own, actorId: invocation };
  }
  return status === 'error' ? errorEvent(invocation, error) : undefined;
}

export function errorEvent(invocation: string, error: Json): RecordedEvent {
  return { type: `xstate.error.actor.${invocation}`, error, actorId: invocation };
}
