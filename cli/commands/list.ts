import { InvalidArgumentError, Option, type Command } from 'commander';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { ProcessSummary } from '../../ledger/process-summary.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { activeStates, innermost, telling } from '../output/active-states.ts';
import { InstantText } from '../output/instant-text.ts';
import { inLanguage, readerLanguage } from '../output/language.ts';
import { plain } from '../output/plain.ts';
import { print, printJson } from '../output/print.ts';
import { definitionOf } from '../output/process-titles.ts';
import { yellow } from '../output/style.ts';
import { table } from '../output/table.ts';
import { Titles } from '../output/titles.ts';
import { withLedger } from '../place/with-ledger.ts';

const statuses = ['active', 'done', 'error', 'stopped'] as const;

interface ListOptions extends CommonOptions {
  readonly status?: (typeof statuses)[number];
  readonly text?: string;
  readonly limit: number;
}

/** `list`: the processes in the ledger, by their next due date. */
export function listCommand(): Command {
  return newCommand('list', 'List processes, the next due first. Reads the ledger only.', [
    'list',
    'list --status active --text street',
    'list --json',
  ])
    .addOption(new Option('--status <status>', 'only those with this status').choices(statuses))
    .option('--text <part>', 'only those with this in their id or title')
    .option('--limit <number>', 'at most so many, 500 at the most', positive, 100)
    .action(async (options: ListOptions) => {
      await withLedger((ledger) => list(ledger, options));
    });
}

async function list(ledger: Ledger, options: ListOptions): Promise<void> {
  const { status, text, limit } = options;
  const processes = await ledger.listProcesses({
    limit,
    ...(status === undefined ? {} : { status }),
    ...(text === undefined ? {} : { text }),
  });
  if (options.json === true) {
    printJson(processes);
    return;
  }
  if (processes.length === 0) {
    print('No process.');
    return;
  }
  const language = readerLanguage(options.lang);
  const definitions = await definitionsOf(ledger, processes);
  print(
    table(
      processes.map((process) => row(process, definitions.get(process.definition), language)),
      ['process', 'title', 'stands at', 'next due', ''],
    ),
  );
  if (processes.length === limit) print(`There may be more than ${limit}; see --limit and --text.`);
}

async function definitionsOf(
  ledger: Ledger,
  processes: readonly ProcessSummary[],
): Promise<Map<string, Definition | undefined>> {
  const hashes = [...new Set(processes.map(({ definition }) => definition))];
  return new Map(
    await Promise.all(
      hashes.map(async (hash) => [hash, await definitionOf(ledger, hash)] as const),
    ),
  );
}

function row(
  process: ProcessSummary,
  definition: Definition | undefined,
  language: string | undefined,
): string[] {
  const titles = new Titles(definition, language);
  const zone = definition?.calendar?.timezone;
  const instants = new InstantText(language ?? definition?.languages[0], zone, Date.now());
  const { nextDueAt, status, suspendedSince, rehearsal } = process;
  const leaves = innermost(telling(activeStates(process.state, definition?.machine)));
  const remarks = [
    ...(status === 'active' ? [] : [status]),
    ...(suspendedSince === null ? [] : ['suspended']),
    ...(rehearsal ? ['rehearsal'] : []),
  ];
  return [
    plain(process.process),
    process.title === null ? titles.process : inLanguage(process.title, language),
    leaves.map((path) => titles.path(path).at(-1)).join(', '),
    nextDueAt === null ? '' : instants.at(nextDueAt),
    yellow(remarks.join(', ')),
  ];
}

function positive(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number > 0 && number <= 500) return number;
  throw new InvalidArgumentError('Give a whole number from 1 to 500.');
}
