import { z } from '../../contracts/zod.ts';
import type { Effect } from '../../contracts/effect.ts';
import type { Fact } from '../../contracts/fact.ts';
import { Instant } from '../../contracts/ids.ts';
import type { ProcessState, Timer } from '../../contracts/process-state.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import type { Program } from '../program.ts';
import { administrative } from '../../contracts/administrative-events.ts';
import { migrate } from './migrate.ts';
import type { Moved } from './next-state.ts';
import { stepMachine } from './step-machine.ts';

/** Facts about the process itself, which its machine never sees. */
export function administer(
  program: Program,
  before: ProcessState,
  fact: Fact,
  next: Program | undefined,
): Moved | undefined {
  switch (fact.event.type) {
    case administrative.deadlineResolved:
      return moveDeadline(before, fact);
    case administrative.deadlinePostponed:
      if (timerOf(before, fact) === undefined) throw unknownDeadline(fact);
      return moveDeadline(before, fact);
    case administrative.suspended:
      return { state: { ...before, suspension: suspension(fact) }, effects: [] };
    case administrative.resumed:
      return resume(before, fact);
    case administrative.corrected:
      return { state: before, effects: [] };
    case administrative.stopped:
      return stepMachine(program, before, fact, { type: 'xstate.stop' });
    case administrative.migrated:
      return migrate(program, before, fact, next);
    default:
      throw new StatehouseError('UnknownEvent', `"${fact.event.type}" is no administrative act.`);
  }
}

function timerOf(state: ProcessState, fact: Fact): Timer | undefined {
  return state.timers.find(({ generation }) => generation === fact.about?.generation);
}

function moveDeadline(before: ProcessState, fact: Fact): Moved | undefined {
  const timer = timerOf(before, fact);
  if (timer === undefined) return undefined;
  const dueAt = Instant.parse(fact.event['dueAt']);
  return {
    state: {
      ...before,
      timers: before.timers.map((other) => (other === timer ? { ...timer, dueAt } : other)),
    },
    effects: [],
  };
}

function suspension(fact: Fact): NonNullable<ProcessState['suspension']> {
  const { reason, toll } = z
    .object({ reason: z.string(), toll: z.boolean().default(false) })
    .parse(fact.event);
  return { since: fact.at, reason, toll, by: fact.actor.subject };
}

/** When deadlines stood still, each moves by the time lost; a deadline that passed meanwhile fires afterwards otherwise. */
function resume(before: ProcessState, fact: Fact): Moved {
  const lost =
    before.suspension?.toll === true
      ? Date.parse(fact.at) - Date.parse(before.suspension.since)
      : 0;
  const timers = before.timers.map((timer) =>
    lost > 0 && timer.dueAt !== undefined
      ? { ...timer, dueAt: new Date(Date.parse(timer.dueAt) + lost).toISOString() }
      : timer,
  );
  const effects: Effect[] =
    lost > 0 ? timers.map(({ armedAt: _armedAt, ...timer }) => ({ kind: 'arm', ...timer })) : [];
  return { state: { ...before, suspension: null, timers }, effects };
}

function unknownDeadline(fact: Fact): StatehouseError {
  return new StatehouseError(
    'UnknownDeadline',
    `There is no open deadline "${fact.about?.id ?? ''}". Ask \`next\` for those that are open.`,
    { deadline: fact.about?.id ?? '' },
  );
}
