import type { Definition } from '../../contracts/definition/definition.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { z } from '../../contracts/zod.ts';

/** Building one takes longer than living a short life, and many lives may follow one definition. */
const schemas = new WeakMap<object, z.ZodType>();

/**
 * Whether a process may begin with this input.
 *
 * @throws StatehouseError `InvalidInput` naming each field that does not fit the definition's `input`
 */
export function admitInput({ id, version, input: schema }: Definition, input: Json): void {
  if (schema === undefined) return;
  let known = schemas.get(schema);
  if (known === undefined) schemas.set(schema, (known = z.fromJSONSchema(schema)));
  const parsed = known.safeParse(input);
  if (parsed.success) return;
  throw new StatehouseError(
    'InvalidInput',
    `"${id}" ${version} cannot begin with this input: ${textOfIssues(parsed.error)}.`,
    { definition: id },
  );
}
