import type { Json } from '../../contracts/json.ts';

/**
 * A CEL result as plain JSON. CEL counts in 64-bit integers (bigint here), which JSON cannot say; beyond 2^53 we refuse rather
 * than round.
 */
export function toJson(value: unknown): Json {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`${String(value)} is no JSON number.`);
    return value;
  }
  if (typeof value === 'bigint') return integer(value);
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) {
    return Object.fromEntries([...value].map(([key, item]) => [String(key), toJson(item)]));
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) =>
        item === undefined ? [] : [[key, toJson(item)]],
      ),
    );
  }
  throw new Error(`A ${Object.prototype.toString.call(value)} is no JSON value.`);
}

function integer(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new Error(`${value.toString()} is too large for a JSON number.`);
  return number;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  // Values may come from the host realm through Temporal's sandbox, so the prototype is not always our Object.prototype.
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
