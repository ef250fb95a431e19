import { createRequire } from 'node:module';
import Holidays from 'date-holidays';
import { StatehouseError } from '../contracts/statehouse-error.ts';

const { version } = createRequire(import.meta.url)('date-holidays/package.json') as {
  version: string;
};
const oneDay = 86_400_000;

/** The public holidays of one country or region, looked up by day (`2026-10-04`). */
export class PublicHolidays {
  readonly version: string;
  readonly country: string;
  private readonly source: Holidays;
  private readonly years = new Map<number, ReadonlyMap<string, string>>();

  /** @throws StatehouseError InvalidDefinition when nobody knows the country or region */
  constructor(code: string) {
    const places = placesOf(code);
    // In UTC a day always has 24 hours, so that a holiday on a day of clock change still counts as whole.
    this.source = new Holidays(places.join('-'), { types: ['public', 'bank'], timezone: 'UTC' });
    this.country = places[0] ?? '';
    this.version = `date-holidays@${version}/${places.join('-')}`;
  }

  /** The name of the holiday on that day, in the language of the country. */
  nameOf(day: string): string | undefined {
    const year = Number(day.slice(0, 4));
    let names = this.years.get(year);
    if (names === undefined) {
      names = this.namesOf(year);
      this.years.set(year, names);
    }
    return names.get(day);
  }

  private namesOf(year: number): ReadonlyMap<string, string> {
    const names = new Map<string, string>();
    // A holiday of several days may begin in December of the year before.
    for (const each of [year - 1, year].flatMap((one) => this.source.getHolidays(one))) {
      // Offices close on the substitute of a public holiday even where the data call it a bank holiday (US, Veterans Day).
      if (each.type !== 'public' && each.substitute !== true) continue;
      const first = Date.parse(`${each.date.slice(0, 10)}T00:00:00Z`);
      // Half days are working days: an office that is open until noon receives what is handed in.
      const days = Math.floor((each.end.getTime() - each.start.getTime()) / oneDay);
      for (let day = 0; day < days; day += 1) {
        const text = new Date(first + day * oneDay).toISOString().slice(0, 10);
        if (!names.has(text)) names.set(text, each.name);
      }
    }
    return names;
  }
}

/** The library answers an unknown country with no holidays and an unknown region with the country's, so ask it first. */
function placesOf(code: string): string[] {
  const library = new Holidays();
  const [country = '', state, region, ...rest] = code.split('-');
  const countries = library.getCountries();
  const nation = known(code, country, countries);
  if (state === undefined) return [nation];
  const province = known(code, state, library.getStates(nation));
  if (region === undefined) return [nation, province];
  if (rest.length > 0) throw unknown(code, rest.join('-'), {});
  return [nation, province, known(code, region, library.getRegions(nation, province))];
}

function known(code: string, part: string, names: Record<string, string> | undefined): string {
  const found = Object.keys(names ?? {}).find((key) => key.toUpperCase() === part.toUpperCase());
  if (found === undefined) throw unknown(code, part, names);
  return found;
}

function unknown(
  code: string,
  part: string,
  names: Record<string, string> | undefined,
): StatehouseError {
  const choices = Object.keys(names ?? {});
  const known = choices.length === 0 ? 'no part is known' : `known are ${choices.join(', ')}`;
  return new StatehouseError(
    'InvalidDefinition',
    `No public holidays are known for "${code}": there is no "${part}" (${known}). Correct "calendar.holidays".`,
    { holidays: code, part },
  );
}
