import type { CalendarDefinition } from '../contracts/definition/definition.ts';
import type { DueRule } from '../contracts/effect.ts';
import { Instant } from '../contracts/ids.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { applyTerm, edgeOf, type Counting } from './apply-term.ts';
import type { Note } from './clock-note.ts';
import { isTimeZone } from './is-time-zone.ts';
import { dayOf, positionOf, textOf, timeOf, type Position } from './position.ts';
import { rollDay } from './roll-day.ts';
import { WorkingDays, type SkippedDays } from './working-days.ts';

/** One step of the computation, for the auditor: where it led and which days it passed over. Plain JSON. */
// A type, not an interface: only types are assignable to Json.
type TraceStep = {
  readonly step: 'from' | 'plus' | 'minus' | 'roll' | 'due';
  readonly by?: string;
  /** A day, or a time with its offset in the city's zone. */
  readonly at: string;
  readonly skipped?: SkippedDays;
  readonly note?: Note;
};

export interface ResolvedDue {
  readonly dueAt: Instant;
  readonly zone: string;
  readonly calendarVersion: string;
  readonly tzdbVersion: string;
  readonly trace: readonly TraceStep[];
}

/**
 * The instant a rule means in the city's calendar: `from`, then `plus`, then `minus`, then `roll`. Elapsed time is exact, and
 * days counted from an instant keep its time of day. Rules about whole days (from a plain date, of business or clear days, or
 * rolled) end when the day closes, 23:59:59; a bare date, a `minus` and the end of clear days mean 00:00.
 *
 * @throws StatehouseError InvalidInput for a rule, InvalidDefinition for a calendar, that cannot be computed
 */
export function resolveDueRule(
  rule: DueRule,
  calendar: CalendarDefinition | undefined,
): ResolvedDue {
  const counting = countingIn(calendar);
  const { zone } = counting;
  const { position: start, ...why } = positionOf(rule.from, zone);
  const trace: TraceStep[] = [{ step: 'from', at: textOf(start), ...why }];
  try {
    const due = timeOf(follow(rule, start, counting, trace), zone);
    // Whole milliseconds, never before the due time.
    const dueAt = due.toInstant().toString({ fractionalSecondDigits: 3, roundingMode: 'ceil' });
    trace.push({ step: 'due', at: textOf({ at: due }) });
    return {
      dueAt: Instant.parse(dueAt),
      zone,
      calendarVersion: calendar?.holidays === undefined ? 'none' : counting.workingDays().version,
      tzdbVersion: process.versions['tz'] ?? 'unknown',
      trace,
    };
  } catch (error) {
    if (error instanceof StatehouseError) throw error;
    throw new StatehouseError(
      'InvalidInput',
      `The deadline ${JSON.stringify(rule)} cannot be computed: it lies beyond the calendar.`,
      { from: rule.from },
    );
  }
}

function follow(rule: DueRule, start: Position, counting: Counting, trace: TraceStep[]): Position {
  let position = start;
  for (const [step, direction] of [
    ['plus', 1],
    ['minus', -1],
  ] as const) {
    const by = rule[step];
    if (by === undefined) continue;
    const { position: reached, ...why } = applyTerm(position, by, direction, counting);
    position = reached;
    trace.push({ step, by, at: textOf(reached), ...why });
  }
  if (rule.roll === undefined || rule.roll === 'none') return position;
  const edge = 'day' in position ? position.edge : edgeOf(rule.minus === undefined ? 1 : -1);
  const begins = timeOf(start, counting.zone).epochMilliseconds;
  const { day, ...why } = rollDay(
    dayOf(position),
    rule.roll,
    counting.workingDays(),
    (rolled) =>
      rule.plus !== undefined &&
      rule.minus === undefined &&
      timeOf({ day: rolled, edge }, counting.zone).epochMilliseconds < begins,
  );
  const rolled = { day, edge };
  trace.push({ step: 'roll', by: rule.roll, at: textOf(rolled), ...why });
  return rolled;
}

function countingIn(calendar: CalendarDefinition | undefined): Counting {
  const zone = calendar?.timezone ?? 'UTC';
  if (!isTimeZone(zone))
    throw new StatehouseError(
      'InvalidDefinition',
      `"${zone}" is no time zone. Write an IANA name such as Europe/Rome in "calendar.timezone".`,
      { timezone: zone },
    );
  return { zone, workingDays: () => WorkingDays.of(calendar?.holidays) };
}
