import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';

/** One of our programs in a process of its own, which can be killed as a power cut would. */
export class Program {
  readonly pid: number;
  readonly ready: Promise<void>;
  readonly #child: ChildProcess;
  #killed = false;

  constructor(script: string, args: readonly string[], logPath: string) {
    const log = openSync(logPath, 'a');
    this.#child = fork(script, args, { stdio: ['ignore', log, log, 'ipc'], execArgv: [] });
    closeSync(log);
    this.pid = this.#child.pid ?? 0;
    this.ready = Promise.race([
      once(this.#child, 'message').then(() => undefined),
      once(this.#child, 'exit').then(() => {
        if (this.#killed) return;
        throw new Error(`${script} ended by itself:\n${readFileSync(logPath, 'utf8')}`);
      }),
    ]);
    this.ready.catch(() => undefined);
  }

  get running(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Whether it has ended though nobody killed it. */
  get endedByItself(): boolean {
    return !this.#killed && !this.running;
  }

  async kill9(): Promise<void> {
    if (!this.running) return;
    this.#killed = true;
    const exited = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await exited;
  }
}
