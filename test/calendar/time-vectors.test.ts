import { describe, expect, it } from '@jest/globals';
import type { ResolvedDeadline } from '../../contracts/activities.ts';
import type { CalendarDefinition } from '../../contracts/definition/definition.ts';
import type { DueRule } from '../../contracts/effect.ts';
import { resolveDueRule } from '../../calendar/resolve-due-rule.ts';

const rome: CalendarDefinition = { timezone: 'Europe/Rome', holidays: 'IT' };

/** The last step of the trace: local time with its offset. */
function due(rule: DueRule, calendar = rome): string | undefined {
  return resolveDueRule(rule, calendar).trace.at(-1)?.at;
}

function note(rule: DueRule): string | undefined {
  return resolveDueRule(rule, rome).trace.find((step) => step.note !== undefined)?.note;
}

const fridayEvening = '2027-03-26T17:00:00+01:00';

describe('vectors of civil time', () => {
  it('counts 72 hours as elapsed time across the change to summer time', () => {
    expect(due({ from: fridayEvening, plus: 'PT72H' })).toBe('2027-03-29T18:00:00+02:00');
  });

  it('counts 3 days on the wall clock across the change to summer time', () => {
    expect(due({ from: fridayEvening, plus: 'P3D' })).toBe('2027-03-29T17:00:00+02:00');
  });

  it('ends a year from 29 February on 28 February, and says why', () => {
    const rule = { from: '2028-02-29', plus: 'P1Y' };
    expect(due(rule)).toBe('2029-02-28T23:59:59+01:00');
    expect(note(rule)).toBe('monthIsShorter');
    expect(note({ from: '2028-01-29', plus: 'P1M' })).toBeUndefined();
  });

  it('counts two months from the anchor, which is not a month twice', () => {
    expect(due({ from: '2027-01-31', plus: 'P1M' })).toBe('2027-02-28T23:59:59+01:00');
    expect(due({ from: '2027-02-28', plus: 'P1M' })).toBe('2027-03-28T23:59:59+02:00');
    expect(due({ from: '2027-01-31', plus: 'P2M' })).toBe('2027-03-31T23:59:59+02:00');
  });

  it('reads a local time that does not exist an hour later, and says so', () => {
    const rule = { from: '2027-03-28T02:30' };
    expect(due(rule)).toBe('2027-03-28T03:30:00+02:00');
    expect(note(rule)).toBe('localTimeSkipped');
  });

  it('reads a local time that exists twice as the earlier one, and says so', () => {
    const rule = { from: '2027-10-31T02:30' };
    expect(due(rule)).toBe('2027-10-31T02:30:00+02:00');
    expect(note(rule)).toBe('localTimeRepeated');
  });

  it('applies the same policy to a deadline that lands on a change of clocks', () => {
    const skipped = { from: '2027-03-27T02:30:00+01:00', plus: 'P1D' };
    expect([due(skipped), note(skipped)]).toEqual([
      '2027-03-28T03:30:00+02:00',
      'localTimeSkipped',
    ]);
    const repeated = { from: '2027-10-30T02:30:00+02:00', plus: 'P1D' };
    expect([due(repeated), note(repeated)]).toEqual([
      '2027-10-31T02:30:00+02:00',
      'localTimeRepeated',
    ]);
  });

  it('tells a year from 365 days of 24 hours', () => {
    const from = '2027-03-28T12:00:00+02:00';
    expect(due({ from, plus: 'P1Y' })).toBe('2028-03-28T12:00:00+02:00');
    expect(due({ from, plus: 'PT8760H' })).toBe('2028-03-27T12:00:00+02:00');
  });
});

