import type { Command } from 'commander';
import { act, actCommand, type ActOptions } from '../input/act.ts';

interface SuspendOptions extends ActOptions {
  readonly toll?: boolean;
}

/** `suspend`: stops a process for a while. */
export function suspendCommand(): Command {
  return actCommand(
    'suspend',
    'Stop a process for a while: it takes no events until it is resumed.',
    ['suspend school-street --reason "Ordered by the court" --toll --role operator'],
  )
    .option(
      '--toll',
      'deadlines stand still meanwhile; on resuming each moves by the time that was lost',
    )
    .action(async (process: string, options: SuspendOptions) => {
      const { reason, toll = false } = options;
      await act(process, 'suspended', options, (client, meta) =>
        client.suspend(process, { reason, toll }, meta),
      );
    });
}
