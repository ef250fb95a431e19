import { describe, expect, it } from '@jest/globals';
import { reminderInstants } from '../../calendar/reminder-instants.ts';

const rome = { timezone: 'Europe/Rome', holidays: 'IT' };
const dueAt = '2027-04-08T21:59:59.000Z';

describe('reminderInstants', () => {
  it('reminds 30, 14, 7 and 1 business days before, in the morning of the city', () => {
    expect(reminderInstants({ dueAt, now: '2027-01-01T00:00:00.000Z' }, rome)).toEqual([
      { daysBefore: 30, at: '2027-02-24T08:00:00.000Z' },
      { daysBefore: 14, at: '2027-03-18T08:00:00.000Z' },
      { daysBefore: 7, at: '2027-03-30T07:00:00.000Z' },
      { daysBefore: 1, at: '2027-04-07T07:00:00.000Z' },
    ]);
  });

  it('drops reminders that are past', () => {
    const later = reminderInstants({ dueAt, now: '2027-03-30T07:00:00.000Z' }, rome);
    expect(later.map(({ daysBefore }) => daysBefore)).toEqual([1]);
    expect(reminderInstants({ dueAt, now: dueAt }, rome)).toEqual([]);
  });

  it('takes other numbers of days in any order, each once', () => {
    const asked = reminderInstants({ dueAt, now: '2027-01-01T00:00:00.000Z' }, rome, [2, 5, 2]);
    expect(asked.map(({ daysBefore }) => daysBefore)).toEqual([5, 2]);
  });

  it('does not remind on the morning after a deadline at midnight', () => {
    const midnight = { dueAt: '2027-04-07T22:00:00.000Z', now: '2027-01-01T00:00:00.000Z' };
    expect(reminderInstants(midnight, rome, [0])).toEqual([]);
  });

  it('counts calendar days where no holidays are known', () => {
    const [week] = reminderInstants({ dueAt, now: '2027-01-01T00:00:00.000Z' }, undefined, [7]);
    expect(week?.at).toBe('2027-04-01T09:00:00.000Z');
  });
});
