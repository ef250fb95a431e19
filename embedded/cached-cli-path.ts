import { join } from 'node:path';
import type { CliSearch } from './cli-search.ts';

/** Where the pinned Temporal CLI lies once it has been fetched. */
export function cachedCliPath(search: CliSearch): string {
  const program = search.release?.program ?? 'temporal';
  return join(search.home, 'cache', `temporal-${search.version}`, program);
}
