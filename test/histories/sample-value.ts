import type { Json, JsonObject } from '../../contracts/json.ts';

/**
 * A value that fits a JSON Schema, the plainest there is. Enough for the schemas of the shipped machines; what it cannot make the
 * process refuses, and a life goes on with something else.
 */
export function sampleValue(schema: JsonObject, root: JsonObject = schema): Json {
  const { $ref: ref, const: constant, enum: choices, default: preset } = schema;
  if (typeof ref === 'string') return sampleValue(lookUp(root, ref), root);
  if (constant !== undefined) return constant;
  if (isList(choices)) return choices[0] ?? null;
  if (preset !== undefined) return preset;
  const [option] = [schema['anyOf'], schema['oneOf'], schema['allOf']].flatMap((list) =>
    isList(list) ? list : [],
  );
  if (option !== undefined && schema['type'] === undefined)
    return sampleValue(option as JsonObject, root);
  const { type } = schema;
  switch (typeof type === 'string' ? type : '') {
    case 'string':
      return sampleText(schema);
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1));
    case 'boolean':
      return true;
    case 'array':
      return Array.from({ length: Math.max(1, Number(schema['minItems'] ?? 1)) }, () =>
        sampleValue((schema['items'] ?? {}) as JsonObject, root),
      );
    case 'object':
      return sampleObject(schema, root);
    default:
      return 'sample';
  }
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

function sampleObject(schema: JsonObject, root: JsonObject): JsonObject {
  const properties = (schema['properties'] ?? {}) as Record<string, JsonObject>;
  const required = (schema['required'] ?? []) as string[];
  return Object.fromEntries(
    required.map((name) => [name, sampleValue(properties[name] ?? {}, root)]),
  );
}

const texts = ['sample', '1.0.0', 'P30D', 'IT', 'Europe/Rome', 'a'];

function sampleText({ format, minLength, pattern }: JsonObject): string {
  if (typeof pattern === 'string') {
    const fitting = new RegExp(pattern);
    return texts.find((text) => fitting.test(text)) ?? 'sample';
  }
  if (format === 'date-time') return '2031-03-03T09:00:00.000Z';
  if (format === 'date') return '2031-03-03';
  if (format === 'uri' || format === 'url') return 'https://example.org/';
  return 'sample'.padEnd(Number(minLength ?? 0), 'x');
}

function lookUp(root: JsonObject, ref: string): JsonObject {
  return ref
    .split('/')
    .slice(1)
    .reduce<Json>((node, part) => (node as JsonObject)[part] ?? {}, root) as JsonObject;
}
