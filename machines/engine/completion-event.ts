import type { Json, JsonObject } from '../../contracts/json.ts';
import type { RecordedEvent } from '../../contracts/ledger-entry.ts';

/** What XState would tell a parent when the actor `invocation` has ended with this snapshot; nothing while it lives. */
export function completionEvent(
  invocation: string,
  snapshot: JsonObject,
): RecordedEvent | undefined {
  switch (snapshot['status']) {
    case 'done':
      return {
        type: `xstate.done.actor.${invocation}`,
        output: snapshot['output'] ?? null,
        actorId: invocation,
      };
    case 'error':
      return errorEvent(invocation, snapshot['error'] ?? null);
    default:
      return undefined;
  }
}

export function errorEvent(invocation: string, error: Json): RecordedEvent {
  return { type: `xstate.error.actor.${invocation}`, error, actorId: invocation };
}
