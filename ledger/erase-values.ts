import { z } from '../contracts/zod.ts';
import type { LedgerDatabase } from './ledger-tables.ts';
import type { ValueQuery } from './read-values.ts';

const ErasedValue = z.object({ seq: z.int(), path: z.string() });
export type ErasedValue = z.infer<typeof ErasedValue>;

/**
 * Erases values with their salts, and answers which. Their commitments stay, and prove nothing about them any more. That it
 * was done, and on what ground, belongs into an entry of its own. Backups and the database's own logs forget in their time.
 */
export async function eraseValues(
  db: LedgerDatabase,
  { process, seq, path }: ValueQuery,
): Promise<readonly ErasedValue[]> {
  let rows = db
    .deleteFrom('sealed_values')
    .where('process', '=', process)
    .returning(['seq', 'path']);
  if (seq !== undefined) rows = rows.where('seq', '=', seq);
  if (path !== undefined) rows = rows.where('path', '=', path);
  return (await rows.execute()).map((row) => ErasedValue.parse(row));
}
