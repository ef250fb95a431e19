import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { ProcessClient } from '../../client/process-client.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { SendMeta, SendResult } from '../../contracts/sent-event.ts';
import { readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { knownProcess } from '../output/process-titles.ts';
import { resultLines } from '../output/result-lines.ts';
import { withProcesses } from '../place/with-processes.ts';
import { actorOf, addActorOptions, type ActorOptions } from './actor-options.ts';
import { newCommand, type CommonOptions } from './common-options.ts';

export interface ActOptions extends CommonOptions, ActorOptions {
  readonly reason: string;
  readonly key?: string;
}

/** A command that acts on a process itself, for those who administer it. The reason is recorded and public. */
export function actCommand(
  name: string,
  description: string,
  examples: readonly string[],
): Command {
  const command = newCommand(name, description, examples)
    .argument('<process>', 'id of the process')
    .requiredOption('--reason <text>', 'why; it is recorded and public')
    .option('--key <text>', 'idempotency key: the same key again is answered, not done again');
  return addActorOptions(command);
}

/** Does it and says what came of it. */
export async function act(
  process: string,
  what: string,
  options: ActOptions,
  perform: (
    client: ProcessClient,
    meta: SendMeta,
    definition: Definition | undefined,
  ) => Promise<SendResult>,
): Promise<void> {
  const language = readerLanguage(options.lang);
  const meta = { actor: actorOf(options), idempotencyKey: options.key ?? randomUUID() };
  const { result, definition } = await withProcesses(async (client) => {
    const { hash } = (await client.snapshot(process)).definition;
    const known = await knownProcess(process, hash, language);
    return { result: await perform(client, meta, known.definition), definition: known.definition };
  });
  if (options.json === true) printJson(result);
  else print(resultLines(what, result, definition, language));
}
