import { relative } from 'node:path';
import type { NextAnswer } from '../../contracts/next-answer.ts';
import type { ProcessSummary } from '../../ledger/process-summary.ts';
import { plain } from '../output/plain.ts';
import { definitionOf, titleIn } from '../output/process-titles.ts';
import { processPage } from '../output/process-page.ts';
import { bold, dim, green } from '../output/style.ts';
import { table } from '../output/table.ts';
import { runningCommand } from './running-command.ts';
import type { City } from './run-city.ts';

const shownProcesses = 1;

/** What `up` says when everything runs: where the city's processes are, what can happen next, and how to go on. */
export async function cityPage(
  city: City,
  readyMs: number,
  language: string | undefined,
): Promise<string[]> {
  const active = await city.ledger.listProcesses({ status: 'active', limit: 500 });
  const [first] = active.slice(0, shownProcesses);
  const page = first === undefined ? undefined : await pageOf(city, first, language);
  return [
    `${green('Statehouse is ready')} after ${(readyMs / 1000).toFixed(1)} s. ${running(active.length)}`,
    '',
    ...(page === undefined ? [] : [...page.lines, '']),
    bold('Addresses'),
    ...addresses(city),
    '',
    bold('To try, in another terminal'),
    ...tries(first, page?.next),
    '',
    dim('Ctrl-C stops it. The next start goes on where it was.'),
  ];
}

function running(count: number): string {
  if (count === 0) return 'No process is under way.';
  return count === 1
    ? 'One process is under way.'
    : `${count} processes are under way; the next due is this one.`;
}

async function pageOf(
  { client, ledger }: City,
  { process, definition, title }: ProcessSummary,
  language: string | undefined,
): Promise<{ lines: string[]; next: NextAnswer }> {
  const [snapshot, next] = [await client.snapshot(process), await client.next(process)];
  const lines = processPage({
    snapshot,
    next,
    title: titleIn(title, language),
    definition: await definitionOf(ledger, definition),
    language,
    brief: true,
  });
  return { lines, next };
}

function addresses({ place, ownTemporal, settings }: City): string[] {
  const { home, databaseUrl } = settings;
  const here = relative(process.cwd(), home) || home;
  const url = databaseUrl === undefined ? undefined : URL.parse(databaseUrl);
  return table([
    [
      '  Temporal',
      `${place.address}, namespace ${place.namespace}${ownTemporal ? '' : ' (not ours)'}`,
    ],
    [
      '  Ledger',
      url === undefined ? `embedded, in ${here}` : `PostgreSQL at ${plain(url?.host ?? '')}`,
    ],
    ['  Data folder', here],
    ['  Logs', ownTemporal ? `${here}/worker.log, ${here}/temporal.log` : `${here}/worker.log`],
  ]);
}

function tries(process: ProcessSummary | undefined, next: NextAnswer | undefined): string[] {
  const statehouse = runningCommand();
  if (process === undefined)
    return [`  ${statehouse} definitions`, `  ${statehouse} start approval --help`];
  const [event] = next?.events.filter(({ possible }) => possible) ?? [];
  return [
    `  ${statehouse} show ${process.process}`,
    ...(event === undefined ? [] : [`  ${statehouse} send ${process.process} ${event.type}`]),
    `  ${statehouse} log ${process.process}`,
    `  ${statehouse} verify ${process.process}`,
  ];
}
