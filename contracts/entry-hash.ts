import { contentHash } from './content-hash.ts';
import type { LedgerEntry } from './ledger-entry.ts';

/** The hash that an entry must carry: over everything in it but the hash itself. */
export function entryHash(entry: Omit<LedgerEntry, 'hash'> | LedgerEntry): string {
  const { hash: _own, ...content } = entry as LedgerEntry;
  return contentHash(content);
}
