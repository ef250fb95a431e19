import type { Command } from 'commander';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { processPage } from '../output/process-page.ts';
import { knownProcess } from '../output/process-titles.ts';
import { withProcesses } from '../place/with-processes.ts';

/** `show`: where a process stands and what can happen next. */
export function showCommand(): Command {
  return newCommand(
    'show',
    'Show where a process stands, what can happen next, by whom, until when, and why not yet.',
    ['show school-street', 'show school-street --lang it', 'show school-street --json'],
  )
    .argument('<process>', 'id of the process')
    .action(async (process: string, options: CommonOptions) => {
      const answers = await withProcesses(async (client) => ({
        snapshot: await client.snapshot(process),
        next: await client.next(process),
      }));
      if (options.json === true) {
        printJson(answers);
        return;
      }
      const language = readerLanguage(options.lang);
      const { hash } = answers.snapshot.definition;
      print(
        processPage({ ...answers, ...(await knownProcess(process, hash, language)), language }),
      );
    });
}
