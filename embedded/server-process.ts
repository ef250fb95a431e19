import { spawn } from 'node:child_process';
import { endWithUs } from './end-with-us.ts';
import { markOf } from './process-mark.ts';
import { openServerLog } from './server-log.ts';
import { writeServerRecord } from './server-record.ts';
import { stopProcess } from './stop-process.ts';

export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** True when `stop` was asked for. */
  readonly expected: boolean;
}

export interface ServerProcess {
  readonly pid: number;
  readonly logPath: string;
  readonly exited: Promise<ServerExit>;
  hasExited(): boolean;
  /** The end of what this server wrote. */
  output(): string;
  /** Ends the server in order; returns when it has ended. */
  stop(): Promise<void>;
}

/** Starts the server as a child that ends with this process. Does not wait until it answers. */
export async function serverProcess(
  program: string,
  args: readonly string[],
  options: { readonly home: string; readonly logPath: string; readonly env: NodeJS.ProcessEnv },
): Promise<ServerProcess> {
  const log = openServerLog(options.logPath);
  const child = spawn(program, args, {
    env: options.env,
    stdio: ['ignore', log.descriptor, log.descriptor],
    // A group of its own: Ctrl-C reaches us alone, and the worker stops before its server does.
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const pid = await new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', () => {
      resolve(child.pid ?? 0);
    });
  }).finally(() => {
    log.close();
  });
  const letGo = endWithUs(pid);
  const mark = markOf(pid);
  const removeRecord = writeServerRecord(options.home, pid);
  let stopping: Promise<void> | undefined;
  const exited = new Promise<ServerExit>((resolve) => {
    child.once('exit', (code, signal) => {
      letGo();
      removeRecord();
      resolve({ code, signal, expected: stopping !== undefined });
    });
  });
  return {
    pid,
    logPath: log.path,
    exited,
    hasExited: () => child.exitCode !== null || child.signalCode !== null,
    output: () => log.tail(),
    stop: () =>
      (stopping ??= stopProcess(mark)
        .then(() => exited)
        .then(() => undefined)),
  };
}