describe('where a deadline falls within its day', () => {
  it('ends a deadline counted from a plain date when the day closes in the city', () => {
    expect(due({ from: '2027-03-01', plus: 'P30D' })).toBe('2027-03-31T23:59:59+02:00');
    expect(due({ from: '2027-03-01', plus: 'P0D' })).toBe('2027-03-01T23:59:59+01:00');
  });

  it('begins a bare date at midnight of the city, not of the server', () => {
    expect(resolveDueRule({ from: '2027-07-01' }, rome).dueAt).toBe('2027-06-30T22:00:00.000Z');
    expect(due({ from: '2027-07-01' }, { timezone: 'America/New_York', holidays: 'US-NY' })).toBe(
      '2027-07-01T00:00:00-04:00',
    );
  });

  it('opens a window before a date when its day begins', () => {
    expect(due({ from: '2027-06-30', minus: 'P30D' })).toBe('2027-05-31T00:00:00+02:00');
    expect(due({ from: '2027-06-30', minus: 'P10BD' })).toBe('2027-06-16T00:00:00+02:00');
  });

  it('adds hours to a plain date from its midnight', () => {
    expect(due({ from: '2027-03-28', plus: 'PT24H' })).toBe('2027-03-29T01:00:00+02:00');
    expect(due({ from: '2027-03-27', plus: 'P1DT12H' })).toBe('2027-03-28T13:00:00+02:00');
  });

  it('keeps the time of day of an instant when years, months and days are combined', () => {
    expect(due({ from: fridayEvening, plus: 'P1Y2M3DT4H' })).toBe('2028-05-29T21:00:00+02:00');
  });

  it('subtracts after it has added', () => {
    expect(due({ from: '2027-07-01', plus: 'P1Y', minus: 'P30D' })).toBe(
      '2028-06-01T00:00:00+02:00',
    );
  });

  it('closes a day of 23 hours and one of 25 hours at 23:59:59', () => {
    expect(due({ from: '2027-03-27', plus: 'P1D' })).toBe('2027-03-28T23:59:59+02:00');
    expect(due({ from: '2027-10-30', plus: 'P1D' })).toBe('2027-10-31T23:59:59+01:00');
  });

  it('closes a day before a midnight that summer time skips', () => {
    // Beirut begins summer time at 00:00, which does not exist on 28 March 2027.
    const beirut = { timezone: 'Asia/Beirut' };
    expect(due({ from: '2027-03-26', plus: 'P1D' }, beirut)).toBe('2027-03-27T23:59:59+02:00');
    expect(due({ from: '2027-03-28' }, beirut)).toBe('2027-03-28T01:00:00+03:00');
  });

  it('keeps the anniversaries of an instant at the same local time for twenty years', () => {
    const from = '2027-06-30T22:00:00.000Z';
    for (let year = 1; year <= 20; year += 1) {
      expect(due({ from, plus: `P${year}Y` })).toBe(`${2027 + year}-07-01T00:00:00+02:00`);
    }
  });
});

describe('business days and clear days', () => {
  it('passes over weekends and Easter Monday, and names what it passed over', () => {
    const { trace, dueAt } = resolveDueRule({ from: '2027-03-24', plus: 'P10BD' }, rome);
    expect(dueAt).toBe('2027-04-08T21:59:59.000Z');
    expect(trace[1]).toEqual({
      step: 'plus',
      by: 'P10BD',
      at: '2027-04-08',
      skipped: {
        weekendDays: 4,
        holidays: [{ day: '2027-03-29', name: 'Lunedì dell’Angelo' }],
      },
    });
  });

  it('does not count the first day, at whatever hour it begins', () => {
    expect(due({ from: '2027-05-03T00:00:00+02:00', plus: 'P1BD' })).toBe(
      due({ from: '2027-05-03T23:59:59+02:00', plus: 'P1BD' }),
    );
    expect(due({ from: '2027-05-08', plus: 'P1BD' })).toBe('2027-05-10T23:59:59+02:00');
  });

  it('knows that 4 October became a public holiday of Italy in 2026', () => {
    expect(due({ from: '2024-10-03', plus: 'P1BD' })).toBe('2024-10-04T23:59:59+02:00');
    expect(due({ from: '2027-10-01', plus: 'P1BD' })).toBe('2027-10-05T23:59:59+02:00');
  });

  it('counts the weekend of the country', () => {
    const israel = { timezone: 'Asia/Jerusalem', holidays: 'IL' };
    expect(due({ from: '2027-03-04', plus: 'P1BD' }, israel)).toBe('2027-03-07T23:59:59+02:00');
  });

  it('passes over a holiday that is observed in the year before', () => {
    // 1 January 2028 is a Saturday, so offices close on 31 December 2027.
    const newYork = { timezone: 'America/New_York', holidays: 'US-NY' };
    expect(due({ from: '2027-12-30', plus: 'P1BD' }, newYork)).toBe('2028-01-03T23:59:59-05:00');
  });

  it('ends clear days when the last of them has ended, weekends included', () => {
    expect(due({ from: '2027-03-24', plus: 'P5CD' })).toBe('2027-03-30T00:00:00+02:00');
    expect(due({ from: '2027-03-24T18:00:00+01:00', plus: 'P1CD' })).toBe(
      '2027-03-26T00:00:00+01:00',
    );
  });

  it('leaves as many clear days before an event, the whole day before them being in time', () => {
    expect(due({ from: '2027-03-24T18:00:00+01:00', minus: 'P5CD' })).toBe(
      '2027-03-18T23:59:59+01:00',
    );
  });
});

