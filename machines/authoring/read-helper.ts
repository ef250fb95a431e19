import { and, not, or, stateIn } from 'xstate';

export type Path = readonly (string | number)[];
/** Reads what a helper holds, and takes note of what is no data. */
export interface Reader {
  data(value: unknown, path: Path): unknown;
  refuse(path: Path, what: string): null;
}

type Fields = Readonly<Record<string, unknown>>;
interface Named {
  readonly name: string;
  readonly fields: readonly string[];
}

/** XState's helper functions carry their arguments as properties; these are the ones that are data. */
const actions: Readonly<Record<string, Named>> = {
  'xstate.raise': { name: 'raise', fields: ['event', 'delay', 'id'] },
  'xstate.sendTo': { name: 'sendTo', fields: ['to', 'event', 'delay', 'id'] },
  'xstate.cancel': { name: 'cancel', fields: ['sendId'] },
  'xstate.stopChild': { name: 'stopChild', fields: ['actorRef'] },
  'xstate.emit': { name: 'emit', fields: ['event'] },
  'xstate.log': { name: 'log', fields: ['value', 'label'] },
  'xstate.spawnChild': { name: 'spawnChild', fields: ['src', 'id', 'input'] },
};
const renamed: Readonly<Record<string, string>> = { sendId: 'id', actorRef: 'id' };

/** A guard helper is known by what it checks with: names of functions do not survive a bundler. */
const checks = new Map(
  Object.entries({ and: and([]), or: or([]), not: not('any'), stateIn: stateIn('any') }).map(
    ([name, helper]) => [checkOf(helper), name],
  ),
);

/** One of XState's helpers (`raise(…)`, `and([…])`, …) in its named form, or `undefined` for any other function. */
export function readHelper(value: object, reader: Reader, path: Path): unknown {
  const helper = value as unknown as Fields;
  const guard = checks.get(checkOf(value));
  if (guard !== undefined) return readGuard(guard, helper, reader, path);
  const type = helper['type'];
  if (type === 'xstate.assign') return readAssign(helper, reader, path);
  const known =
    typeof type === 'string' && Object.hasOwn(actions, type) ? actions[type] : undefined;
  if (known === undefined) return undefined;
  if (type === 'xstate.spawnChild') refuseSpawnOptions(helper, reader, path);
  if (type === 'xstate.sendTo' && helper['to'] === '#_parent')
    return named({ name: 'sendParent', fields: ['event', 'delay', 'id'] }, helper, reader, path);
  return named(known, helper, reader, path);
}

function checkOf(helper: object): unknown {
  return 'check' in helper ? helper.check : helper;
}

function named({ name, fields }: Named, helper: Fields, reader: Reader, path: Path): unknown {
  const given = fields.filter((field) => helper[field] !== undefined);
  return {
    type: name,
    params: Object.fromEntries(
      given.map((field) => [
        renamed[field] ?? field,
        field === 'event' && typeof helper[field] === 'string'
          ? { type: helper[field] }
          : reader.data(helper[field], [...path, field]),
      ]),
    ),
  };
}

function readAssign(helper: Fields, reader: Reader, path: Path): unknown {
  return { type: 'set', params: reader.data(helper['assignment'], [...path, 'assign']) };
}

function refuseSpawnOptions(helper: Fields, reader: Reader, path: Path): void {
  for (const option of ['systemId', 'syncSnapshot'])
    if (helper[option] !== undefined && helper[option] !== false)
      reader.refuse([...path, option], 'a child of a process has none');
}

function readGuard(name: string, helper: Fields, reader: Reader, path: Path): unknown {
  if (name === 'stateIn') {
    const state = pathOf(helper['stateValue']);
    return state === undefined
      ? reader.refuse(path, 'stateIn of several states; use `and` with one stateIn for each')
      : { type: name, params: { state } };
  }
  const guards = (helper['guards'] as unknown[]).map((guard, index) =>
    reader.data(guard, [...path, index]),
  );
  return name === 'not'
    ? { type: name, params: { guard: guards[0] } }
    : { type: name, params: { guards } };
}

/** `{ a: { b: 'c' } }` as `a.b.c`; nothing when it names several states. */
function pathOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const [only, ...others] = Object.entries(value);
  if (only === undefined || others.length > 0) return undefined;
  const inner = pathOf(only[1]);
  return inner === undefined ? undefined : `${only[0]}.${inner}`;
}
