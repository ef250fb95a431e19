import { z } from 'zod';
import { processStart } from './process-start.ts';

/** Names one process for good, as it is written into files of the data folder. */
export const ProcessMark = z.object({ pid: z.number().int().positive(), started: z.string() });
export type ProcessMark = z.infer<typeof ProcessMark>;

/** The mark of a process that has ended already fits none that runs. */
export function markOf(pid: number): ProcessMark {
  return { pid, started: processStart(pid) ?? 'ended' };
}

/** Whether that very process still runs. */
export function isRunning(mark: ProcessMark): boolean {
  return processStart(mark.pid) === mark.started;
}
