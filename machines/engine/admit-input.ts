import type { Definition } from '../../contracts/definition/definition.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { z } from '../../contracts/zod.ts';

/**
 * Whether a process may begin with this input.
 *
 * @throws StatehouseError `InvalidInput` naming each field that does not fit the definition's `input`
 */
export function admitInput({ id, version, input: schema }: Definition, input: Json): void {
  if (schema === undefined) return;
  const parsed = z.fromJSONSchema(schema).safeParse(input);
  if (parsed.success) return;
  throw new StatehouseError(
    'InvalidInput',
    `"${id}" ${version} cannot begin with this input: ${textOfIssues(parsed.error)}.`,
    { definition: id },
  );
}
