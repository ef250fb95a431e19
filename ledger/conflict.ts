import type { Json } from '../contracts/json.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';

/** The ledger has another entry at this place, or none to follow. */
export function conflict(
  process: string,
  seq: number,
  reason: string,
  facts: Readonly<Record<string, Json>> = {},
): StatehouseError {
  return new StatehouseError(
    'LedgerConflict',
    `Entry ${seq} of ${process} was not appended: ${reason} Read the ledger's head and compare.`,
    { process, seq, ...facts },
  );
}
