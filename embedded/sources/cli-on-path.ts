import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { CliSource } from '../cli-search.ts';
import { cliVersion } from '../cli-version.ts';
import { reasonOf } from '../reason-of.ts';

/** Older servers lack what Statehouse asks of them, such as time skipping for tests. */
const oldestUsable = [1, 9] as const;

/** `temporal` on PATH, if it is recent enough. */
export const cliOnPath: CliSource = {
  name: 'temporal on PATH',
  async find({ env, platform }) {
    const path = lookUp(platform.startsWith('win32') ? 'temporal.exe' : 'temporal', env.PATH ?? '');
    if (path === undefined) return { why: 'PATH has no such program' };
    try {
      const version = await cliVersion(path, env);
      if (isUsable(version)) return { path, version };
      return { why: `${path} is version ${version}; ${oldestUsable.join('.')} or newer is needed` };
    } catch (error) {
      return { why: reasonOf(error) };
    }
  },
};

function lookUp(program: string, path: string): string | undefined {
  return path
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => resolve(join(folder, program)))
    .find((candidate) => {
      try {
        accessSync(candidate, constants.X_OK);
        return statSync(candidate).isFile();
      } catch {
        return false;
      }
    });
}

function isUsable(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > oldestUsable[0] || (major === oldestUsable[0] && minor >= oldestUsable[1]);
}
