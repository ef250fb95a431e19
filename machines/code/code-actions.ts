import type { AnyActorRef, AnyMachineSnapshot, ExecutableActionObject } from 'xstate';
import type { CustomAction } from './code-machine.ts';

type Children = Readonly<Record<string, AnyActorRef | undefined>>;

/**
 * XState's actions of one step as the engine carries them out: an action that acts outside takes along what its function is given,
 * and an actor that was spawned inside an assign, for which XState names no action, is started like any other.
 *
 * @throws Error for an actor or action that has no name, so that nobody could ask the worker for it
 */
export function codeActions(
  custom: ReadonlyMap<string, CustomAction>,
  before: AnyMachineSnapshot | undefined,
  after: AnyMachineSnapshot,
  actions: readonly ExecutableActionObject[],
): ExecutableActionObject[] {
  const result = actions.flatMap((action) => durable(action, custom));
  for (const child of spawnedInAssigns(before, after, actions)) {
    // One that takes the place of another comes after that has been stopped.
    const stopped = result.findLastIndex(
      ({ type, params }) =>
        type === 'xstate.stopChild' && (params as AnyActorRef | undefined)?.id === child.id,
    );
    result.splice(stopped + 1, 0, spawning(child, actions));
  }
  return result;
}

function durable(
  action: ExecutableActionObject,
  custom: ReadonlyMap<string, CustomAction>,
): ExecutableActionObject[] {
  const { type, exec, info } = action;
  const params = action.params as Readonly<Record<string, unknown>> | undefined;
  if (type === 'xstate.spawnChild') {
    requireName(params?.['src']);
    if (params?.['id'] === undefined)
      throw new Error(`"${String(params?.['src'])}" is spawned without an id; give it one.`);
    return [action];
  }
  if (type.startsWith('xstate.')) {
    // An instant that has passed already: XState's own clock fires at once, too.
    const late = typeof params?.['delay'] === 'number' && params['delay'] < 0;
    return [late ? { ...action, params: { ...params, delay: 0 } } : action];
  }
  // XState does nothing for an action that nobody implements.
  if (exec === undefined) return [];
  if (!custom.has(type)) {
    throw new Error(
      `The action "${type}" is enqueued in place, so no worker could be asked for it. Give it a name in setup({ actions }).`,
    );
  }
  const { context, event } = info;
  return [{ ...action, params: { context, event, ...(params === undefined ? {} : { params }) } }];
}

function requireName(src: unknown): void {
  if (typeof src === 'string') return;
  throw new Error(
    'An actor is spawned in place, so it could not be found again after a restart. Give it a name in setup({ actors }) and spawn that.',
  );
}

function spawnedInAssigns(
  before: AnyMachineSnapshot | undefined,
  after: AnyMachineSnapshot,
  actions: readonly ExecutableActionObject[],
): AnyActorRef[] {
  const old = new Set(Object.values((before?.children ?? {}) as Children));
  const named = new Set(
    actions.map(({ params }) => (params as { readonly actorRef?: unknown } | undefined)?.actorRef),
  );
  return Object.values(after.children as Children).filter(
    (child): child is AnyActorRef => child !== undefined && !old.has(child) && !named.has(child),
  );
}

function spawning(
  child: AnyActorRef,
  actions: readonly ExecutableActionObject[],
): ExecutableActionObject {
  const { src } = child as AnyActorRef & { readonly src: unknown };
  requireName(src);
  const { input } = child.getSnapshot() as { readonly input?: unknown };
  const [any] = actions;
  return {
    type: 'xstate.spawnChild',
    info: any?.info,
    params: { id: child.id, src, actorRef: child, input },
    exec: undefined,
  } as unknown as ExecutableActionObject;
}
