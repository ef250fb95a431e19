import { z } from '../../../contracts/zod.ts';
import type { JsonObject } from '../../../contracts/json.ts';
import { pointerTo } from '../json-pointer.ts';
import type { Found, Rule } from '../rule.ts';

export const badSchema: Rule = {
  code: 'bad-schema',
  severity: 'error',
  about: 'The schema of an event or of the input cannot be used.',
  find: ({ definition }) => [
    ...Object.entries(definition.events).flatMap(([type, { schema }]) =>
      inSchema(schema, pointerTo('/events', type, 'schema'), `of "${type}"`),
    ),
    ...inSchema(definition.input, '/input', 'of the input'),
  ],
};

function inSchema(schema: JsonObject | undefined, path: string, whose: string): Found[] {
  if (schema === undefined) return [];
  const mend = 'Write a JSON Schema (2020-12) of an object with `properties`.';
  if (schema['type'] !== 'object')
    return [{ path, message: `The schema ${whose} does not describe an object.`, mend }];
  try {
    z.fromJSONSchema(schema);
    return [];
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return [{ path, message: `The schema ${whose} cannot be used: ${reason}.`, mend }];
  }
}
