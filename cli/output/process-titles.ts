import { Definition } from '../../contracts/definition/definition.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ProcessSummary } from '../../ledger/process-summary.ts';
import { withLedger } from '../place/with-ledger.ts';
import { inLanguage } from './language.ts';

/** What people call a process, and the definition that it follows, when the ledger knows them. */
export interface KnownProcess {
  readonly title: string | undefined;
  readonly definition: Definition | undefined;
}

/** Never fails: without a ledger, things go by their ids. */
export async function knownProcess(
  process: string,
  hash: string,
  language: string | undefined,
): Promise<KnownProcess> {
  try {
    return await withLedger(async (ledger) => {
      const summary = await ledger.readProcess(process);
      return {
        title: titleIn(summary?.title ?? null, language),
        definition: await definitionOf(ledger, hash),
      };
    });
  } catch {
    return { title: undefined, definition: undefined };
  }
}

export async function definitionOf(ledger: Ledger, hash: string): Promise<Definition | undefined> {
  return Definition.safeParse(await ledger.readDefinition(hash)).data;
}

/** What the input calls the process; undefined when it says nothing in public. */
export function titleIn(
  title: ProcessSummary['title'],
  language: string | undefined,
): string | undefined {
  return title === null ? undefined : inLanguage(title, language);
}
