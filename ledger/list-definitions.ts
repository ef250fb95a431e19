import { z } from '../contracts/zod.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

const DefinitionListing = z.object({
  hash: z.string(),
  id: z.string(),
  version: z.string(),
  savedAt: z.coerce.date().transform((date) => date.toISOString()),
});
export type DefinitionListing = z.infer<typeof DefinitionListing>;

/** Every saved definition, or those with this `id`, the newest first. */
export async function listDefinitions(
  db: LedgerDatabase,
  { id }: { readonly id?: string } = {},
): Promise<readonly DefinitionListing[]> {
  let rows = db
    .selectFrom('definitions')
    .select(['hash', 'id', 'version', 'saved_at as savedAt'])
    .orderBy('saved_at', 'desc')
    .orderBy('hash');
  if (id !== undefined) rows = rows.where('id', '=', id);
  return (await rows.execute()).map((row) => DefinitionListing.parse(row));
}
