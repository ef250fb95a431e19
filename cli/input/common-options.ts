import { Command } from 'commander';

export interface CommonOptions {
  readonly json?: boolean;
  readonly lang?: string;
}

/** A command with what all have in common: `--json`, `--lang` and examples under its help. */
export function newCommand(
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  return new Command(name)
    .description(description)
    .option('--json', 'print JSON, for programs')
    .option('--lang <tag>', 'language of titles and dates, such as it (default: as LANG says)')
    .addHelpText(
      'after',
      `\nExamples:\n${examples.map((example) => `  statehouse ${example}`).join('\n')}`,
    );
}
