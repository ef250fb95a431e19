import type { DownloadProgress } from './download-progress.ts';
import type { PlatformRelease } from './temporal-release.ts';

/** What every source of the Temporal CLI is given. */
export interface CliSearch {
  /** Our data folder; downloads are kept in its `cache/`. */
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  /** `${process.platform}-${process.arch}` */
  readonly platform: string;
  readonly version: string;
  /** Absent where no program is published for this platform. */
  readonly release: PlatformRelease | undefined;
  /** Where the official archives are, without a slash at the end. */
  readonly downloadSite: string;
  readonly progress: (label: string, totalBytes?: number) => DownloadProgress;
}

/** Either the program, or why this source has none. */
export type CliAnswer =
  { readonly path: string; readonly version: string } | { readonly why: string };

export interface CliSource {
  readonly name: string;
  readonly find: (search: CliSearch) => Promise<CliAnswer>;
}