describe('rolling to a working day', () => {
  it('ends a deadline that falls on a holiday with the next working day', () => {
    const rule = { from: '2027-02-26', plus: 'P30D' } as const;
    expect(due(rule)).toBe('2027-03-28T23:59:59+02:00');
    expect(due({ ...rule, roll: 'following' })).toBe('2027-03-30T23:59:59+02:00');
    expect(due({ ...rule, roll: 'preceding' })).toBe('2027-03-26T23:59:59+01:00');
    expect(due({ ...rule, roll: 'none' })).toBe('2027-03-28T23:59:59+02:00');
  });

  it('never rolls back to before the start, and says so', () => {
    const rule = { from: '2027-03-27', plus: 'P1D', roll: 'preceding' } as const;
    expect(due(rule)).toBe('2027-03-30T23:59:59+02:00');
    expect(note(rule)).toBe('notBeforeStart');
    // Saturday 00:00 would become Friday 00:00, which is over.
    expect(due({ from: '2033-03-18T12:00:00+01:00', plus: 'P0CD', roll: 'preceding' })).toBe(
      '2033-03-21T00:00:00+01:00',
    );
  });

  it('opens a rolled date or window when its day begins', () => {
    expect(due({ from: '2027-08-15', roll: 'following' })).toBe('2027-08-16T00:00:00+02:00');
    expect(due({ from: '2027-08-15', roll: 'preceding' })).toBe('2027-08-13T00:00:00+02:00');
    expect(due({ from: '2027-04-04T12:00:00Z', minus: 'P7D', roll: 'preceding' })).toBe(
      '2027-03-26T00:00:00+01:00',
    );
    // What counts back from a deadline may come before the date the deadline counts from.
    const window = { from: '2027-08-15', plus: 'P1Y', minus: 'P1Y', roll: 'preceding' } as const;
    expect(due(window)).toBe('2027-08-13T00:00:00+02:00');
  });
});

describe('what is recorded and what is refused', () => {
  it('records zone and versions, in the shape of the contract', () => {
    const resolved: ResolvedDeadline = resolveDueRule({ from: '2027-01-01' }, rome);
    expect(resolved.zone).toBe('Europe/Rome');
    expect(resolved.calendarVersion).toMatch(/^date-holidays@\d+\.\d+\.\d+\/IT$/);
    expect(resolved.tzdbVersion).toBe(process.versions['tz']);
    expect(JSON.parse(JSON.stringify(resolved))).toEqual(resolved);
  });

  it('counts in UTC without a calendar', () => {
    const resolved = resolveDueRule({ from: '2027-01-31', plus: 'P1M' }, undefined);
    expect(resolved).toMatchObject({
      dueAt: '2027-02-28T23:59:59.000Z',
      zone: 'UTC',
      calendarVersion: 'none',
    });
  });

  it('rounds up to whole milliseconds', () => {
    const rule = { from: '2027-01-01T00:00:00.0001Z', plus: 'PT1.5S' };
    expect(resolveDueRule(rule, rome).dueAt).toBe('2027-01-01T00:00:01.501Z');
  });

  it.each([
    { from: '2027-02-30' },
    { from: 'tomorrow' },
    { from: '2027-03-26T17:00[America/New_York]' },
    { from: '2027-03-26', plus: 'P5WD' },
    { from: '2027-03-26', plus: 'P10001BD' },
    { from: '2027-03-26', plus: 'P9000Y' },
    { from: '2027-03-26', plus: 'P99999999999999999999Y' },
    { from: '2027-03-26', minus: 'P3000Y' },
  ])('refuses %j as invalid input', (rule) => {
    expect(() => resolveDueRule(rule, rome)).toThrow(
      expect.objectContaining({ code: 'InvalidInput' }),
    );
  });

  it.each([
    undefined,
    { timezone: 'Europe/Rome' },
    { timezone: 'Europe/Rome', holidays: 'XX' },
    { timezone: 'Europe/Rome', holidays: 'IT-QQ' },
    { timezone: 'Europe/Rome', holidays: 'IT-25-XX' },
    { timezone: 'Europe/Atlantis', holidays: 'IT' },
  ])('refuses to count business days in %j rather than guess', (calendar) => {
    expect(() => resolveDueRule({ from: '2027-03-26', plus: 'P1BD' }, calendar)).toThrow(
      expect.objectContaining({ code: 'InvalidDefinition' }),
    );
  });
});
