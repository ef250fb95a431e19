import { Temporal as CivilTime } from 'temporal-polyfill';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { Duration } from '../contracts/definition/duration.ts';
import { clockNote, type Note } from './clock-note.ts';
import { dayOf, timeOf, type Position } from './position.ts';
import type { SkippedDays, WorkingDays } from './working-days.ts';

export interface Applied {
  readonly position: Position;
  readonly skipped?: SkippedDays;
  readonly note?: Note;
}

export interface Counting {
  readonly zone: string;
  /** Asked for only when needed: not every calendar names its holidays. */
  readonly workingDays: () => WorkingDays;
}

const special = /^P(\d+)(BD|CD)$/;
/** Forty years of working days: a longer count is a mistake, and would keep the worker busy. */
const mostDays = 10_000;

/** Moves `position` by one duration, forwards or backwards. */
export function applyTerm(
  position: Position,
  text: string,
  direction: 1 | -1,
  counting: Counting,
): Applied {
  if (!Duration.safeParse(text).success) throw badDuration(text);
  const match = special.exec(text);
  if (match === null) return applyIso(position, text, direction, counting.zone);
  const count = Number(match[1]);
  if (count > mostDays) throw badDuration(text);
  if (match[2] === 'CD') return { position: clear(dayOf(position), count, direction) };
  const { day, skipped } = counting.workingDays().count(dayOf(position), count, direction);
  return { position: { day, edge: edgeOf(direction) }, skipped };
}

/** Forwards a deadline lasts until its day closes, backwards a window opens when its day begins. */
export function edgeOf(direction: 1 | -1): 'opens' | 'closes' {
  return direction === 1 ? 'closes' : 'opens';
}

/** Clear days are over when the last of them has ended; backwards, they are kept by what happens before the first begins. */
function clear(day: CivilTime.PlainDate, count: number, direction: 1 | -1): Position {
  return {
    day: day.add({ days: direction * (count + 1) }),
    edge: direction === 1 ? 'opens' : 'closes',
  };
}

function applyIso(position: Position, text: string, direction: 1 | -1, zone: string): Applied {
  const duration = CivilTime.Duration.from(text);
  const signed = direction === 1 ? duration : duration.negated();
  if ('day' in position && !text.includes('T')) {
    const reached = { day: position.day.add(signed), edge: edgeOf(direction) };
    return { position: reached, ...monthNote(position.day, signed) };
  }
  const start = timeOf(position, zone);
  const at = start.add(signed);
  return {
    position: { at },
    ...monthNote(start.toPlainDate(), signed),
    ...(text.includes('T') ? {} : clockNote(start.toPlainDateTime().add(signed), at)),
  };
}

function monthNote(
  start: CivilTime.PlainDate,
  { years, months }: CivilTime.Duration,
): { note?: Note } {
  const month = start.toPlainYearMonth().add({ years, months });
  return start.day > month.daysInMonth ? { note: 'monthIsShorter' } : {};
}

function badDuration(text: string): StatehouseError {
  return new StatehouseError(
    'InvalidInput',
    `"${text}" is no length of time. Write PT72H, P30D, P1Y, P10BD (business days) or P5CD (clear days), at most ${mostDays} of the last two.`,
    { duration: text },
  );
}
