import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Variant } from './variant.ts';

export interface WorkerPlace {
  readonly address: string;
  readonly databaseUrl: string;
  readonly home: string;
}

/** The worker process of one variant. */
export class BenchWorker {
  private readonly child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.child = child;
  }

  static async start(
    variant: Variant,
    { address, databaseUrl, home }: WorkerPlace,
  ): Promise<BenchWorker> {
    const script = fileURLToPath(new URL('./worker-process.ts', import.meta.url));
    const child = fork(script, [variant.taskQueue, address, databaseUrl, home]);
    const [message] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [
      unknown,
    ];
    if (typeof message !== 'object')
      throw new Error(`The worker of ${variant.name} did not start.`);
    return new BenchWorker(child);
  }

  /** CPU time so far, milliseconds of all its threads. */
  async cpu(): Promise<number> {
    this.child.send('cpu');
    const [message] = (await once(this.child, 'message')) as [{ cpu: NodeJS.CpuUsage }];
    return (message.cpu.user + message.cpu.system) / 1000;
  }

  async stop(): Promise<void> {
    this.child.send('stop');
    await once(this.child, 'exit');
  }
}
