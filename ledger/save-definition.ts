import { contentHash } from '../contracts/content-hash.ts';
import type { JsonObject } from '../contracts/json.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { DefinitionIdentity } from './definition-identity.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import { queryableText } from './queryable-text.ts';

/**
 * Keeps a definition under the hash of its content, for ever. Saving it again changes nothing.
 *
 * @throws StatehouseError `InvalidDefinition` when `hash` is not the content's, or `id` or `version` are missing
 */
export async function saveDefinition(
  db: LedgerDatabase,
  hash: string,
  definition: JsonObject,
): Promise<void> {
  const content = contentHash(definition);
  if (content !== hash) {
    throw new StatehouseError(
      'InvalidDefinition',
      `The definition has the content hash ${content}, not ${hash}. It was not saved.`,
      { hash, content },
    );
  }
  const identity = DefinitionIdentity.safeParse(definition);
  if (!identity.success) {
    throw new StatehouseError(
      'InvalidDefinition',
      'A definition needs an id and a version. It was not saved.',
      { hash, issues: identity.error.issues.map((issue) => issue.message) },
    );
  }
  const { id, version } = identity.data;
  await db
    .insertInto('definitions')
    .values({
      hash,
      id: queryableText(id),
      version: queryableText(version),
      // As it was written: people read states in their author's order. The hash does not depend on it.
      body: JSON.stringify(definition),
    })
    .onConflict((same) => same.column('hash').doNothing())
    .execute();
}
