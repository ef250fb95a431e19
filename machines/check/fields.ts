import type { Json, JsonObject } from '../../contracts/json.ts';
import type { Subject } from './subject.ts';

/** The fields that a JSON Schema of an object names. */
export function propertiesOf(schema: JsonObject | undefined): Readonly<Record<string, JsonObject>> {
  return (objectOf(schema?.['properties']) ?? {}) as Readonly<Record<string, JsonObject>>;
}

export function requiredOf(schema: JsonObject | undefined): readonly string[] {
  const required = schema?.['required'];
  return Array.isArray(required)
    ? required.filter((name): name is string => typeof name === 'string')
    : [];
}

/** The schema of an inner field, as far as the path can be followed. */
export function schemaAt(
  schema: JsonObject | undefined,
  path: readonly string[],
): readonly JsonObject[] {
  const [name, ...rest] = path;
  const properties = propertiesOf(schema);
  if (name === undefined || !Object.hasOwn(properties, name)) return [];
  const property = properties[name];
  return property === undefined ? [] : [property, ...schemaAt(property, rest)];
}

export function objectOf(value: Json | undefined): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as JsonObject)
    : undefined;
}

/** Fields that the context has at some time: those of the beginning and those that actions set. */
export function contextFields(subject: Subject): Set<string> {
  const fields = new Set(Object.keys(subject.definition.machine.context ?? {}));
  for (const { type, params } of subject.actions) {
    if (type === 'set') for (const name of Object.keys(params ?? {})) fields.add(name);
    const list = params?.['list'];
    if (type === 'record' && typeof list === 'string') fields.add(list);
  }
  return fields;
}
