import { parseArgs } from 'node:util';
import { join } from 'node:path';
import { liveSample } from '../cli/council/live-sample.ts';
import { Progress } from '../cli/council/progress.ts';
import { readMatters } from '../cli/council/read-matters.ts';
import { instantOf } from '../cli/council/register-clock.ts';
import { sampleOf } from '../cli/council/sample-of.ts';
import { sampleReport } from '../cli/council/sample-report.ts';
import { matterScript } from '../machines/council-history/matter-script.ts';
import { replayHistories } from '../test/council/replay-histories.ts';
import { City } from '../test/helpers/city.ts';

const { values: options } = parseArgs({
  options: {
    sample: { type: 'string', default: '300' },
    data: { type: 'string', default: process.env['STATEHOUSE_COUNCIL_DATA'] ?? '' },
  },
});

/** Two thirds need the mayor, one third is the council's alone, each spread over all the years. */
const sample = Number(options.sample);
const resolutions = Math.floor(sample / 3);
const matters = [
  ...sampleOf(readMatters(join(options.data, 'introductions.jsonl.gz')), sample - resolutions),
  ...sampleOf(readMatters(join(options.data, 'resolutions.jsonl.gz')), resolutions),
];

await using city = await City.open({ timeSkipping: true });
const progress = new Progress('Matters', matters.length);
const report = await liveSample(
  city,
  matters.map((matter) => matterScript(matter, instantOf)),
  () => {
    progress.step();
  },
);
for (const line of sampleReport(report, progress.end())) process.stdout.write(`${line}\n`);

const replaying = Date.now();
const { replayed, wrong } = await replayHistories(city, report.ids);
process.stdout.write(
  `  histories that replay from their first event: ${replayed - wrong.length} of ${matters.length} (${Math.round((Date.now() - replaying) / 1000)} s)\n`,
);
for (const text of wrong) process.stdout.write(`  ${text}\n`);
process.exitCode = report.wrong.length + wrong.length === 0 ? 0 : 1;
