import type { Command } from 'commander';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { act, actCommand, type ActOptions } from '../input/act.ts';
import { collect } from '../input/collect.ts';
import { readDefinition } from '../input/read-document.ts';

interface MigrateOptions extends ActOptions {
  readonly state?: readonly string[];
}

/** `migrate`: takes a running process over to another definition. */
export function migrateCommand(): Command {
  return actCommand(
    'migrate',
    'Take a running process over to another definition, such as a newer version of its own.',
    [
      'migrate school-street approval-2.json --reason "New regulation" --role operator',
      'migrate school-street approval-2.json --state open.waiting=open.asked --reason "New regulation" --role operator',
    ],
  )
    .argument('<definition>', 'id of a shipped definition, or a file')
    .option(
      '--state <old=new>',
      'where an old state goes that the new definition calls otherwise; repeat it',
      collect,
    )
    .action(async (process: string, given: string, options: MigrateOptions) => {
      const definition = await readDefinition(given);
      const states = statesOf(options.state ?? []);
      const { reason } = options;
      await act(
        process,
        `now follows ${definition.id} ${definition.version}`,
        options,
        (client, meta) => client.migrate(process, { definition, states, reason }, meta),
      );
    });
}

function statesOf(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [old = '', renamed = '', ...rest] = pair.split('=');
      if (old !== '' && renamed !== '' && rest.length === 0) return [old, renamed];
      throw new StatehouseError('Usage', `"${pair}" is no pair of states; write old=new.`, {
        pair,
      });
    }),
  );
}
