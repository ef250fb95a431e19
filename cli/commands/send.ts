import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import type { ProcessClient } from '../../client/process-client.ts';
import { JsonObject, type Json } from '../../contracts/json.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { NextEvent } from '../../contracts/next-answer.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { actorOf, addActorOptions, rolesOf, type ActorOptions } from '../input/actor-options.ts';
import { collect } from '../input/collect.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { fieldsOf, parseFields } from '../input/event-fields.ts';
import { askField, canPrompt, choose } from '../input/prompt.ts';
import { readJson } from '../input/read-json.ts';
import { inLanguage, readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { knownProcess } from '../output/process-titles.ts';
import { resultLines } from '../output/result-lines.ts';
import { Titles } from '../output/titles.ts';
import { withProcesses } from '../place/with-processes.ts';

interface SendOptions extends CommonOptions, ActorOptions {
  readonly field?: readonly string[];
  readonly data?: string;
  readonly key?: string;
}

/** `send`: tells a process that something happened. */
export function sendCommand(): Command {
  const command = newCommand(
    'send',
    'Tell a process that something happened. At a terminal it asks for what you leave out.',
    [
      'send school-street',
      'send school-street approval.decided --role legalOfficer --field decision=approved --field hash=7d1f',
      `send school-street note.added --as ada --role partnerRepresentative --data '{"text":"Agreed"}'`,
    ],
  )
    .argument('<process>', 'id of the process')
    .argument('[event]', 'type of the event; `show` lists those that are possible')
    .option(
      '--field <name=value>',
      'a field of the event; repeat it for others, and for the items of a list',
      collect,
    )
    .option('--data <json|file>', 'the fields as one JSON object')
    .option('--key <text>', 'idempotency key: the same key again is answered, not done again');
  return addActorOptions(command).action(send);
}

async function send(
  process: string,
  event: string | undefined,
  options: SendOptions,
): Promise<void> {
  const language = readerLanguage(options.lang);
  // Two conversations, because a person may take any time to answer what is asked in between.
  const { snapshot, next } = await withProcesses(async (client) => ({
    snapshot: await client.snapshot(process),
    next: event === undefined ? await client.next(process) : undefined,
  }));
  const { definition } = await knownProcess(process, snapshot.definition.hash, language);
  const titles = new Titles(definition, language);
  const type = event ?? (await chooseEvent(next?.events ?? [], titles));
  const fields = await fieldsFor(type, definition, options);
  const fallback = rolesOf(options).length > 0 ? [] : await chooseRole(type, definition, titles);
  const meta = { actor: actorOf(options, fallback), idempotencyKey: options.key ?? randomUUID() };
  const result = await withProcesses((client) =>
    client
      .send(process, { ...fields, type }, meta)
      .catch((error: unknown) => withReasons(client, process, type, error, language)),
  );
  if (options.json === true) printJson(result);
  else print(resultLines(titles.event(type), result, definition, language));
}

/** «Not possible yet» with the reasons, so that nobody must ask for them. */
async function withReasons(
  client: ProcessClient,
  process: string,
  type: string,
  error: unknown,
  language: string | undefined,
): Promise<never> {
  if (!(error instanceof StatehouseError && error.code === 'NotAllowedNow')) throw error;
  const { events, suspension } = await client.next(process);
  if (suspension !== null) throw error;
  const asked = events.find((one) => one.type === type);
  const reasons = asked === undefined ? [] : [...asked.whyNot, ...asked.conditions];
  if (reasons.length === 0) throw error;
  const needed = reasons.map((reason) => inLanguage(reason, language));
  throw new StatehouseError(
    error.code,
    `"${type}" is not possible yet. It needs: ${needed.join('; ')}.`,
    { ...error.facts, needed },
  );
}

async function chooseEvent(events: readonly NextEvent[], titles: Titles): Promise<string> {
  const possible = events.filter((one) => one.possible).map(({ type }) => type);
  if (!canPrompt() || possible.length === 0) {
    throw new StatehouseError(
      'Usage',
      `Say which event: ${possible.join(', ') || 'none is possible now'}.`,
      { possible },
    );
  }
  const picked = await choose(
    'What happened?',
    possible.map((type) => `${titles.event(type)} (${type})`),
  );
  return possible[picked] ?? '';
}

async function fieldsFor(
  type: string,
  definition: Definition | undefined,
  { field = [], data }: SendOptions,
): Promise<JsonObject> {
  const known = fieldsOf(definition?.events[type]?.schema);
  const given = JsonObject.safeParse(data === undefined ? {} : readJson(data, 'fields'));
  if (!given.success) throw new StatehouseError('Usage', '--data must be a JSON object.');
  const fields: Record<string, Json> = { ...given.data, ...parseFields(field, known) };
  if (!canPrompt()) return fields;
  const givenNothing = data === undefined && field.length === 0;
  for (const one of known) {
    // Who gave some fields on the command line knows the optional ones; asking for them would be in the way.
    if (Object.hasOwn(fields, one.name) || (!one.required && !givenNothing)) continue;
    const answer = await askField(one);
    if (answer !== undefined) fields[one.name] = answer;
  }
  return fields;
}

async function chooseRole(
  type: string,
  definition: Definition | undefined,
  titles: Titles,
): Promise<string[]> {
  const roles = (definition?.events[type]?.by ?? []).filter((role) => role !== 'process');
  const [only] = roles;
  if (only === undefined) return [];
  if (!canPrompt()) {
    throw new StatehouseError(
      'Usage',
      `Say with --role in which role you act; "${type}" is for ${roles.join(' or ')}.`,
      { event: type, by: roles },
    );
  }
  if (roles.length === 1) return [only];
  const picked = await choose(
    'In which role do you act?',
    roles.map((role) => titles.role(role)),
  );
  return [roles[picked] ?? only];
}
