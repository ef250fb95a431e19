interface WeekLocale extends Intl.Locale {
  getWeekInfo(): { readonly weekend: readonly number[] };
}

/** The days of the weekend in a country, 1 (Monday) to 7, as the Unicode CLDR knows them: not everywhere Saturday and Sunday. */
export function weekendOf(country: string): ReadonlySet<number> {
  const locale = new Intl.Locale(`und-${country}`) as WeekLocale;
  return new Set(locale.getWeekInfo().weekend);
}
