import { InvalidArgumentError, type Command } from 'commander';
import { act, actCommand, type ActOptions } from '../input/act.ts';
import { readJson } from '../input/read-json.ts';

interface CorrectOptions extends ActOptions {
  readonly after: string;
  readonly before?: string;
}

/** `correct`: records what an earlier entry should have said. */
export function correctCommand(): Command {
  return actCommand(
    'correct',
    'Record what an earlier entry should have said. Nothing is changed or removed: the correction is a new entry, and the ' +
      'process stays where it is.',
    [
      `correct school-street 4 --before '{"number":"12"}' --after '{"number":"21"}' --reason "Digits exchanged" --role operator`,
    ],
  )
    .argument('<entry>', 'number of the entry, as `log` shows it', entryNumber)
    .requiredOption('--after <json|file>', 'what it should have said')
    .option('--before <json|file>', 'what it said')
    .action(async (process: string, seq: number, options: CorrectOptions) => {
      const { reason, before } = options;
      const input = {
        seq,
        reason,
        after: readJson(options.after, 'correction'),
        ...(before === undefined ? {} : { before: readJson(before, 'text before') }),
      };
      await act(process, `entry ${seq} corrected`, options, (client, meta) =>
        client.correct(process, input, meta),
      );
    });
}

function entryNumber(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 0) return number;
  throw new InvalidArgumentError('Give the number of an entry.');
}
