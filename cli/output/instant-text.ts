/** Dates as a person reads them, in the city's zone. */
export class InstantText {
  private readonly day: Intl.DateTimeFormat;
  private readonly date: Intl.DateTimeFormat;
  private readonly relative: Intl.RelativeTimeFormat;
  private readonly now: number;

  constructor(language: string | undefined, zone: string | undefined, now: number) {
    this.now = now;
    // Without a language, English as it is written outside the United States, since this serves many cities.
    const locale = language === undefined || language === 'en' ? 'en-GB' : language;
    const parts = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const;
    this.date = new Intl.DateTimeFormat(locale, { ...parts, timeZone: 'UTC' });
    this.day = new Intl.DateTimeFormat(locale, {
      ...parts,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      ...(zone === undefined ? {} : { timeZone: zone }),
    });
    this.relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  }

  /** `Tue, 8 Dec 2026, 11:00`; a plain date, which is the same day everywhere, has no time. */
  at(instant: string): string {
    const isDate = /^\d{4}-\d{2}-\d{2}$/.test(instant);
    return (isDate ? this.date : this.day).format(new Date(instant));
  }

  /** `in 14 days`, `3 hours ago` */
  away(instant: string): string {
    const seconds = (Date.parse(instant) - this.now) / 1000;
    for (const [unit, length, from] of units) {
      if (Math.abs(seconds) >= from * length)
        return this.relative.format(Math.trunc(seconds / length), unit);
    }
    return this.relative.format(0, 'minute');
  }

  isPast(instant: string): boolean {
    return Date.parse(instant) < this.now;
  }
}

/** Unit, its seconds, and from how many of them on it is spoken of: 45 days say more than one month. */
const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number, number])[] = [
  ['year', 365.25 * 86_400, 2],
  ['month', 30.44 * 86_400, 3],
  ['day', 86_400, 2],
  ['hour', 3_600, 2],
  ['minute', 60, 1],
];
