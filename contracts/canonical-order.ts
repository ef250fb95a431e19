import type { Json } from './json.ts';

/**
 * The same JSON with every object's keys in the order of its canonical text (RFC 8785). JSON objects have no order, and whatever
 * is known by its content hash must not behave otherwise when somebody writes its keys down in another one.
 */
export function inCanonicalOrder<T>(value: T): T {
  return ordered(value as Json) as T;
}

function ordered(value: Json): Json {
  if (typeof value !== 'object' || value === null) return value;
  if (isList(value)) return value.map(ordered);
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, ordered(value[key] as Json)]),
  );
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
