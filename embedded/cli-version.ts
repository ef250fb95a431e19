import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { reasonOf } from './reason-of.ts';

const run = promisify(execFile);
const answerMs = 15_000;

/**
 * Runs `<path> --version` and returns the version, such as `1.9.1`.
 * @throws Error saying why it does not answer as the Temporal CLI does.
 */
export async function cliVersion(path: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { stdout } = await run(path, ['--version'], { env, timeout: answerMs }).catch(
    (error: unknown) => {
      throw new Error(`${path} does not run: ${why(error)}`);
    },
  );
  const version = /^temporal version (\d+\.\d+\.\d+\S*)/m.exec(stdout)?.[1];
  if (version === undefined) {
    throw new Error(`${path} is not the Temporal CLI: it answers "${firstLine(stdout)}"`);
  }
  return version;
}

function why(error: unknown): string {
  const code = typeof error === 'object' && error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EACCES') return 'it is not executable';
  return firstLine(reasonOf(error));
}

function firstLine(text: string): string {
  return text.trim().split('\n', 1)[0] ?? '';
}
