import type { AnyActorRef, AnyActorScope } from 'xstate';

/**
 * The least that XState asks of an actor system. Nothing is ever started, so it has no clock and no scheduler; session ids are
 * counted here, not in XState's module, so that a dry run leaves no trace.
 */
export function createActorSystem(): AnyActorScope['system'] {
  let sessions = 0;
  const keyed = new Map<string, AnyActorRef>();
  const system = {
    _bookId: () => `s:${sessions++}`,
    _register: (sessionId: string) => sessionId,
    _unregister: (ref: AnyActorRef) => {
      for (const [systemId, other] of keyed) if (other === ref) keyed.delete(systemId);
    },
    _set: (systemId: string, ref: AnyActorRef) => {
      const other = keyed.get(systemId);
      if (other !== undefined && other !== ref)
        throw new Error(`An actor with the system id "${systemId}" exists already.`);
      keyed.set(systemId, ref);
    },
    get: (systemId: string) => keyed.get(systemId),
    getAll: () => Object.fromEntries(keyed),
    _sendInspectionEvent: () => undefined,
    _relay: () => undefined,
    inspect: () => ({ unsubscribe: () => undefined }),
    getSnapshot: () => ({ _scheduledEvents: {} }),
    start: () => undefined,
  };
  // XState's interface has internal members whose names begin with an underscore; the tests hold us to the pinned version.
  return system as unknown as AnyActorScope['system'];
}
