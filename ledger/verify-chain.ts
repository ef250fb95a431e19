import { genesisHash, type LedgerEntry } from '../contracts/ledger-entry.ts';
import { verifyEntry, type EntryFindingCode, type VerifiableEntry } from './verify-entry.ts';

type ChainFinding = {
  readonly process: string;
  readonly seq: number;
  readonly code: EntryFindingCode | 'Gap' | 'Disorder' | 'BrokenLink' | 'Truncated' | 'OtherHead';
  readonly message: string;
};

type ChainHead = { readonly process: string; readonly seq: number; readonly hash: string };

export type ChainVerdict = {
  /** How many entries were read. */
  readonly entries: number;
  readonly heads: readonly ChainHead[];
  /** Empty when the record is whole. */
  readonly findings: readonly ChainFinding[];
};

export type ChainOptions = {
  /** Heads known from elsewhere (an anchor, a running process): nothing else shows that the newest entries are missing. */
  readonly expectedHeads?: readonly ChainHead[];
  /** Seqs that the entries begin with, by process, when they are no whole chains. Links to what is before go unchecked. */
  readonly fromSeq?: number;
  readonly stopAtFirst?: boolean;
};

type Known = Pick<LedgerEntry, 'process' | 'seq'> & { readonly hash: string | undefined };

/** What stands before the first entry of a process. An unknown hash is one that nothing can be compared with. */
function beginning(process: string, fromSeq: number): Known {
  return { process, seq: fromSeq - 1, hash: fromSeq === 0 ? genesisHash : undefined };
}

function* checkPlace(before: Known, place: Known, previousHash: string | undefined) {
  const { process, seq } = place;
  const expected = before.seq + 1;
  if (seq > expected) {
    const missing =
      seq - 1 === expected ? `Entry ${expected}` : `Entries ${expected} to ${seq - 1}`;
    const message = `${missing} of ${process} missing before entry ${seq}.`;
    yield { process, seq, code: 'Gap' as const, message };
  } else if (seq < expected) {
    const message = `Entry ${seq} of ${process} comes after entry ${before.seq}.`;
    yield { process, seq, code: 'Disorder' as const, message };
  } else if (
    before.hash !== undefined &&
    previousHash !== undefined &&
    previousHash !== before.hash
  ) {
    const message =
      `Entry ${seq} of ${process} follows ${previousHash}, but its predecessor is ${before.hash}: ` +
      'one of the two was replaced.';
    yield { process, seq, code: 'BrokenLink' as const, message };
  }
}

function* checkHeads(
  heads: ReadonlyMap<string, ChainHead>,
  expected: readonly ChainHead[],
  hashes: ReadonlyMap<string, string>,
): Generator<ChainFinding> {
  for (const { process, seq, hash } of expected) {
    const last = heads.get(process)?.seq ?? -1;
    const found = hashes.get(`${process} ${seq}`);
    if (found === undefined) {
      const message = `The record of ${process} ends with entry ${last}, but entry ${seq} is known to exist.`;
      yield { process, seq, code: 'Truncated', message };
    } else if (found !== hash) {
      const message = `Entry ${seq} of ${process} has the hash ${found}, but ${hash} is known from elsewhere.`;
      yield { process, seq, code: 'OtherHead', message };
    }
  }
}

/**
 * Checks a record by itself: every entry's form, canonical text and hash, every link, no entry missing or out of order.
 * Entries come by process, then by seq. Needs no database: an export is read the same way.
 */
export async function verifyChain(
  entries: AsyncIterable<VerifiableEntry> | Iterable<VerifiableEntry>,
  { expectedHeads = [], fromSeq = 0, stopAtFirst = false }: ChainOptions = {},
): Promise<ChainVerdict> {
  const findings: ChainFinding[] = [];
  const heads = new Map<string, ChainHead>();
  const wanted = new Set(expectedHeads.map(({ process, seq }) => `${process} ${seq}`));
  const hashes = new Map<string, string>();
  let before: Known | undefined;
  let count = 0;
  for await (const stored of entries) {
    count += 1;
    const { entry, findings: own } = verifyEntry(stored);
    const process: string = stored.process ?? entry?.process ?? before?.process ?? '';
    const previous: Known = before?.process === process ? before : beginning(process, fromSeq);
    const seq = stored.seq ?? entry?.seq ?? previous.seq + 1;
    const place = { process, seq, hash: entry?.hash ?? stored.hash };
    for (const { code, message } of own) {
      findings.push({ process, seq, code, message: `Entry ${seq} of ${process}: ${message}` });
    }
    findings.push(...checkPlace(previous, place, entry?.previousHash ?? stored.previousHash));
    before = place;
    const hash = place.hash ?? '';
    heads.set(process, { process, seq, hash });
    if (wanted.has(`${process} ${seq}`)) hashes.set(`${process} ${seq}`, hash);
    if (stopAtFirst && findings.length > 0) break;
  }
  if (!stopAtFirst || findings.length === 0)
    findings.push(...checkHeads(heads, expectedHeads, hashes));
  return { entries: count, heads: [...heads.values()], findings };
}
