import serialize from 'canonicalize';

/**
 * The one text that stands for a JSON value (RFC 8785): sorted keys, no spaces, numbers as ECMAScript prints them.
 * Properties whose value is `undefined` are left out.
 *
 * @throws Error when the value is no JSON (a bigint, NaN, a cycle)
 */
export function canonicalJson(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new Error('undefined has no JSON text.');
  return text;
}
