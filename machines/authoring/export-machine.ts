import { z } from 'zod';
import type { AnyStateMachine } from 'xstate';
import { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';

type Path = readonly (string | number)[];

/** XState's helper functions carry their arguments as properties; these are the ones that are data. */
const helpers: Readonly<Record<string, { name: string; fields: readonly string[] }>> = {
  'xstate.raise': { name: 'raise', fields: ['event', 'delay', 'id'] },
  'xstate.sendTo': { name: 'sendTo', fields: ['to', 'event', 'delay', 'id'] },
  'xstate.cancel': { name: 'cancel', fields: ['sendId'] },
  'xstate.stopChild': { name: 'stopChild', fields: ['actorRef'] },
  'xstate.emit': { name: 'emit', fields: ['event'] },
  'xstate.log': { name: 'log', fields: ['value', 'label'] },
  'xstate.spawnChild': { name: 'spawnChild', fields: ['src', 'id', 'input'] },
  'xstate.assign': { name: 'set', fields: ['assignment'] },
};
const renamed: Readonly<Record<string, string>> = { sendId: 'id', actorRef: 'id' };

/**
 * The configuration of an XState machine as data, nothing lost. XState's own helpers (`raise`, `sendTo`, `and`, …) become their
 * named form.
 *
 * @throws StatehouseError `InvalidDefinition` naming the place of every function that is no data
 */
export function exportMachine(machine: AnyStateMachine): StateNodeConfig {
  const inline: string[] = [];
  const data = toData(machine.config, [], inline);
  if (inline.length > 0) {
    throw new StatehouseError(
      'InvalidDefinition',
      `Inline functions cannot be data: ${inline.join('; ')}. Name each in guards, actions or delays and write it in CEL or with the vocabulary.`,
      { places: inline },
    );
  }
  const parsed = StateNodeConfig.safeParse(data);
  if (!parsed.success)
    throw new StatehouseError('InvalidDefinition', z.prettifyError(parsed.error));
  return parsed.data;
}

function toData(value: unknown, path: Path, inline: string[]): unknown {
  if (typeof value === 'function') return functionToData(value as unknown as Helper, path, inline);
  if (Array.isArray(value))
    return value.map((item, index) => toData(item, [...path, index], inline));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) =>
      item === undefined ? [] : [[key, toData(item, [...path, key], inline)]],
    ),
  );
}

type Helper = {
  readonly type?: string;
  readonly guards?: unknown[];
  readonly name: string;
} & Record<string, unknown>;

function functionToData(helper: Helper, path: Path, inline: string[]): unknown {
  const guards = guardHelper(helper, path, inline);
  if (guards !== undefined) return guards;
  const known = helper.type === undefined ? undefined : helpers[helper.type];
  if (known === undefined) {
    inline.push(`${path.join('.')} (${helper.name === '' ? 'an unnamed function' : helper.name})`);
    return null;
  }
  if (helper.type === 'xstate.sendTo' && helper['to'] === '#_parent')
    return named('sendParent', helper, ['event', 'delay', 'id'], path, inline);
  if (known.name === 'set')
    return { type: 'set', params: toData(helper['assignment'], path, inline) };
  return named(known.name, helper, known.fields, path, inline);
}

function named(
  name: string,
  helper: Helper,
  fields: readonly string[],
  path: Path,
  inline: string[],
): unknown {
  const params = Object.fromEntries(
    fields.flatMap((field) =>
      helper[field] === undefined
        ? []
        : [[renamed[field] ?? field, toData(helper[field], [...path, field], inline)]],
    ),
  );
  return { type: name, params: Json.parse(params) };
}

/** `and`, `or` and `not` share one shape: a function named after itself with `guards`. */
function guardHelper(helper: Helper, path: Path, inline: string[]): unknown {
  if (!Array.isArray(helper.guards) || helper['check'] === undefined) return undefined;
  const guards = helper.guards.map((guard, index) => toData(guard, [...path, index], inline));
  return helper.name === 'not'
    ? { type: 'not', params: { guard: guards[0] } }
    : { type: helper.name, params: { guards } };
}
