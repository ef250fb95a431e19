import { Argument, InvalidArgumentError, Option, type Command } from 'commander';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { Conformance } from '../../machines/council-history/conformance.ts';
import type { CouncilMatter } from '../../machines/council-history/council-matter.ts';
import { liveHistory } from '../../machines/council-history/live-history.ts';
import type { MatterKind } from '../../machines/council-history/matter-kind.ts';
import { matterScript } from '../../machines/council-history/matter-script.ts';
import { importReport } from '../council/import-report.ts';
import { liveSample } from '../council/live-sample.ts';
import { Progress } from '../council/progress.ts';
import { readMatters } from '../council/read-matters.ts';
import { dueIn, instantOf } from '../council/register-clock.ts';
import { sampleOf } from '../council/sample-of.ts';
import { sampleReport } from '../council/sample-report.ts';
import { storyLines } from '../council/story-lines.ts';
import { inTrialCity } from '../council/trial-city.ts';
import { exitCode } from '../exit-code.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';

interface ImportOptions extends CommonOptions {
  readonly kind?: MatterKind;
  readonly rehearse?: string | true;
  readonly durably?: boolean;
  readonly sample: number;
}

/** `import`: lives the histories of a real council through the machines. */
export function importCommand(): Command {
  return newCommand(
    'import',
    "Live the histories of a council's register through the machines for its acts, each entry at its own date, and say which the " +
      'machines take. Needs no running city. An entry that is refused is a finding, not a failure: the exit code stays 0.',
    [
      'import council introductions.jsonl.gz',
      'import council introductions.jsonl.gz --rehearse "Int 0347-2014"',
      'import council resolutions.jsonl.gz --json > report.json',
      'import council introductions.jsonl.gz --durably --sample 50',
    ],
  )
    .addArgument(new Argument('<what>', 'what the file holds').choices(['council']))
    .argument('<file>', 'JSON Lines, plain or compressed with gzip (`-` for standard input)')
    .addOption(
      new Option('--kind <kind>', 'what every matter is (default: as the register says)').choices([
        'introduction',
        'resolution',
      ]),
    )
    .option('--rehearse [file-number]', 'tell the story of one matter (default: the longest)')
    .option(
      '--durably',
      'live a sample on Temporal too, in a city of its own that is brought up for it, with real dates by skipping time, and compare',
    )
    .option(
      '--sample <count>',
      'with --durably: so many matters, spread over the file',
      atLeastOne,
      20,
    )
    .action(async (_what: string, file: string, options: ImportOptions) => {
      const matters = readMatters(file);
      if (options.rehearse !== undefined) print(story(matters, options.rehearse, options));
      else if (options.durably === true) await importDurably(matters, options);
      else importAll(file, matters, options);
    });
}

function importAll(
  file: string,
  matters: readonly CouncilMatter[],
  { kind, json = false }: ImportOptions,
): void {
  const progress = new Progress('Matters', matters.length);
  const found = new Conformance();
  for (const matter of matters) {
    found.add(liveHistory(matterScript(matter, instantOf, kind), dueIn), matter.status);
    progress.step();
  }
  const seconds = progress.end();
  const { total, accepted, agree, refused } = found;
  if (json) printJson({ total, accepted, agree, refused });
  else print(importReport(file, found, seconds));
}

async function importDurably(
  matters: readonly CouncilMatter[],
  { kind, sample, json = false }: ImportOptions,
): Promise<void> {
  const scripts = sampleOf(matters, sample).map((matter) => matterScript(matter, instantOf, kind));
  process.stderr.write('Bringing up Temporal, a ledger and a worker for the trial ...\n');
  const progress = new Progress('Matters', scripts.length);
  const report = await inTrialCity((place) =>
    liveSample(place, scripts, () => {
      progress.step();
    }),
  );
  const seconds = progress.end();
  if (json) printJson(report);
  else print(sampleReport(report, seconds));
  if (report.wrong.length > 0) process.exitCode = exitCode.refused;
}

function atLeastOne(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give a whole number from 1.');
}

function story(
  matters: readonly CouncilMatter[],
  wanted: string | true,
  { kind, lang }: ImportOptions,
): string[] {
  const matter = wanted === true ? longest(matters) : matters.find(({ file }) => file === wanted);
  if (matter === undefined) {
    throw new StatehouseError('Usage', `The file has no matter "${String(wanted)}".`, {
      wanted: String(wanted),
    });
  }
  const script = matterScript(matter, instantOf, kind);
  return storyLines(script, liveHistory(script, dueIn), readerLanguage(lang));
}

function longest(matters: readonly CouncilMatter[]): CouncilMatter | undefined {
  return matters.toSorted((one, other) => other.history.length - one.history.length)[0];
}
