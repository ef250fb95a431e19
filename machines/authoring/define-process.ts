import type { AnyStateMachine } from 'xstate';
import { Definition, type EventDefinition } from '../../contracts/definition/definition.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { z } from '../../contracts/zod.ts';
import { DataReader, type Path } from './data-reader.ts';
import { exportMachine } from './export-machine.ts';

type Authored<T> = { readonly [Key in keyof T]: T[Key] };

/** Kinds of zod schema whose whole meaning JSON Schema can carry; defaults and transformations would not be applied. */
const inData = new Set<string>([
  'any',
  'array',
  'boolean',
  'enum',
  'int',
  'intersection',
  'lazy',
  'literal',
  'null',
  'nullable',
  'number',
  'object',
  'optional',
  'record',
  'string',
  'template_literal',
  'tuple',
  'union',
  'unknown',
]);

/** An event whose fields are given as a zod object; `.meta({ publicity: 'public' })` on each field. */
export interface AuthoredEvent extends Omit<EventDefinition, 'schema' | 'by'> {
  readonly by: readonly string[];
  readonly schema?: z.ZodObject;
}

export interface ProcessSpec extends Authored<
  Omit<Definition, 'format' | 'machine' | 'events' | 'input' | 'languages'>
> {
  readonly languages: readonly string[];
  readonly events: Readonly<Record<string, AuthoredEvent>>;
  readonly input?: z.ZodObject;
}

/**
 * A definition from its parts and an XState machine written with `setup(setupFor(spec)).createMachine(…)`.
 *
 * @throws StatehouseError `InvalidDefinition` when a part is no data or does not fit the format
 */
export function defineProcess(spec: ProcessSpec, machine: AnyStateMachine): Definition {
  const { events, input, ...rest } = spec;
  const reader = new DataReader();
  const document = {
    format: 'statehouse/1',
    ...reader.fields(rest, [], (value, path) => reader.data(value, path)),
    events: reader.fields(events, ['events'], (event, path) => {
      const { schema, ...own } = event as AuthoredEvent;
      const data = reader.data(own, path) as object;
      return schema === undefined ? data : { ...data, schema: fieldsOf(schema, reader, path) };
    }),
    ...(input === undefined ? {} : { input: fieldsOf(input, reader, ['input']) }),
    machine: exportMachine(machine),
  };
  if (reader.refused.length > 0) {
    throw new StatehouseError(
      'InvalidDefinition',
      `"${spec.id}" holds what is no data: ${reader.refused.join('; ')}. Write it in CEL, with the vocabulary, or as plain values.`,
      { places: reader.refused },
    );
  }
  const parsed = Definition.safeParse(document);
  if (parsed.success) return parsed.data;
  throw new StatehouseError('InvalidDefinition', `"${spec.id}": ${textOfIssues(parsed.error)}.`);
}

/** Zod checks that JSON Schema cannot say are refused, because the process would silently not make them. */
function fieldsOf(schema: z.ZodObject, reader: DataReader, path: Path): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema, path: inner }) => {
      const { type } = zodSchema._zod.def;
      const own = [...path, ...inner.map(String)];
      if (inData.has(type)) {
        if (zodSchema._zod.def.checks?.some(({ _zod }) => _zod.def.check === 'custom') === true)
          reader.refuse(own, 'a refinement; JSON Schema has no word for it');
      } else reader.refuse(own, `zod's ${type}; JSON Schema has no word for it`);
    },
  }) as Record<string, unknown>;
  return rest as JsonObject;
}
