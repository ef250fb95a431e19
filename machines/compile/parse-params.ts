import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import type { z } from '../../contracts/zod.ts';

/**
 * The parameters of a building block.
 *
 * @throws StatehouseError `InvalidDefinition` saying which parameter does not fit
 */
export function parseParams<T>(type: string, schema: z.ZodType<T>, params: unknown): T {
  const parsed = schema.safeParse(params);
  if (parsed.success) return parsed.data;
  throw new StatehouseError(
    'InvalidDefinition',
    `The parameters of "${type}" do not fit: ${textOfIssues(parsed.error)}.`,
    { type },
  );
}
