import { Temporal } from 'temporal-polyfill';
import { StatehouseError } from '../../contracts/statehouse-error.ts';

/**
 * An instant as a person writes it: with a zone as it is (`2027-03-01T11:00:00Z`), without one in the city's zone
 * (`2027-03-01T11:00`), a date alone as the end of that day.
 *
 * @throws StatehouseError `Usage`
 */
export function instantIn(text: string, zone: string | undefined): string {
  const city = zone ?? Temporal.Now.timeZoneId();
  try {
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
      const nextDay = Temporal.PlainDate.from(text).add({ days: 1 });
      return written(nextDay.toZonedDateTime(city).subtract({ milliseconds: 1 }).toInstant());
    }
    if (/(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return written(Temporal.Instant.from(text));
    return written(Temporal.PlainDateTime.from(text).toZonedDateTime(city).toInstant());
  } catch {
    throw new StatehouseError(
      'Usage',
      `"${text}" is no point in time. Write 2027-03-01 (the end of that day), 2027-03-01T11:00 (the city's time) or 2027-03-01T10:00:00Z.`,
      { text },
    );
  }
}

function written(instant: Temporal.Instant): string {
  return instant.toString({ fractionalSecondDigits: 3 });
}
