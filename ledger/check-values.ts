import { Commitment, type SealedValue } from '../contracts/commitment.ts';
import { contentHash } from '../contracts/content-hash.ts';
import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import { jsonPointer } from './json-pointer.ts';

export type ValueFinding = {
  readonly path: string;
  readonly code: 'NoCommitment' | 'WrongValue';
  readonly message: string;
};

/** Compares values with the commitments that stand for them in `entry`. Erased values are no findings. */
export function checkValues(
  entry: Pick<LedgerEntry, 'process' | 'seq' | 'event'>,
  values: readonly SealedValue[],
): readonly ValueFinding[] {
  const where = `entry ${entry.seq} of ${entry.process}`;
  return values.flatMap(({ path, salt, value }): ValueFinding[] => {
    const commitment = Commitment.safeParse(jsonPointer(entry.event, path));
    if (!commitment.success) {
      const message = `A value is kept for ${path} of ${where}, where no commitment stands.`;
      return [{ path, code: 'NoCommitment', message }];
    }
    if (contentHash([salt, value]) !== commitment.data.$commitment) {
      const message = `The value kept for ${path} of ${where} is not the one that was committed to.`;
      return [{ path, code: 'WrongValue', message }];
    }
    return [];
  });
}
