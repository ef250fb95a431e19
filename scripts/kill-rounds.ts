import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { checkCity, type CityReport } from '../test/durability/check-city.ts';
import { FallibleCity, type LedgerKind, type Part } from '../test/durability/fallible-city.ts';
import { drawRound, killRound, type RoundReport } from '../test/durability/kill-rounds.ts';
import { pick, random, type Random } from '../test/durability/random.ts';
import { Townspeople } from '../test/durability/townspeople.ts';
import { postgresBin } from '../test/helpers/postgres.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '30' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});

const victims: readonly (readonly Part[])[] = [
  ['worker'],
  ['temporal'],
  ['worker', 'temporal'],
  ['database'],
  ['worker', 'temporal', 'database'],
];

const columns = [4, 9, 26, 10, 8, 10, 10, 10, 8];

function row(cells: readonly (string | number)[]): void {
  const text = cells.map((cell, index) =>
    typeof cell === 'number' || index === 0
      ? String(cell).padStart(columns[index] ?? 0)
      : cell.padEnd(columns[index] ?? 0),
  );
  process.stdout.write(`${text.join('  ')}\n`);
}

async function besiege(
  kind: LedgerKind,
  rounds: number,
  next: Random,
  first: number,
): Promise<CityReport> {
  await using city = await FallibleCity.open(kind);
  const people = new Townspeople(city.client, Math.floor(next() * 2 ** 32));
  await people.begin();
  for (let round = first; round < first + rounds; round += 1) {
    const report: RoundReport = await killRound(city, people, drawRound(next, pick(next, victims)));
    const { after, down, restartMs, answerMs, acknowledged, retries } = report;
    const who = report.victims.length === 3 ? 'everything' : report.victims.join(' + ');
    row([round, kind, who, after, down, restartMs, answerMs, acknowledged, retries]);
  }
  await people.stop();
  process.stdout.write(`\nAll answered; waiting for the ledger, then checking ...\n`);
  const report = await checkCity(city, people.stream);
  const { findings, ...figures } = report;
  const { duplicates, retries } = people.stream;
  const totals = { ...figures, permits: people.permits, retries, duplicates };
  for (const [name, value] of Object.entries(totals))
    process.stdout.write(`  ${name.padEnd(16)} ${value}\n`);
  for (const finding of findings) process.stdout.write(`  WRONG ${finding}\n`);
  process.stdout.write('\n');
  return report;
}

Runtime.install({ logger: new DefaultLogger('ERROR') });
const rounds = Number(options.rounds);
const seed = Number(options.seed);
const next = random(seed);
const onPostgres = postgresBin() === undefined ? 0 : Math.ceil((rounds * 2) / 3);
process.stdout.write(`${rounds} rounds, --seed ${seed}; times in milliseconds\n`);
if (onPostgres === 0) process.stdout.write('PostgreSQL is not installed: embedded ledger only.\n');
row(['', 'ledger', 'killed', 'after', 'down', 'restart', 'answer', 'accepted', 'retries']);
const reports: CityReport[] = [];
if (onPostgres > 0) reports.push(await besiege('postgres', onPostgres, next, 1));
if (rounds > onPostgres)
  reports.push(await besiege('embedded', rounds - onPostgres, next, onPostgres + 1));
const wrong = reports.flatMap(({ findings }) => findings).length;
const accepted = reports.reduce((sum, { acknowledged }) => sum + acknowledged, 0);
process.stdout.write(
  wrong === 0
    ? `Every one of ${accepted} acknowledged events is in the ledger once; nothing is half there.\n`
    : `${wrong} things are wrong.\n`,
);
process.exit(wrong === 0 ? 0 : 1);
