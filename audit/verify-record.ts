import type { Definition } from '../contracts/definition/definition.ts';
import { Definition as DefinitionSchema } from '../contracts/definition/definition.ts';
import { contentHash } from '../contracts/content-hash.ts';
import { verifyChain } from '../ledger/verify-chain.ts';
import { verifyEntry, type VerifiableEntry } from '../ledger/verify-entry.ts';
import type { Program } from '../machines/program.ts';
import { Replay } from '../machines/replay.ts';

export interface Finding {
  readonly seq: number;
  readonly code: string;
  readonly message: string;
}

/** What stands at the end of the record, to be compared with a head known from elsewhere. */
export interface Verdict {
  readonly ok: boolean;
  readonly entries: number;
  readonly head: { readonly process: string; readonly seq: number; readonly hash: string } | null;
  readonly findings: readonly Finding[];
  /** Code machines whose states were not run again, because their rules are not in the record. */
  readonly notRerun?: readonly string[];
}

/** The record of one process: its entries in order, and the definitions they name, by hash. */
export interface ProcessRecord {
  readonly entries: readonly VerifiableEntry[];
  readonly definitions: ReadonlyMap<string, unknown>;
}

/**
 * Checks a record with nothing but itself: every entry's hash and link, every definition's hash, and every state, by living the
 * process again.
 *
 * @param expectedHead a head known from elsewhere: only it shows that the newest entries are missing
 * @param programs of code machines; where one is missing, hashes and links are checked and the verdict says what was not
 */
export async function verifyRecord(
  record: ProcessRecord,
  expectedHead?: { readonly process: string; readonly seq: number; readonly hash: string },
  programs: readonly Program[] = [],
): Promise<Verdict> {
  const chain = await verifyChain(inOrder(record.entries), {
    ...(expectedHead === undefined ? {} : { expectedHeads: [expectedHead] }),
  });
  const findings: Finding[] = chain.findings.map(({ seq, code, message }) => ({
    seq,
    code,
    message,
  }));
  if (record.entries.length === 0) {
    findings.push({ seq: 0, code: 'Empty', message: 'There is no entry of this process.' });
  }
  const { definitions, forged } = knownDefinitions(record.definitions);
  findings.push(...forged);
  const notRerun = missingCode(definitions, programs);
  if (notRerun.length === 0)
    findings.push(...replayed(record.entries, definitions, firstSeq(findings), programs));
  findings.sort((one, other) => one.seq - other.seq);
  return {
    ok: findings.length === 0,
    entries: chain.entries,
    head: chain.heads[0] ?? null,
    findings,
    ...(notRerun.length === 0 ? {} : { notRerun }),
  };
}

function missingCode(
  definitions: ReadonlyMap<string, Definition>,
  programs: readonly Program[],
): string[] {
  return [...definitions].flatMap(([hash, { code }]) =>
    code === undefined || programs.some((program) => program.hash === hash) ? [] : [code.machine],
  );
}

async function* inOrder(entries: readonly VerifiableEntry[]): AsyncGenerator<VerifiableEntry> {
  yield* entries;
  await Promise.resolve();
}

function knownDefinitions(documents: ReadonlyMap<string, unknown>): {
  definitions: Map<string, Definition>;
  forged: Finding[];
} {
  const definitions = new Map<string, Definition>();
  const forged: Finding[] = [];
  for (const [hash, document] of documents) {
    const parsed = DefinitionSchema.safeParse(document);
    if (parsed.success && contentHash(document) === hash) definitions.set(hash, parsed.data);
    else
      forged.push({
        seq: 0,
        code: 'OtherDefinition',
        message: `The definition kept as ${hash} is another one.`,
      });
  }
  return { definitions, forged };
}

/** The re-run stops where the chain is broken: after that there is no agreed state to compare with. */
function replayed(
  entries: readonly VerifiableEntry[],
  definitions: ReadonlyMap<string, Definition>,
  broken: number,
  programs: readonly Program[],
): Finding[] {
  const replay = new Replay(definitions, programs);
  for (const stored of entries) {
    const { entry } = verifyEntry(stored);
    if (entry === undefined || entry.seq >= broken) return [];
    const difference = replay.step(entry);
    if (difference !== undefined) return [difference];
  }
  return [];
}

function firstSeq(findings: readonly Finding[]): number {
  return Math.min(
    Infinity,
    ...findings.filter(({ code }) => code !== 'OtherDefinition').map(({ seq }) => seq),
  );
}
