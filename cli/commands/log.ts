import type { Command } from 'commander';
import { readRecord } from '../../audit/verify-process.ts';
import { Definition } from '../../contracts/definition/definition.ts';
import { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { entryLines } from '../output/entry-lines.ts';
import { InstantText } from '../output/instant-text.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { Titles } from '../output/titles.ts';
import { withLedger } from '../place/with-ledger.ts';

/** `log`: the ledger of a process, entry by entry. */
export function logCommand(): Command {
  return newCommand(
    'log',
    'Print the ledger of a process: when, who, what, from where to where, and the hash. Reads the ledger only. ' +
      'With --json it prints a record that `verify` can check anywhere.',
    ['log school-street', 'log school-street --json > school-street.json'],
  )
    .argument('<process>', 'id of the process')
    .action(async (process: string, options: CommonOptions) => {
      const record = await withLedger((ledger) => readRecord(ledger, process));
      if (record.entries.length === 0) {
        throw new StatehouseError('ProcessNotFound', `The ledger has no process "${process}".`, {
          process,
        });
      }
      const entries = record.entries.map(({ body }) => JSON.parse(body) as unknown);
      if (options.json === true) {
        const definitions = Object.fromEntries(record.definitions);
        printJson({ format: 'statehouse-record/1', definitions, entries });
        return;
      }
      printEntries(entries, record.definitions, readerLanguage(options.lang));
    });
}

function printEntries(
  entries: readonly unknown[],
  definitions: ReadonlyMap<string, unknown>,
  language: string | undefined,
): void {
  const parsed = new Map(
    [...definitions].map(([hash, document]) => [hash, Definition.safeParse(document).data]),
  );
  for (const document of entries) {
    const entry = LedgerEntry.parse(document);
    const definition = parsed.get(entry.definition);
    const spoken = language ?? definition?.languages[0];
    const instants = new InstantText(spoken, definition?.calendar?.timezone, Date.now());
    print(entryLines(entry, definition, new Titles(definition, language), instants));
  }
}
