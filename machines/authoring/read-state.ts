import type { DataReader, Path } from './data-reader.ts';

type Read = (value: unknown, reader: DataReader, path: Path) => unknown;

/** Keys of a state whose values mean more than their data says; all others are read as they are. */
const keys: Readonly<Record<string, Read>> = {
  states: table(readState),
  on: table(transitions, true),
  after: table(transitions),
  always: transitions,
  onDone: transitions,
  invoke: (value, reader, path) =>
    Array.isArray(value)
      ? value.map((item, index) => invocation(item, reader, [...path, index]))
      : invocation(value, reader, path),
  history: (value, reader, path) => (value === true ? 'shallow' : reader.data(value, path)),
  tags: (value, reader, path) => (typeof value === 'string' ? [value] : reader.data(value, path)),
};
const invocationKeys: Readonly<Record<string, Read>> = {
  onDone: transitions,
  onError: transitions,
  onSnapshot: transitions,
  src: (value, reader, path) =>
    typeof value === 'string'
      ? value
      : reader.refuse(path, 'an actor; put its definition in `machines` and give the name here'),
};

/** One state of XState's configuration, and all below it, as data in the one form that the format knows. */
export function readState(value: unknown, reader: DataReader, path: Path): unknown {
  return withKeys(value, keys, reader, path);
}

function invocation(value: unknown, reader: DataReader, path: Path): unknown {
  return withKeys(value, invocationKeys, reader, path);
}

function withKeys(
  value: unknown,
  special: Readonly<Record<string, Read>>,
  reader: DataReader,
  path: Path,
): unknown {
  if (typeof value !== 'object' || value === null) return reader.data(value, path);
  return reader.fields(value, path, (item, own, key) => {
    const read = Object.hasOwn(special, key) ? special[key] : undefined;
    return read === undefined ? reader.data(item, own) : read(item, reader, own);
  });
}

function table(read: Read, forbids = false): Read {
  return (value, reader, path) => {
    if (typeof value !== 'object' || value === null) return reader.data(value, path);
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, item]) => {
        if (item !== undefined) return [[key, read(item, reader, [...path, key])]];
        // `on: { X: undefined }` forbids an event that an outer state takes; a transition that does nothing says the same.
        return forbids ? [[key, {}]] : [];
      }),
    );
  };
}

/** XState lets a list of transitions hold bare targets. */
function transitions(value: unknown, reader: DataReader, path: Path): unknown {
  const read = reader.data(value, path);
  if (!Array.isArray(read)) return read;
  return read.map((item: unknown) => (typeof item === 'string' ? { target: item } : item));
}
