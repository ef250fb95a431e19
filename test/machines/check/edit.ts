import { soundDefinition } from './sound-definition.ts';

type Tree = Record<string, unknown>;

/** The sound definition with other values at the given JSON pointers; `undefined` removes. */
export function edited(changes: Readonly<Record<string, unknown>>): unknown {
  const document = soundDefinition() as unknown as Tree;
  for (const [pointer, value] of Object.entries(changes)) {
    const keys = pointer
      .slice(1)
      .split('/')
      .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = keys.pop() ?? '';
    let place = document;
    for (const key of keys) place = (place[key] ??= {}) as Tree;
    if (value === undefined) Reflect.deleteProperty(place, last);
    else
      Object.defineProperty(place, last, {
        value,
        enumerable: true,
        configurable: true,
        writable: true,
      });
  }
  return document;
}
