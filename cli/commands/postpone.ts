import type { Command } from 'commander';
import { act, actCommand, type ActOptions } from '../input/act.ts';
import { instantIn } from '../input/instant-in.ts';

interface PostponeOptions extends ActOptions {
  readonly to: string;
}

/** `postpone`: moves a deadline that has not passed. */
export function postponeCommand(): Command {
  return actCommand('postpone', 'Move a deadline that has not passed yet to a later time.', [
    'postpone school-street decisionDue --to 2027-03-01 --reason "The office is closed" --role operator',
    'postpone school-street decisionDue --to 2027-03-01T11:00 --reason "Asked by the office" --role operator',
  ])
    .argument(
      '<deadline>',
      'its name, or its id when several have that name; `show --json` has both',
    )
    .requiredOption(
      '--to <time>',
      "a date (the end of that day), a time in the city's zone, or an instant",
    )
    .action(async (process: string, deadline: string, options: PostponeOptions) => {
      const { to, reason } = options;
      await act(process, 'deadline postponed', options, (client, meta, definition) =>
        client.postpone(
          process,
          { deadline, to: instantIn(to, definition?.calendar?.timezone), reason },
          meta,
        ),
      );
    });
}
