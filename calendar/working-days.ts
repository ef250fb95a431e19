import type { Temporal as CivilTime } from 'temporal-polyfill';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { PublicHolidays } from './public-holidays.ts';
import { weekendOf } from './weekend-of.ts';

/** Days that were passed over because nobody works on them. A holiday on a weekend counts as weekend. */
export type SkippedDays = {
  readonly weekendDays: number;
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
};

export interface CountedDay {
  readonly day: CivilTime.PlainDate;
  readonly skipped: SkippedDays;
}

const mostIdle = 366;

/** Which days are worked in a country or region, and how to count them. */
export class WorkingDays {
  readonly version: string;
  private readonly holidays: PublicHolidays;
  private readonly weekend: ReadonlySet<number>;

  private constructor(code: string) {
    this.holidays = new PublicHolidays(code);
    this.version = this.holidays.version;
    this.weekend = weekendOf(this.holidays.country);
  }

  private static readonly known = new Map<string, WorkingDays>();

  /** @throws StatehouseError InvalidDefinition without a known country or region: guessing holidays would falsify terms */
  static of(code: string | undefined): WorkingDays {
    if (code === undefined) throw noHolidays();
    const known = WorkingDays.known.get(code);
    if (known !== undefined) return known;
    const workingDays = new WorkingDays(code);
    WorkingDays.known.set(code, workingDays);
    return workingDays;
  }

  isWorkingDay(day: CivilTime.PlainDate): boolean {
    return !this.weekend.has(day.dayOfWeek) && this.holidays.nameOf(day.toString()) === undefined;
  }

  /** The `count`-th working day after (or before) `day`, which is not counted itself; with 0, `day` or the next that is worked. */
  count(day: CivilTime.PlainDate, count: number, direction: 1 | -1): CountedDay {
    const holidays: { day: string; name: string }[] = [];
    let weekendDays = 0;
    let left = count;
    let idle = 0;
    let reached = count === 0 ? day : day.add({ days: direction });
    for (;;) {
      const name = this.holidays.nameOf(reached.toString());
      if (this.weekend.has(reached.dayOfWeek)) weekendDays += 1;
      else if (name !== undefined) holidays.push({ day: reached.toString(), name });
      else {
        left -= 1;
        idle = 0;
        if (left <= 0) return { day: reached, skipped: { weekendDays, holidays } };
      }
      idle += 1;
      if (idle > mostIdle) throw new RangeError(`Nobody works for a year in ${this.version}.`);
      reached = reached.add({ days: direction });
    }
  }
}

function noHolidays(): StatehouseError {
  return new StatehouseError(
    'InvalidDefinition',
    'Business days need public holidays. Name the country or region in "calendar.holidays", such as IT or ES-CT.',
  );
}
