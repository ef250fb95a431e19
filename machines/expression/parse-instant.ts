const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const dateOnly = /^\d{4}-\d{2}-\d{2}$/;

/**
 * Epoch milliseconds of an ISO 8601 instant that says its zone. Anything looser would be read in the server's time zone, and so
 * differently elsewhere.
 */
export function parseInstant(text: string): number | undefined {
  if (!iso.test(text)) return undefined;
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** True for a calendar date that exists, `2027-03-26`. */
export function isDate(text: string): boolean {
  if (!dateOnly.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
