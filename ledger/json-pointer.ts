import type { Json } from '../contracts/json.ts';

/** What an RFC 6901 pointer points at in `document`; undefined when there is nothing. */
export function jsonPointer(document: Json, pointer: string): Json | undefined {
  if (pointer === '') return document;
  if (!pointer.startsWith('/')) return undefined;
  let place: Json | undefined = document;
  for (const part of pointer.slice(1).split('/')) {
    if (typeof place !== 'object' || place === null) return undefined;
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    place = Object.hasOwn(place, key) ? (place as Readonly<Record<string, Json>>)[key] : undefined;
  }
  return place;
}
