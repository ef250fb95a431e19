import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { openServerLog } from '../../embedded/server-log.ts';

const program = fileURLToPath(new URL('../../worker/worker-process.ts', import.meta.url));
/** Longer than an activity may take to end in order. */
const stopMs = 8_000;

export interface WorkerPlace {
  readonly address: string;
  readonly namespace: string;
  readonly home: string;
  readonly databaseUrl: string | undefined;
}

export interface WorkerProcess {
  readonly pid: number;
  readonly logPath: string;
  /** Says where to work and resolves when it does. */
  work(place: WorkerPlace): Promise<void>;
  /** Resolves when the process ends, whyever. */
  readonly exited: Promise<void>;
  /** Ends it in order, or after some seconds at once. */
  stop(): Promise<void>;
  /** The end of what it wrote. */
  lastWords(): string;
}

/**
 * Starts the worker in a process of its own: what it and the SDK have to say goes to a file, its crash is noticed rather than
 * shared, and Ctrl-C does not reach it.
 */
export function startWorker(home: string): WorkerProcess {
  const log = openServerLog(join(home, 'worker.log'));
  const child = fork(program, [], {
    stdio: ['ignore', log.descriptor, log.descriptor, 'ipc'],
    detached: process.platform !== 'win32',
  });
  log.close();
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', () => {
      resolve();
    });
  });
  return {
    pid: child.pid ?? 0,
    logPath: log.path,
    exited,
    lastWords: () => log.tail(),
    async work(place) {
      const ready = new Promise<true>((resolve) => {
        child.once('message', () => {
          resolve(true);
        });
      });
      child.send(place);
      if (await Promise.race([ready, exited.then(() => false)])) return;
      throw workerEnded(log.path, log.tail());
    },
    async stop() {
      if (child.connected) child.send('stop');
      const late = setTimeout(() => child.kill('SIGKILL'), stopMs);
      await exited;
      clearTimeout(late);
    },
  };
}

export function workerEnded(logPath: string, output: string): StatehouseError {
  const last = output.trim().split('\n').slice(-6).join('\n');
  return new StatehouseError(
    'TemporalUnavailable',
    `The worker has ended unexpectedly. Its last words, from ${logPath}:\n${last || '(nothing)'}`,
    { log: logPath },
  );
}
