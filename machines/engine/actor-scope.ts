import type { AnyActorRef, AnyActorScope, ExecutableActionObject } from 'xstate';
import { createActorSystem } from './actor-system.ts';

export const parentId = '#parent';
/** Stands in for the parent of a process that has none, so that the same machine runs alone and as a child. */
export const noParentId = '#no-parent';
export const selfId = '#self';

/** A scope that executes nothing: XState's actions are collected in order, for the interpreter to carry out. */
export interface CollectingScope {
  readonly scope: AnyActorScope;
  readonly actions: ExecutableActionObject[];
}

/**
 * The way into XState's pure logic without its wrappers, which would run the initial transition again at every call.
 *
 * @param hasParent whether `sendParent` has somebody to send to; otherwise it sends nothing
 */
export function createActorScope(process: string, hasParent: boolean): CollectingScope {
  const actions: ExecutableActionObject[] = [];
  const system = createActorSystem();
  const ref = (id: string): AnyActorRef =>
    ({
      id,
      sessionId: id,
      system,
      send: () => undefined,
      getSnapshot: () => undefined,
    }) as unknown as AnyActorRef;
  const self = Object.assign(ref(selfId), { _parent: ref(hasParent ? parentId : noParentId) });
  const scope = {
    self,
    id: process,
    sessionId: process,
    system,
    logger: () => undefined,
    defer: () => undefined,
    emit: () => undefined,
    stopChild: () => undefined,
    actionExecutor: (action: ExecutableActionObject) => {
      // XState frees a stopped actor's system id while it executes the action; a later spawn in the same step may reuse it.
      if (action.type === 'xstate.stopChild') unregister(system, action.params);
      actions.push(action);
    },
  };
  return { scope: scope, actions };
}

function unregister(system: AnyActorScope['system'], params: unknown): void {
  if (params !== undefined)
    (system as unknown as { _unregister: (ref: unknown) => void })._unregister(params);
}
