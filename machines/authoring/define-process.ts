import { z } from 'zod';
import type { AnyStateMachine } from 'xstate';
import { Definition, type EventDefinition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { exportMachine } from './export-machine.ts';

type Authored<T> = { readonly [Key in keyof T]: T[Key] };

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
  const document = {
    format: 'statehouse/1',
    ...rest,
    events: Object.fromEntries(
      Object.entries(events).map(([type, { schema, ...event }]) => [
        type,
        schema === undefined ? event : { ...event, schema: jsonSchema(schema) },
      ]),
    ),
    ...(input === undefined ? {} : { input: jsonSchema(input) }),
    machine: exportMachine(machine),
  };
  const parsed = Definition.safeParse(JSON.parse(JSON.stringify(document)));
  if (parsed.success) return parsed.data;
  throw new StatehouseError('InvalidDefinition', `"${spec.id}": ${z.prettifyError(parsed.error)}`);
}

function jsonSchema(schema: z.ZodObject): JsonObject {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema) as Record<string, unknown>;
  return rest as JsonObject;
}
