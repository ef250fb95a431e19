import type { Ledger } from '../ledger/ledger.ts';
import type { Program } from '../machines/program.ts';
import { verifyRecord, type ProcessRecord, type Verdict } from './verify-record.ts';

/**
 * Checks a process from the ledger alone, with no Temporal: hashes, links, definitions, and every state by living it again.
 *
 * @param programs of code machines, without which their states are not run again
 * @throws StatehouseError `LedgerUnavailable`
 */
export async function verifyProcess(
  ledger: Ledger,
  process: string,
  programs: readonly Program[] = [],
): Promise<Verdict> {
  return verifyRecord(await readRecord(ledger, process), undefined, programs);
}

/** All that the ledger holds of a process: its entries as they were written, and the definitions they name. */
export async function readRecord(ledger: Ledger, process: string): Promise<ProcessRecord> {
  const entries = [];
  const hashes = new Set<string>();
  for await (const entry of ledger.readEntryTexts({ process })) {
    entries.push(entry);
    for (const [, hash = ''] of entry.body.matchAll(/"definition":"([0-9a-f]{64})"/g))
      hashes.add(hash);
  }
  const definitions = new Map<string, unknown>();
  for (const hash of hashes) {
    const definition = await ledger.readDefinition(hash);
    if (definition !== undefined) definitions.set(hash, definition);
  }
  return { entries, definitions };
}
