import type { Json } from '../../contracts/json.ts';

/**
 * A machine's configuration as JSON, each function as its name: what two versions of the code must have in common to count as the
 * same machine. What a function does cannot be seen in it.
 */
export function describeCode(value: unknown): Json {
  if (typeof value === 'function') {
    const type: unknown = 'type' in value ? value.type : undefined;
    return { $function: typeof type === 'string' ? type : value.name };
  }
  if (Array.isArray(value)) return value.map((item) => describeCode(item));
  if (typeof value !== 'object' || value === null) return plain(value);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, describeCode(item)]],
    ),
  );
}

function plain(value: unknown): Json {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  return typeof value;
}
