import { z } from '../../contracts/zod.ts';
import type { AnyMachineSnapshot } from 'xstate';
import { canonicalJson } from '../../contracts/canonical-json.ts';
import type { Effect } from '../../contracts/effect.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { ProcessState, Timer } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { createActorScope } from './actor-scope.ts';
import type { Moved } from './next-state.ts';
import { persist, restore } from './snapshot.ts';

/** State ids of the old machine -> those of the new one, full dotted paths without the machine's id. */
const Mapping = z.record(z.string(), z.string());

/**
 * Goes over to another definition in the same position. Every active state must exist in the new machine (after `states` has
 * renamed it), every armed deadline must still be listened for, and every deadline and invocation that the new machine's active
 * states want must already be there, or have passed: what would need guessing is refused.
 */
export function migrate(
  program: Program,
  before: ProcessState,
  fact: Fact,
  next: Program | undefined,
): Moved {
  if (next === undefined || fact.event['definition'] !== next.hash) {
    throw refused('the new definition is missing or is not the one the act names');
  }
  const states = Mapping.parse(fact.event['states'] ?? {});
  const value = rename(before.snapshot['value'] ?? {}, states, '');
  const snapshot = restoreIn(next, before, { ...before.snapshot, value });
  const timers = before.timers.map((timer) => renameTimer(timer, program, next, states));
  const wanted = new Set(delayedEvents(snapshot));
  const armed = new Set(timers.map((timer) => timer.id));
  const spent = new Set(
    spentDeadlines(program, before).map((id) => renameDeadline(id, program, next, states)),
  );
  const lost = [...wanted].filter((id) => !armed.has(id) && !spent.has(id));
  const orphaned = timers
    .filter(({ id }) => id.startsWith('xstate.after.') && !wanted.has(id))
    .map(({ id }) => id);
  if (lost.length > 0 || orphaned.length > 0) {
    throw refused(`deadlines do not match: ${[...lost, ...orphaned].join(', ')}`);
  }
  const effects: Effect[] = before.timers.flatMap((timer, index) =>
    renamedTimer(timer, timers[index]),
  );
  return {
    state: { ...before, definition: next.hash, snapshot: persist(next, snapshot), timers },
    effects,
  };
}

function restoreIn(next: Program, before: ProcessState, persisted: JsonObject): AnyMachineSnapshot {
  try {
    const { scope } = createActorScope(before.process, before.hasParent);
    const copy: unknown = JSON.parse(JSON.stringify(persisted));
    const snapshot = next.machine.restoreSnapshot(copy, scope);
    const sources = new Set(Object.keys(next.machine.implementations.actors));
    const gone = before.invocations.filter(({ src }) => !sources.has(src));
    if (gone.length > 0)
      throw new Error(`it does not know ${gone.map(({ src }) => src).join(', ')}`);
    const value: unknown = persisted['value'];
    const complete: unknown = next.machine.resolveState({ value, context: {} }).value;
    if (canonicalJson(complete) !== canonicalJson(value)) {
      throw new Error('it has regions or inner states that the process has never entered');
    }
    return snapshot;
  } catch (error) {
    throw refused(error instanceof Error ? error.message : String(error));
  }
}

/** Deadlines that the present states still listen for though they have passed: nobody waits for them any more. */
function spentDeadlines(program: Program, { snapshot, timers, ...before }: ProcessState): string[] {
  const { scope } = createActorScope(before.process, before.hasParent);
  const armed = new Set(timers.map(({ id }) => id));
  return delayedEvents(restore(program, snapshot, scope)).filter((id) => !armed.has(id));
}

function delayedEvents(snapshot: AnyMachineSnapshot): string[] {
  return snapshot._nodes.flatMap((node) =>
    [...node.transitions.keys()].filter((descriptor) => descriptor.startsWith('xstate.after.')),
  );
}

function rename(value: Json, states: Record<string, string>, path: string): Json {
  if (typeof value === 'string') return lastPart(states[join(path, value)] ?? value);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const own = join(path, key);
      return [lastPart(states[own] ?? key), rename(inner, states, own)];
    }),
  );
}

function renameTimer(
  timer: Timer,
  program: Program,
  next: Program,
  states: Record<string, string>,
): Timer {
  if (!timer.id.startsWith('xstate.after.')) return timer;
  const id = renameDeadline(timer.id, program, next, states);
  return id === timer.id ? timer : { ...timer, id, event: { ...timer.event, type: id } };
}

function renameDeadline(
  old: string,
  program: Program,
  next: Program,
  states: Record<string, string>,
): string {
  let id = old.replace(`.${program.machine.id}.`, `.${next.machine.id}.`);
  for (const [from, to] of Object.entries(states)) {
    const suffix = `.${next.machine.id}.${from}`;
    if (id.endsWith(suffix)) id = `${id.slice(0, -suffix.length)}.${next.machine.id}.${to}`;
  }
  return id;
}

function renamedTimer(before: Timer, after: Timer | undefined): Effect[] {
  if (after === undefined || after.id === before.id) return [];
  const { armedAt: _armedAt, ...armed } = after;
  return [
    { kind: 'cancel', id: before.id, generation: before.generation },
    { kind: 'arm', ...armed },
  ];
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

function lastPart(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1);
}

function refused(reason: string): StatehouseError {
  return new StatehouseError(
    'MigrationRefused',
    `The process stays with its definition: ${reason}. Map the states in \`states\`, or migrate in another state.`,
  );
}
