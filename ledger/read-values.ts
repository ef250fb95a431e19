import { z } from '../contracts/zod.ts';
import { SealedValue } from '../contracts/commitment.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

export type ValueQuery = {
  readonly process: string;
  readonly seq?: number;
  readonly path?: string;
};

/** A value behind a commitment, and the entry that it belongs to. */
export type StoredValue = SealedValue & { readonly seq: number };

const ValueRow = z.object({
  seq: z.int(),
  path: z.string(),
  publicity: z.string(),
  salt: z.string(),
  value: z.string().transform((text): unknown => JSON.parse(text)),
});

function parseValue(row: unknown): StoredValue {
  const { seq, ...value } = ValueRow.parse(row);
  return { seq, ...SealedValue.parse(value) };
}

/** The values that are still kept; erased ones are absent. */
export async function readValues(
  db: LedgerDatabase,
  { process, seq, path }: ValueQuery,
): Promise<readonly StoredValue[]> {
  let rows = db
    .selectFrom('sealed_values')
    .select(['seq', 'path', 'publicity', 'salt', 'value'])
    .where('process', '=', process)
    .orderBy('seq')
    .orderBy('path');
  if (seq !== undefined) rows = rows.where('seq', '=', seq);
  if (path !== undefined) rows = rows.where('path', '=', path);
  return (await rows.execute()).map(parseValue);
}
