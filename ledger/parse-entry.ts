import { LedgerEntry } from '../contracts/ledger-entry.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { EntryText } from './read-entry-page.ts';

/** @throws StatehouseError `VerificationFailed` when the stored text is no entry */
export function parseEntry({ process, seq, body }: EntryText): LedgerEntry {
  try {
    return LedgerEntry.parse(JSON.parse(body));
  } catch (error) {
    throw new StatehouseError(
      'VerificationFailed',
      `What is stored as entry ${seq} of ${process} is no entry. Verify the record.`,
      { process, seq, reason: String(error) },
    );
  }
}
