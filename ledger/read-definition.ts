import { contentHash } from '../contracts/content-hash.ts';
import { JsonObject } from '../contracts/json.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

/**
 * The definition with this content hash; undefined when it was never saved.
 *
 * @throws StatehouseError `VerificationFailed` when what is stored has another content
 */
export async function readDefinition(
  db: LedgerDatabase,
  hash: string,
): Promise<JsonObject | undefined> {
  const row = await db
    .selectFrom('definitions')
    .select('body')
    .where('hash', '=', hash)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const definition = JsonObject.parse(JSON.parse(row.body));
  if (contentHash(definition) === hash) return definition;
  throw new StatehouseError(
    'VerificationFailed',
    `The stored definition ${hash} is not the one that was saved. Restore it from a copy.`,
    { hash },
  );
}
