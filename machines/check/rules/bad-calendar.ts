import type { Rule } from '../rule.ts';

export const badCalendar: Rule = {
  code: 'bad-calendar',
  severity: 'error',
  about: 'The time zone of the calendar does not exist.',
  find: ({ definition: { calendar } }) => {
    if (calendar === undefined || isTimeZone(calendar.timezone)) return [];
    return [
      {
        path: '/calendar/timezone',
        message: `There is no time zone "${calendar.timezone}".`,
        mend: "Give the IANA name of the city's zone, such as Europe/Rome.",
      },
    ];
  },
};

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
