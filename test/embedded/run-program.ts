import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

const embedded = new URL('../../embedded/', import.meta.url).href;

/** Runs a program of its own Node, as a user does; `{embedded}` in it is the address of that folder. */
export function runProgram(
  folder: string,
  source: string,
  env: NodeJS.ProcessEnv = process.env,
): { child: ChildProcess; line: (wanted: RegExp) => Promise<RegExpExecArray> } {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, source.replaceAll('{embedded}', embedded));
  const child = spawn(process.execPath, [file], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  child.stderr.on('data', (text: Buffer) => (output += text.toString()));
  const line = (wanted: RegExp): Promise<RegExpExecArray> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = wanted.exec(output);
        if (found) resolve(found);
      };
      child.stdout.on('data', look);
      child.stderr.on('data', look);
      child.once('close', () => {
        reject(new Error(`the program ended without ${String(wanted)}:\n${output}`));
      });
      look();
    });
  return { child, line };
}
