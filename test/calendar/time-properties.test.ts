import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import type { CalendarDefinition } from '../../contracts/definition/definition.ts';
import { reminderInstants } from '../../calendar/reminder-instants.ts';
import { resolveDueRule } from '../../calendar/resolve-due-rule.ts';

const calendars = [
  { timezone: 'Europe/Rome', holidays: 'IT' },
  { timezone: 'America/New_York', holidays: 'US-NY' },
  { timezone: 'Europe/Madrid', holidays: 'ES-CT' },
  { timezone: 'Europe/Paris', holidays: 'FR' },
  { timezone: 'Europe/Berlin', holidays: 'DE-NW' },
  { timezone: 'Pacific/Auckland', holidays: 'NZ' },
] as const;
const first = Date.UTC(2024, 0, 1);
const last = Date.UTC(2044, 0, 1);
const oneDay = 86_400_000;
const runs = { numRuns: 300 };

const calendar = fc.constantFrom(...calendars);
const instant = fc.integer({ min: first, max: last }).map((at) => new Date(at).toISOString());
const date = instant.map((at) => at.slice(0, 10));
const start = fc.oneof(instant, date);
const roll = fc.constantFrom('none', 'following', 'preceding' as const);
const count = fc.integer({ min: 0, max: 60 });
const working = count.map((n) => `P${n}BD`);
const clear = count.map((n) => `P${n}CD`);
const elapsed = fc.integer({ min: 0, max: 2000 }).map((n) => `PT${n}H`);
const civil = fc
  .tuple(fc.constantFrom('D', 'W', 'M', 'Y'), fc.integer({ min: 0, max: 20 }))
  .map(([unit, n]) => `P${n}${unit}`);
const duration = fc.oneof(working, clear, elapsed, civil);

const resolve = (rule: Parameters<typeof resolveDueRule>[0], where: CalendarDefinition): string =>
  resolveDueRule(rule, where).dueAt;

/** The local date and time by the platform's own formatter, not by the library under test. */
function localText(at: string, { timezone }: CalendarDefinition): string {
  return new Intl.DateTimeFormat('sv-SE', {
    timeZone: timezone,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(new Date(at));
}

/** Weekdays without a whole-day holiday, straight from the library's list of the year. */
const closed = new Map<string, Set<string>>();
function isWorked(day: number, where: string): boolean {
  let days = closed.get(where);
  if (days === undefined) {
    const source = new Holidays(where, { types: ['public', 'bank'], timezone: 'UTC' });
    const years = Array.from({ length: 24 }, (_, index) => 2023 + index);
    days = new Set(
      years
        .flatMap((year) => source.getHolidays(year))
        .filter(({ type, substitute }) => type === 'public' || substitute === true)
        .map(({ date: text }) => text.slice(0, 10)),
    );
    closed.set(where, days);
  }
  const weekday = new Date(day).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !days.has(new Date(day).toISOString().slice(0, 10));
}

describe('over twenty years and six calendars', () => {
  it('no deadline falls before its start', () => {
    fc.assert(
      fc.property(calendar, start, duration, roll, (where, from, plus, how) => {
        const begins = resolve({ from }, where);
        expect(resolve({ from, plus, roll: how }, where) >= begins).toBe(true);
      }),
      runs,
    );
  });

  it('a window or reminder that counts back never falls after the date', () => {
    fc.assert(
      fc.property(calendar, start, duration, (where, from, minus) => {
        expect(resolve({ from, minus }, where) <= resolve({ from }, where)).toBe(true);
      }),
      runs,
    );
  });

  it('elapsed time and whole days keep the order of their starts', () => {
    const ordered = fc.oneof(working, clear, elapsed);
    fc.assert(
      fc.property(calendar, instant, instant, ordered, (where, a, b, plus) => {
        const [early, late] = [a, b].sort() as [string, string];
        expect(resolve({ from: early, plus }, where) <= resolve({ from: late, plus }, where)).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('plain dates, and whatever is rolled, keep the order of their starts', () => {
    const gap = fc.integer({ min: 0, max: 10 });
    fc.assert(
      fc.property(calendar, date, gap, duration, roll, (where, from, days, plus, how) => {
        const later = new Date(Date.parse(from) + days * oneDay).toISOString().slice(0, 10);
        const [a, b] = [from, later].map((each) => resolve({ from: each, plus, roll: how }, where));
        expect((a ?? '') <= (b ?? '')).toBe(true);
      }),
      runs,
    );
    fc.assert(
      fc.property(calendar, instant, gap, duration, (where, from, days, plus) => {
        const later = new Date(Date.parse(from) + days * 8 * 3_600_000).toISOString();
        const rule = { plus, roll: 'preceding' } as const;
        expect(resolve({ from, ...rule }, where) <= resolve({ from: later, ...rule }, where)).toBe(
          true,
        );
      }),
      runs,
    );
  });

  it('days and months from an instant keep the order of the local dates', () => {
    fc.assert(
      fc.property(calendar, instant, instant, civil, (where, a, b, plus) => {
        const [early, late] = [a, b].sort() as [string, string];
        const day = (from: string): string =>
          localText(resolve({ from, plus }, where), where).slice(0, 10);
        expect(day(early) <= day(late)).toBe(true);
      }),
      runs,
    );
  });

  it('business days are counted as one would on paper, and end when a business day closes', () => {
    fc.assert(
      fc.property(calendar, date, fc.integer({ min: 1, max: 60 }), (where, from, n) => {
        const text = localText(resolve({ from, plus: `P${n}BD` }, where), where);
        expect(text.slice(11)).toBe('23:59:59');
        const end = Date.parse(text.slice(0, 10));
        expect(isWorked(end, where.holidays)).toBe(true);
        let counted = 0;
        for (let day = Date.parse(from) + oneDay; day <= end; day += oneDay)
          if (isWorked(day, where.holidays)) counted += 1;
        expect(counted).toBe(n);
      }),
      runs,
    );
  });

  it('so many clear days lie whole between the start and the end', () => {
    fc.assert(
      fc.property(calendar, date, count, (where, from, n) => {
        const text = localText(resolve({ from, plus: `P${n}CD` }, where), where);
        expect(Date.parse(text.slice(0, 10)) - Date.parse(from)).toBe((n + 1) * oneDay);
        const before = localText(resolve({ from, minus: `P${n}CD` }, where), where);
        expect(Date.parse(from) - Date.parse(before.slice(0, 10))).toBe((n + 1) * oneDay);
      }),
      runs,
    );
  });

  it('reminders come in order, after now, and before the deadline', () => {
    fc.assert(
      fc.property(calendar, start, instant, working, (where, from, now, plus) => {
        const dueAt = resolve({ from, plus }, where);
        const at = reminderInstants({ dueAt, now }, where).map((reminder) => reminder.at);
        expect(at).toEqual([...new Set(at)].sort());
        expect(at.every((each) => each > now && each < dueAt)).toBe(true);
      }),
      runs,
    );
  });
});
