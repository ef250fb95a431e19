import { canonicalJson } from '../contracts/canonical-json.ts';
import { entryHash } from '../contracts/entry-hash.ts';
import { LedgerEntry } from '../contracts/ledger-entry.ts';

/** An entry as text, with the columns stored beside it when it comes from a database. */
export type VerifiableEntry = {
  readonly body: string;
  readonly process?: string;
  readonly seq?: number;
  readonly hash?: string;
  readonly previousHash?: string;
};

export type EntryFindingCode =
  'NotJson' | 'NotAnEntry' | 'NotCanonical' | 'HashMismatch' | 'ColumnMismatch';

export type EntryFinding = { readonly code: EntryFindingCode; readonly message: string };

function parse(body: string): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(body) };
  } catch {
    return undefined;
  }
}

function* differingColumns(stored: VerifiableEntry, entry: LedgerEntry): Generator<EntryFinding> {
  for (const column of ['process', 'seq', 'hash', 'previousHash'] as const) {
    const kept = stored[column];
    if (kept === undefined || kept === entry[column]) continue;
    const message = `its column ${column} says ${kept}, its text ${entry[column]}.`;
    yield { code: 'ColumnMismatch', message };
  }
}

/** Checks one entry by itself. `entry` is absent when the text is not even one. */
export function verifyEntry(stored: VerifiableEntry): {
  readonly entry: LedgerEntry | undefined;
  readonly findings: readonly EntryFinding[];
} {
  const parsed = parse(stored.body);
  if (parsed === undefined) {
    return { entry: undefined, findings: [{ code: 'NotJson', message: 'its text is no JSON.' }] };
  }
  const { success, data: entry, error } = LedgerEntry.safeParse(parsed.json);
  if (!success) {
    const where = error.issues.map((issue) => `/${issue.path.join('/')}: ${issue.message}`);
    const message = `it has not the form of an entry: ${where.join('; ')}.`;
    return { entry: undefined, findings: [{ code: 'NotAnEntry', message }] };
  }
  const findings: EntryFinding[] = [];
  const content = entryHash(entry);
  if (content !== entry.hash) {
    const message = `its content has the hash ${content}, but it says ${entry.hash}.`;
    findings.push({ code: 'HashMismatch', message });
  }
  if (canonicalJson(entry) !== stored.body) {
    findings.push({ code: 'NotCanonical', message: 'its text is not the canonical JSON.' });
  }
  findings.push(...differingColumns(stored, entry));
  return { entry, findings };
}
