import type { Command } from 'commander';
import { newCommand, type CommonOptions } from '../input/common-options.ts';

interface UpOptions extends CommonOptions {
  readonly sample: boolean;
}

/** `up`: what `npm start` runs. */
export function upCommand(): Command {
  return newCommand(
    'up',
    'Start Statehouse here: its data folder, ledger, Temporal server and worker; stays until Ctrl-C. The first time it also ' +
      'starts a sample process to look at. What was there before goes on where it was.',
    ['up', 'up --no-sample', 'up --json'],
  )
    .option('--no-sample', 'start no sample process when there is none')
    .action(async (options: UpOptions) => {
      // Loads the Temporal SDK and the database.
      const { liveCity } = await import('../city/live-city.ts');
      await liveCity(options);
    });
}
