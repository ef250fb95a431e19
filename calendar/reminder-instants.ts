import { Temporal as CivilTime } from 'temporal-polyfill';
import type { CalendarDefinition } from '../contracts/definition/definition.ts';
import type { Instant } from '../contracts/ids.ts';
import { resolveDueRule } from './resolve-due-rule.ts';

export interface Reminder {
  readonly daysBefore: number;
  readonly at: Instant;
}

const usual = [30, 14, 7, 1] as const;
/** People are reminded when the day's work begins, not at midnight. */
const hour = 9;

/**
 * When to remind people of a deadline: so many business days before the day it falls on, in the city's morning, earliest
 * first; those not after `now` are dropped. Without known holidays the days are calendar days: a reminder is no legal term.
 */
export function reminderInstants(
  deadline: { readonly dueAt: Instant; readonly now: Instant },
  calendar: CalendarDefinition | undefined,
  daysBefore: readonly number[] = usual,
): Reminder[] {
  const zone = calendar?.timezone ?? 'UTC';
  const unit = calendar?.holidays === undefined ? 'D' : 'BD';
  const day = CivilTime.Instant.from(deadline.dueAt).toZonedDateTimeISO(zone).toPlainDate();
  return [...new Set(daysBefore)]
    .sort((a, b) => b - a)
    .map((days) => {
      const rule = { from: day.toString(), minus: `P${days}${unit}` };
      const { dueAt } = resolveDueRule(rule, calendar);
      const morning = CivilTime.Instant.from(dueAt).toZonedDateTimeISO(zone).with({ hour });
      return { daysBefore: days, at: new Date(morning.epochMilliseconds).toISOString() };
    })
    .filter(({ at }) => at > deadline.now && at < deadline.dueAt);
}
