import { existsSync } from 'node:fs';
import { cachedCliPath } from '../cached-cli-path.ts';
import type { CliSource } from '../cli-search.ts';
import { cliVersion } from '../cli-version.ts';
import { reasonOf } from '../reason-of.ts';

/** The program an earlier run fetched and checked. */
export const cachedCli: CliSource = {
  name: 'our cache',
  async find(search) {
    const path = cachedCliPath(search);
    if (!existsSync(path)) return { why: `${path} does not exist yet` };
    try {
      return { path, version: await cliVersion(path, search.env) };
    } catch (error) {
      return { why: reasonOf(error) };
    }
  },
};
