import { Temporal as CivilTime } from 'temporal-polyfill';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { clockNote, type Note } from './clock-note.ts';

/**
 * Where counting has arrived: at an exact time, or at a whole day, of which either the beginning (00:00) or the close
 * (23:59:59) is meant. Both in the city's zone.
 */
export type Position =
  | { readonly at: CivilTime.ZonedDateTime }
  | { readonly day: CivilTime.PlainDate; readonly edge: 'opens' | 'closes' };

const dateOnly = /^\d{4}-\d{2}-\d{2}$/;
const dateAndTime = /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})?$/;

/** Reads an instant, a plain date, or a local date and time of the city. */
export function positionOf(
  from: string,
  zone: string,
): { readonly position: Position; readonly note?: Note } {
  const match = dateAndTime.exec(from);
  try {
    if (match === null) {
      if (!dateOnly.test(from)) throw notUnderstood(from);
      return { position: { day: CivilTime.PlainDate.from(from), edge: 'opens' } };
    }
    if (match[1] !== undefined)
      return { position: { at: CivilTime.Instant.from(from).toZonedDateTimeISO(zone) } };
    const wall = CivilTime.PlainDateTime.from(from);
    const at = wall.toZonedDateTime(zone);
    return { position: { at }, ...clockNote(wall, at) };
  } catch {
    throw notUnderstood(from);
  }
}

export function dayOf(position: Position): CivilTime.PlainDate {
  return 'at' in position ? position.at.toPlainDate() : position.day;
}

export function timeOf(position: Position, zone: string): CivilTime.ZonedDateTime {
  if ('at' in position) return position.at;
  if (position.edge === 'opens') return position.day.toZonedDateTime(zone);
  return position.day.add({ days: 1 }).toZonedDateTime(zone).subtract({ seconds: 1 });
}

/** `2027-03-29`, or with its offset `2027-03-29T17:00:00+02:00`. */
export function textOf(position: Position): string {
  return 'at' in position
    ? position.at.toString({ timeZoneName: 'never' })
    : position.day.toString();
}

function notUnderstood(from: string): StatehouseError {
  return new StatehouseError(
    'InvalidInput',
    `A deadline cannot count from "${from}". Give a date such as 2027-03-26 or an instant such as 2027-03-26T16:00:00.000Z.`,
    { from },
  );
}
