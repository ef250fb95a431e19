import { readHelper, type Path, type Reader } from './read-helper.ts';

export type { Path };

/** Reads values that an author wrote as plain data, and remembers the place of everything that is none. */
export class DataReader implements Reader {
  readonly refused: string[] = [];

  refuse(path: Path, what: string): null {
    this.refused.push(`${path.join('.') || 'the machine'} (${what})`);
    return null;
  }

  data(value: unknown, path: Path): unknown {
    if (typeof value === 'function') {
      return (
        readHelper(value, this, path) ??
        this.refuse(path, value.name === '' ? 'an unnamed function' : value.name)
      );
    }
    if (Array.isArray(value)) return value.map((item, index) => this.data(item, [...path, index]));
    if (typeof value === 'number' && !Number.isFinite(value))
      return this.refuse(path, String(value));
    if (typeof value === 'bigint' || typeof value === 'symbol')
      return this.refuse(path, `a ${typeof value}`);
    if (typeof value !== 'object' || value === null) return value;
    const prototype: unknown = Object.getPrototypeOf(value);
    // Another realm has an Object.prototype of its own.
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null)
      return this.refuse(path, `a ${value.constructor.name}`);
    return this.fields(value, path, (item, own) => this.data(item, own));
  }

  /** The fields of an object, each read by `read`; those that are `undefined` are left out. */
  fields(
    value: object,
    path: Path,
    read: (item: unknown, path: Path, key: string) => unknown,
  ): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) =>
        item === undefined ? [] : [[key, read(item, [...path, key], key)]],
      ),
    );
  }
}
