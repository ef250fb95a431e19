import type { DelayDefinition } from '../contracts/definition/named-logic.ts';
import { cel } from './authoring/cel.ts';

export type ReminderName = 'reminder30' | 'reminder14' | 'reminder7' | 'reminder1';

/**
 * Delays `reminder30` to `reminder1`: so many business days before a deadline. `from` and `plus` are CEL for the anchor of the
 * deadline and the time from it, as in the delay of the deadline itself.
 */
export function reminderDelays(deadline: {
  readonly from: string;
  readonly plus?: string;
}): Record<ReminderName, DelayDefinition> {
  const before = (days: number, en: string, it: string): DelayDefinition => ({
    title: { en, it },
    from: cel(deadline.from),
    ...(deadline.plus === undefined ? {} : { plus: cel(deadline.plus) }),
    minus: `P${days}BD`,
  });
  return {
    reminder30: before(30, 'Reminder, 30 working days left', 'Promemoria a 30 giorni lavorativi'),
    reminder14: before(14, 'Reminder, 14 working days left', 'Promemoria a 14 giorni lavorativi'),
    reminder7: before(7, 'Reminder, 7 working days left', 'Promemoria a 7 giorni lavorativi'),
    reminder1: before(1, 'Reminder, 1 working day left', 'Promemoria a 1 giorno lavorativo'),
  };
}
