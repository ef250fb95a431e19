import { dataFolderPath } from '../../embedded/data-folder.ts';

/** Where everything of this installation is, as the environment says. */
export interface Settings {
  /** The data folder, absolute. */
  readonly home: string;
  /** A Temporal server of one's own; none means the one that `up` runs. */
  readonly temporalAddress: string | undefined;
  readonly namespace: string;
  /** A PostgreSQL server; none means the embedded ledger in `home`. */
  readonly databaseUrl: string | undefined;
  /** Where the Temporal server of `up` is looked for when its note is missing. */
  readonly defaultAddress: string;
}

export function settings(env: NodeJS.ProcessEnv = process.env): Settings {
  return {
    home: dataFolderPath({ env }),
    temporalAddress: filled(env.TEMPORAL_ADDRESS),
    namespace: filled(env.TEMPORAL_NAMESPACE) ?? 'default',
    databaseUrl: filled(env.DATABASE_URL),
    defaultAddress: `127.0.0.1:${filled(env.STATEHOUSE_PORT) ?? '7233'}`,
  };
}

function filled(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value.trim();
}
