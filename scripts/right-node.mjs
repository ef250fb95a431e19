import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const needed = [22, 18];

/** The path of a Node that is new enough: this one, else the one among the packages. Ends the process if neither is. */
export function rightNode() {
  if (isRecent(process.version)) return process.execPath;
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const packaged = fileURLToPath(
    new URL(join('..', 'node_modules', 'node', 'bin', program), import.meta.url),
  );
  const { status, stdout } = spawnSync(packaged, ['--version'], { encoding: 'utf8' });
  if (status === 0 && isRecent(stdout)) return packaged;
  console.error(
    `This is Node ${process.version}, and Statehouse needs Node ${needed.join('.')} or newer. The package "node", ` +
      'which usually brings one along, holds none that runs here: npm did not run its install script, or there is no ' +
      'build for this machine. Install Node 24, for instance from https://nodejs.org, and run this again; or run ' +
      '"npm rebuild node --foreground-scripts" to see why the package has none.',
  );
  process.exit(1);
}

/** @param {string} version such as `v22.18.0` */
function isRecent(version) {
  const [major, minor] = version.replace('v', '').split('.').map(Number);
  return major > needed[0] || (major === needed[0] && minor >= needed[1]);
}
