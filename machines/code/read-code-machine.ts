import {
  createMachine,
  type AnyActorLogic,
  type AnyActorScope,
  type AnyStateMachine,
  type AnyStateNode,
} from 'xstate';
import { contentHash } from '../../contracts/content-hash.ts';
import { limits } from '../../contracts/limits.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { inertLogic } from '../engine/inert-logic.ts';
import { actorKind, isMachine, type ActorKind } from './actor-kind.ts';
import { codeActions } from './code-actions.ts';
import type { CodeRules } from './code-rules.ts';
import type { CodeMachine, CustomAction } from './code-machine.ts';
import { describeCode } from './describe-code.ts';
import { descriptorOf } from './descriptor-of.ts';
import { checkedDelays, refuseUnknownDelays } from './checked-delays.ts';
import { hears } from './hears.ts';
import { isBuiltIn, nameInlineLogic, type NamedLogic } from './name-inline-logic.ts';
import { refuseLossyContext } from './refuse-lossy-context.ts';
import { withinStep } from './step-world.ts';

/**
 * Makes an XState machine from code runnable by the engine, as it is: its guards and assigns run unchanged, its promises and custom
 * actions become work for the worker, its machines child processes.
 *
 * @param name under which the worker has it
 * @throws StatehouseError `InvalidDefinition` for what cannot be durable, with the reason and what to use instead
 */
export function readCodeMachine(original: AnyStateMachine, name: string): CodeMachine {
  const named = nameInlineLogic(original.config as Readonly<Record<string, unknown>>);
  refuseNamelessSpawns(name, named);
  const { guards, actions, actors, delays } = original.implementations;
  const logics = new Map([
    ...Object.entries(actors as Readonly<Record<string, AnyActorLogic>>),
    ...named.actors,
  ]);
  const { promises, children } = sortActors(name, logics);
  const custom = customActions(named, actions);
  refuseUnknownDelays(name, named.config, delays);
  const machine = createMachine(
    { ...named.config, id: original.id, options: { maxIterations: limits.microsteps } } as never,
    {
      guards,
      actions: { ...actions, ...Object.fromEntries(custom) },
      actors: Object.fromEntries([...logics.keys()].map((src) => [src, inertLogic])),
      delays: checkedDelays(delays),
    } as never,
  ) as unknown as AnyStateMachine;
  const heard = descriptors(machine.root);
  const definition = descriptorOf({
    name,
    config: named.config,
    content: describeCode({
      config: { ...named.config, schemas: undefined, types: undefined },
      guards: Object.keys(guards).sort(),
      actions: [...custom.keys()].sort(),
      actors: [...logics].map(([src, logic]) => [src, actorKind(logic)]).sort(),
      delays: Object.keys(delays).sort(),
    }),
    events: heard.filter((type) => !type.includes('*')),
    children: Object.fromEntries(
      [...children].map(([src, child]) => [src, child.program.definition]),
    ),
  });
  return {
    program: {
      definition,
      hash: contentHash(definition),
      machine,
      scope: { now: new Date(0).toISOString(), rules: [] },
      explanations: new WeakMap(),
      code: rulesOf(name, heard, custom),
    },
    promises,
    actions: custom,
    children,
  };
}

function rulesOf(
  name: string,
  heard: readonly string[],
  custom: ReadonlyMap<string, CustomAction>,
): CodeRules {
  return {
    name,
    hears: (type) => hears(heard, type),
    within: ({ process, seq }, at, run) => withinStep([process, seq], at, run),
    nameActors,
    actionsOf: (before, after, taken) => {
      refuseLossyContext(after.context);
      return codeActions(custom, before, after, taken);
    },
  };
}

function customActions(
  named: NamedLogic,
  actions: Readonly<Record<string, unknown>>,
): Map<string, CustomAction> {
  const custom = new Map(named.actions);
  for (const [type, action] of Object.entries(actions)) {
    if (typeof action === 'function' && !isBuiltIn(action))
      custom.set(type, action as CustomAction);
  }
  return custom;
}

const insteads: Readonly<Record<Exclude<ActorKind, 'machine' | 'promise'>, string>> = {
  callback:
    'a callback actor lives in memory and could not go on after a restart. Use `fromPromise` for work with one answer, an event sent to the process for what comes from outside, `after` for time',
  observable:
    'an observable lives in memory and what it emits meanwhile would be lost after a restart. Send each value to the process as an event',
  transition: 'a reducer has no state of its own in the record. Write it as a small machine',
};

function sortActors(
  name: string,
  logics: ReadonlyMap<string, AnyActorLogic>,
): Pick<CodeMachine, 'promises' | 'children'> {
  const promises = new Map<string, AnyActorLogic>();
  const children = new Map<string, CodeMachine>();
  for (const [src, logic] of logics) {
    if (isMachine(logic)) children.set(src, readCodeMachine(logic, `${name}/${src}`));
    else {
      const kind = actorKind(logic);
      if (kind !== 'promise' && kind !== 'machine') throw refused(name, src, insteads[kind]);
      promises.set(src, logic);
    }
  }
  return { promises, children };
}

function refuseNamelessSpawns(name: string, { spawns }: NamedLogic): void {
  for (const { place, src, id } of spawns) {
    if (typeof src !== 'string')
      throw refused(
        name,
        place,
        'it spawns an actor in place. Name the actor in setup({ actors })',
      );
    if (id === undefined)
      throw refused(name, place, `it spawns "${src}" without an id. Give it one: { id: '...' }`);
  }
}

function refused(name: string, what: string, reason: string): StatehouseError {
  return new StatehouseError(
    'InvalidDefinition',
    `The machine "${name}" cannot be durable: "${what}": ${reason}.`,
    { machine: name, actor: what },
  );
}

function descriptors(root: AnyStateNode): string[] {
  const all = (node: AnyStateNode): string[] => [
    ...node.transitions.keys(),
    ...Object.values(node.states).flatMap((child) => all(child)),
  ];
  return [...new Set(all(root))].filter((type) => type !== '' && !type.startsWith('xstate.'));
}

function nameActors(scope: AnyActorScope, { seq }: ProcessState): void {
  let count = 0;
  Object.assign(scope.system, { _bookId: () => `s${seq + 1}-${count++}` });
}
