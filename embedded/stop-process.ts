import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning, type ProcessMark } from './process-mark.ts';

const pollMs = 25;

/** Asks a process to end, and after `patienceMs` ends it. Returns when it has ended. */
export async function stopProcess(mark: ProcessMark, patienceMs = 10_000): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isRunning(mark)) return;
    kill(mark.pid, signal);
    const deadline = Date.now() + patienceMs;
    while (isRunning(mark) && Date.now() < deadline) await sleep(pollMs);
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
