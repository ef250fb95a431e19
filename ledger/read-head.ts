import { z } from '../contracts/zod.ts';
import type { LedgerDatabase } from './ledger-tables.ts';

const Head = z.object({ seq: z.int(), hash: z.string() });
export type Head = z.infer<typeof Head>;

/** The last entry of a process, from the entries themselves; undefined when there is none. */
export async function readHead(db: LedgerDatabase, process: string): Promise<Head | undefined> {
  const row = await db
    .selectFrom('entries')
    .select(['seq', 'hash'])
    .where('process', '=', process)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : Head.parse(row);
}
