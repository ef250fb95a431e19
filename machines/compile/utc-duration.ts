const pattern =
  /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const day = 86_400_000;

/** True for `PT72H`: elapsed time, the same in every time zone. */
export function isElapsed(duration: string): boolean {
  return duration.startsWith('PT');
}

/** True for `P10BD` and `P5CD`, which only a calendar can count. */
export function needsCalendar(duration: string): boolean {
  return /^P\d+(BD|CD)$/.test(duration);
}

/**
 * `start` plus (`sign` 1) or minus (`sign` -1) an ISO 8601 duration, in UTC, as epoch milliseconds. Years and months go first;
 * a day that the month lacks becomes its last day (31 January + P1M = 28 February).
 */
export function addInUtc(start: number, duration: string, sign: 1 | -1): number {
  const match = pattern.exec(duration);
  if (match === null) throw new Error(`"${duration}" is no ISO 8601 duration.`);
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part: string | undefined) => Number(part ?? 0));
  const date = new Date(start);
  const monthIndex = date.getUTCFullYear() * 12 + date.getUTCMonth() + sign * (years * 12 + months);
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  const moved = new Date(start);
  moved.setUTCFullYear(year, month, Math.min(date.getUTCDate(), lastDay));
  const exact = (weeks * 7 + days) * day + hours * 3_600_000 + minutes * 60_000 + seconds * 1000;
  return moved.getTime() + sign * exact;
}
