import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ProcessClient } from '../client/process-client.ts';
import { startTemporal } from '../embedded/start-temporal.ts';
import { Postgres, postgresBin } from '../test/helpers/postgres.ts';
import { BenchWorker } from './bench-worker.ts';
import { measure, type Sample } from './measure.ts';
import { stepCost } from './step-cost.ts';
import { median, percentile, shuffled } from './statistics.ts';
import { variants } from './variant.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '8' },
    loads: { type: 'string', default: '3' },
    processes: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean', default: false },
  },
});
function say(line: string): void {
  if (!options.json) process.stdout.write(`${line}\n`);
}

const home = mkdtempSync(join(tmpdir(), 'statehouse-bench-'));
const postgres = postgresBin() === undefined ? undefined : await Postgres.create();
const temporal = await startTemporal({ home, log: () => undefined });
const client = await ProcessClient.connect(temporal);
const place = { address: temporal.address, databaseUrl: postgres?.databaseUrl() ?? '', home };
const workers = new Map<string, BenchWorker>();
for (const variant of variants) workers.set(variant.name, await BenchWorker.start(variant, place));

const single = new Map<string, Sample[]>(variants.map(({ name }) => [name, []]));
const loaded = new Map<string, Sample[]>(variants.map(({ name }) => [name, []]));
let run = 0;

/** One round: every variant once, in an order of its own, so that whatever else the machine does hits all alike. */
async function round(
  into: Map<string, Sample[]>,
  processes: number,
  seed: number,
  keep: boolean,
): Promise<void> {
  for (const variant of shuffled(variants, seed)) {
    const ids = Array.from({ length: processes }, () => `${variant.name}-${(run += 1)}`);
    const worker = workers.get(variant.name);
    if (worker === undefined) continue;
    const sample = await measure(client.temporal, variant, worker, ids);
    if (keep) into.get(variant.name)?.push(sample);
  }
}

const seed = Number(options.seed);
await round(single, 1, seed, false);
for (let index = 1; index <= Number(options.rounds); index += 1)
  await round(single, 1, seed + index, true);
for (let index = 1; index <= Number(options.loads); index += 1) {
  await round(loaded, Number(options.processes), seed + 1000 + index, true);
}

const base = 'hand-ledger';
const rows = variants.map(({ name, what }) => {
  const mine = single.get(name) ?? [];
  const busy = loaded.get(name) ?? [];
  const ratio = (
    pick: (sample: Sample) => number,
    of: Map<string, Sample[]>,
    to: string,
  ): number[] =>
    (of.get(name) ?? []).map((sample, index) => {
      const other = of.get(to)?.[index];
      return other === undefined ? Number.NaN : pick(sample) / pick(other);
    });
  const p50 = (sample: Sample): number => median(sample.latencies);
  return {
    name,
    what,
    p50: median(mine.map(p50)),
    p95: percentile(
      mine.flatMap(({ latencies }) => latencies),
      0.95,
    ),
    latencyToLedger: ratio(p50, single, base),
    latencyToNone: ratio(p50, single, 'hand-none'),
    eventsPerSecond: median(busy.map((sample) => sample.eventsPerSecond)),
    rateToLedger: ratio((sample) => sample.eventsPerSecond, loaded, base),
    cpu: median(busy.map(({ cpu }) => cpu)),
    historyEvents: median(mine.map(({ historyEvents }) => historyEvents)),
    historyBytes: median(mine.map(({ historyBytes }) => historyBytes)),
  };
});

const range = (values: readonly number[]): string =>
  `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)})`;
say(
  `${options.rounds} rounds of one process, ${options.loads} of ${options.processes}; 40 events each; seed ${options.seed}`,
);
say(
  `ledger on ${postgres === undefined ? 'PGlite' : 'PostgreSQL'}, Temporal's development server on SQLite; ratios: median (range) of rounds`,
);
say('');
say(
  'variant       p50 ms  p95 ms  ack/hand-ledger   ack/hand-none     ev/s  ev/s to hand-ledger  cpu ms  events  bytes',
);
for (const row of rows) {
  say(
    [
      row.name.padEnd(13),
      row.p50.toFixed(1).padStart(6),
      row.p95.toFixed(1).padStart(7),
      ` ${range(row.latencyToLedger).padEnd(17)}`,
      range(row.latencyToNone).padEnd(17),
      row.eventsPerSecond.toFixed(0).padStart(4),
      ` ${range(row.rateToLedger).padEnd(19)}`,
      row.cpu.toFixed(1).padStart(6),
      row.historyEvents.toFixed(1).padStart(7),
      row.historyBytes.toFixed(0).padStart(6),
    ].join(' '),
  );
}
const step = stepCost();
say('');
say(`one step without Temporal: ${step.microseconds.toFixed(0)} us, with hashing and recording`);
if (options.json) process.stdout.write(`${JSON.stringify({ options, rows, step })}\n`);

for (const worker of workers.values()) await worker.stop();
await client.close();
await temporal.stop();
await postgres?.stop();
rmSync(home, { recursive: true, force: true });
