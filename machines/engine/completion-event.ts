import type { Json, JsonObject } from '../../contracts/json.ts';
import type { RecordedEvent } from '../../contracts/recorded-event.ts';

/** What XState would tell a parent when the actor `invocation` has ended with this snapshot; nothing while it lives. */
export function completionEvent(
  invocation: string,
  snapshot: JsonObject,
): RecordedEvent | undefined {
  const { status, output = null, error = null } = snapshot;
  if (status === 'done')
    return { type: `xstate.done.actor.${invocation}`, output, actorId: invocation };
  return status === 'error' ? errorEvent(invocation, error) : undefined;
}

export function errorEvent(invocation: string, error: Json): RecordedEvent {
  return { type: `xstate.error.actor.${invocation}`, error, actorId: invocation };
}
