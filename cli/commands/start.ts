import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { Instant } from '../../contracts/ids.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import { ProcessInput } from '../../contracts/process-input.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { actorOf, addActorOptions, rolesOf, type ActorOptions } from '../input/actor-options.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readDefinition } from '../input/read-document.ts';
import { readJson } from '../input/read-json.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { processPage } from '../output/process-page.ts';
import { beginProcess } from '../place/begin-process.ts';
import { withProcesses } from '../place/with-processes.ts';

interface StartOptions extends CommonOptions, ActorOptions {
  readonly id?: string;
  readonly input?: string;
  readonly rehearseAt?: string;
}

/** `start`: begins a process. */
export function startCommand(): Command {
  const command = newCommand('start', 'Start a process from a shipped definition or from a file.', [
    'start approval --id plan-7 --role initiativeLead --input plan-7.json',
    `start approval --role initiativeLead --input '{"subject":{"kind":"plan","id":"p-1","hash":"7d1f"},"requestedBy":"ada","requestedFrom":"legalOfficer","dueIn":"P10BD","onSilence":"escalate"}'`,
    'start my-process.json --id trial-1 --role clerk --rehearse-at 2031-03-01T09:00:00.000Z',
  ])
    .argument('<definition>', 'id of a shipped definition, or a JSON or TypeScript file')
    .option('--id <id>', "the city's file number for it (default: made from the definition's id)")
    .option('--input <json|file>', 'what the definition asks for at the start')
    .option(
      '--rehearse-at <instant>',
      'not for real: it lives at this instant, such as 2031-03-01T09:00:00.000Z',
    );
  return addActorOptions(command).action(start);
}

async function start(given: string, options: StartOptions): Promise<void> {
  const definition = await readDefinition(given);
  const input = processInput(definition, options);
  const answers = await withProcesses((client) => beginProcess(client, input));
  if (options.json === true) {
    printJson(answers);
    return;
  }
  const language = readerLanguage(options.lang);
  print([
    `Started ${input.id}.`,
    '',
    ...processPage({ ...answers, title: undefined, definition, language }),
  ]);
}

function processInput(definition: Definition, options: StartOptions): ProcessInput {
  const { id = `${definition.id}-${randomBytes(3).toString('hex')}`, input, rehearseAt } = options;
  const parsed = ProcessInput.safeParse({
    id,
    definition,
    // Whoever starts a process need not hold a role in it.
    startedBy: actorOf(options, rolesOf(options).length > 0 ? [] : ['public']),
    ...(input === undefined ? {} : { input: readJson(input, 'input') }),
    ...(rehearseAt === undefined ? {} : { rehearsal: { startsAt: instant(rehearseAt) } }),
  });
  if (parsed.success) return parsed.data;
  throw new StatehouseError('Usage', `This cannot be started: ${textOfIssues(parsed.error)}`);
}

function instant(text: string): Instant {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date.toISOString();
  throw new StatehouseError(
    'Usage',
    `"${text}" is no instant; write one such as 2031-03-01T09:00:00.000Z.`,
    { text },
  );
}
