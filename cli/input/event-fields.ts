import { z } from '../../contracts/zod.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { type Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { parseJson } from './read-json.ts';

/** A field of an event as its JSON Schema describes it, as far as a person filling it in must know. */
const Field = z.looseObject({
  title: z.string().optional(),
  description: z.string().optional(),
  type: z.union([z.string(), z.array(z.string())]).optional(),
  enum: z.array(z.unknown()).optional(),
  format: z.string().optional(),
  publicity: z.string().optional(),
});
export type Field = z.infer<typeof Field>;

const Fields = z.looseObject({
  properties: z.record(z.string(), Field).optional(),
  required: z.array(z.string()).optional(),
});

export interface EventField {
  readonly name: string;
  readonly field: Field;
  readonly required: boolean;
}

export function fieldsOf(schema: JsonObject | undefined): EventField[] {
  const { data } = Fields.safeParse(schema ?? {});
  return Object.entries(data?.properties ?? {}).map(([name, field]) => ({
    name,
    field,
    required: data?.required?.includes(name) ?? false,
  }));
}

/**
 * `name=value` pairs as an event's fields, each value read as its field asks for: text as it is, numbers and yes or no as such,
 * lists by repeating the pair, anything else as JSON.
 *
 * @throws StatehouseError `Usage`
 */
export function parseFields(pairs: readonly string[], known: readonly EventField[]): JsonObject {
  const values: Record<string, Json> = {};
  for (const pair of pairs) {
    const [, name = '', text = ''] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
    if (name === '')
      throw new StatehouseError('Usage', `"${pair}" is no field; write name=value.`, { pair });
    const field = known.find((one) => one.name === name)?.field;
    const before = values[name];
    if (field?.type === 'array' && !text.trimStart().startsWith('[')) {
      values[name] = [...(Array.isArray(before) ? (before as Json[]) : []), parseItem(text, field)];
    } else values[name] = parseValue(text, field, name);
  }
  return values;
}

/** @throws StatehouseError `Usage` */
export function parseValue(text: string, field: Field | undefined, name: string): Json {
  switch (field === undefined ? 'unknown' : kindOf(field)) {
    case 'string':
      return text;
    case 'number':
    case 'integer': {
      const number = Number(text);
      if (text.trim() === '' || Number.isNaN(number))
        throw new StatehouseError('Usage', `"${name}" needs a number, not "${text}".`, {
          field: name,
        });
      return number;
    }
    case 'boolean':
      if (/^(true|yes|y|1)$/i.test(text)) return true;
      if (/^(false|no|n|0)$/i.test(text)) return false;
      throw new StatehouseError('Usage', `"${name}" needs yes or no, not "${text}".`, {
        field: name,
      });
    case 'array':
    case 'object':
      return parseJson(text, `field "${name}"`);
    default:
      return guessed(text);
  }
}

function kindOf({ type, enum: choices }: Field): string {
  if (Array.isArray(type)) return type.find((one) => one !== 'null') ?? 'unknown';
  const isText = choices?.every((choice) => typeof choice === 'string') === true;
  return type ?? (isText ? 'string' : 'unknown');
}

function parseItem(text: string, field: Field): Json {
  const { data: item } = Field.safeParse(field['items'] ?? {});
  return parseValue(text, item, 'item');
}

/** A field that nobody described: JSON if it reads as such, text otherwise. */
function guessed(text: string): Json {
  try {
    return z.json().parse(JSON.parse(text));
  } catch {
    return text;
  }
}
