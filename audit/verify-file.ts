import { z } from '../contracts/zod.ts';
import { canonicalJson } from '../contracts/canonical-json.ts';
import { Json } from '../contracts/json.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import { verifyRecord, type Verdict } from './verify-record.ts';

/** A record taken out of the ledger: `statehouse log ID --json` prints one. */
export const RecordFile = z.strictObject({
  format: z.literal('statehouse-record/1'),
  definitions: z.record(z.string(), Json),
  entries: z.array(Json),
});
export type RecordFile = z.infer<typeof RecordFile>;

/** Checks a record that was taken out of the ledger. @throws StatehouseError `VerificationFailed` when it is no record */
export async function verifyFile(text: string): Promise<Verdict> {
  const parsed = RecordFile.safeParse(parseJson(text));
  if (!parsed.success) {
    throw new StatehouseError(
      'VerificationFailed',
      `This is no record of a process: ${z.prettifyError(parsed.error)}`,
    );
  }
  const { entries, definitions } = parsed.data;
  return verifyRecord({
    entries: entries.map((entry) => ({ body: canonicalJson(entry) })),
    definitions: new Map(Object.entries(definitions)),
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StatehouseError('VerificationFailed', `The file is no JSON: ${reason}`);
  }
}
