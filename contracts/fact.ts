import type { LedgerEntry } from './ledger-entry.ts';

/** What happened, before its consequences are known: the first half of a ledger entry. Replay reads it back from there. */
export type Fact = Pick<LedgerEntry, 'kind' | 'at' | 'actor' | 'key' | 'event' | 'about'>;
