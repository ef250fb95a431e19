import type { Temporal as CivilTime } from 'temporal-polyfill';

/** Why the result is not what naive arithmetic says. */
export type Note = 'monthIsShorter' | 'localTimeSkipped' | 'localTimeRepeated' | 'notBeforeStart';

/**
 * Says when a local time does not exist or exists twice because clocks change. The first is then read with the offset before
 * the change, the second is the earlier of the two: what Temporal and iCalendar call `compatible`.
 */
export function clockNote(
  wall: CivilTime.PlainDateTime,
  at: CivilTime.ZonedDateTime,
): { readonly note?: Note } {
  if (!at.toPlainDateTime().equals(wall)) return { note: 'localTimeSkipped' };
  const later = wall.toZonedDateTime(at.timeZoneId, { disambiguation: 'later' });
  return later.epochMilliseconds === at.epochMilliseconds ? {} : { note: 'localTimeRepeated' };
}
