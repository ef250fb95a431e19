import type { Temporal as CivilTime } from 'temporal-polyfill';
import type { Note } from './clock-note.ts';
import type { CountedDay, WorkingDays } from './working-days.ts';

/**
 * The day itself if it is worked, else the next or the one before. A deadline never rolls back to before its start (which
 * `isTooEarly` tells): nobody could meet it, so it goes forward instead.
 */
export function rollDay(
  day: CivilTime.PlainDate,
  roll: 'following' | 'preceding',
  workingDays: WorkingDays,
  isTooEarly: (day: CivilTime.PlainDate) => boolean,
): CountedDay & { readonly note?: Note } {
  const rolled = workingDays.count(day, 0, roll === 'following' ? 1 : -1);
  if (!isTooEarly(rolled.day)) return rolled;
  return { ...workingDays.count(day, 0, 1), note: 'notBeforeStart' };
}
