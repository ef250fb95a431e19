import type { Command } from 'commander';
import { act, actCommand, type ActOptions } from '../input/act.ts';

/** `resume`: lets a suspended process go on. */
export function resumeCommand(): Command {
  return actCommand('resume', 'Let a suspended process go on.', [
    'resume school-street --reason "The order was lifted" --role operator',
  ]).action(async (process: string, options: ActOptions) => {
    const { reason } = options;
    await act(process, 'resumed', options, (client, meta) =>
      client.resume(process, { reason }, meta),
    );
  });
}
