import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript, Node built-ins only: this runs before anything is installed, on whatever Node there is.

const root = fileURLToPath(new URL('..', import.meta.url));
const lockFile = join(root, 'package-lock.json');
const installedFile = join(root, 'node_modules', '.package-lock.json');

/** Runs `npm ci` unless node_modules already holds what package-lock.json says. Ends the process if that fails. */
export function ensureInstalled() {
  if (isInstalled()) return;
  console.error('Installing the packages (npm ci), once ...');
  // npm replaces node_modules, so it must not run on the Node in there.
  const path = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.startsWith(join(root, 'node_modules')))
    .join(delimiter);
  const { status, error } = spawnSync(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: root,
      env: { ...process.env, PATH: path },
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    },
  );
  if (status === 0) return;
  console.error(
    `npm ci failed${error ? `: ${error.message}` : ` (exit code ${status})`}. Its message is above; ` +
      'the usual causes are no network and a package mirror that is not set up in npm.',
  );
  process.exit(1);
}

function isInstalled() {
  if (!existsSync(installedFile)) return false;
  if (statSync(installedFile).mtimeMs >= statSync(lockFile).mtimeMs) return true;
  // git and npm write the lock file afresh without changing it; that alone is no reason to install again.
  const wanted = readPackages(lockFile);
  const installed = readPackages(installedFile);
  const same = ([path, entry]) =>
    installed[path] === undefined
      ? entry.optional === true || entry.devOptional === true
      : installed[path].version === entry.version && installed[path].integrity === entry.integrity;
  return (
    Object.entries(wanted).every(same) && Object.keys(installed).every((path) => path in wanted)
  );
}

function readPackages(file) {
  const { '': _root, ...packages } = JSON.parse(readFileSync(file, 'utf8')).packages;
  return packages;
}
