import { chmod, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cachedCliPath } from './cached-cli-path.ts';
import type { CliAnswer, CliSearch } from './cli-search.ts';
import { cliVersion } from './cli-version.ts';

const brokenOffMs = 3_600_000;

/**
 * Gives `fetchInto` an empty folder on the cache's own file system, then moves the program it returns into the
 * cache in one step, so that a run broken off half way leaves nothing that looks complete.
 */
export async function installCli(
  search: CliSearch,
  fetchInto: (folder: string) => Promise<{ program: string } | { why: string }>,
): Promise<CliAnswer> {
  const target = cachedCliPath(search);
  const cache = dirname(dirname(target));
  await mkdir(cache, { recursive: true, mode: 0o700 });
  await removeBrokenOff(cache);
  const folder = await mkdtemp(join(cache, 'fetching-'));
  try {
    const fetched = await fetchInto(folder);
    if ('why' in fetched) return fetched;
    await chmod(fetched.program, 0o755);
    const version = await cliVersion(fetched.program, search.env);
    await mkdir(dirname(target), { recursive: true });
    await rename(fetched.program, target);
    return { path: target, version };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Ctrl-C in a download leaves its folder behind. A young one may belong to a run that is still fetching. */
async function removeBrokenOff(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('fetching-')) continue;
    const folder = join(cache, name);
    const changed = (await stat(folder).catch(() => undefined))?.mtimeMs ?? Date.now();
    if (Date.now() - changed > brokenOffMs) await rm(folder, { recursive: true, force: true });
  }
}
