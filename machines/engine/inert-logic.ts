import type { AnyActorLogic } from 'xstate';

/**
 * Stands in for every actor that a machine invokes. It never runs: the interpreter starts the real thing, an activity or a
 * child process, and gives its answer back as an event.
 */
export const inertLogic: AnyActorLogic = {
  getInitialSnapshot: (_scope: unknown, input: unknown) => ({
    status: 'active',
    output: undefined,
    error: undefined,
    input,
  }),
  transition: (snapshot: unknown) => snapshot,
  getPersistedSnapshot: (snapshot: unknown) => snapshot,
  restoreSnapshot: (snapshot: unknown) => snapshot,
} as AnyActorLogic;
