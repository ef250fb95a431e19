import type { Command } from 'commander';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { fieldsOf } from '../input/event-fields.ts';
import { readDefinition } from '../input/read-document.ts';
import { shipped } from '../../machines/shipped.ts';
import { inLanguage, readerLanguage } from '../output/language.ts';
import { print, printJson } from '../output/print.ts';
import { bold, dim } from '../output/style.ts';
import { table } from '../output/table.ts';
import { Titles } from '../output/titles.ts';
import { labelled } from '../output/wrap.ts';

/** `definitions`: what comes with Statehouse. */
export function definitionsCommand(): Command {
  return newCommand(
    'definitions',
    'List the shipped definitions, or tell about one: its roles, its events and what it asks for.',
    [
      'definitions',
      'definitions approval --lang it',
      'definitions approval --json > approval.json',
    ],
  )
    .argument('[definition]', 'id of a shipped definition, or a file')
    .action(async (given: string | undefined, options: CommonOptions) => {
      const language = readerLanguage(options.lang);
      if (given === undefined) list(options.json === true, language);
      else {
        const definition = await readDefinition(given);
        if (options.json === true) printJson(definition);
        else print(page(definition, language));
      }
    });
}

function list(json: boolean, language: string | undefined): void {
  const all = Object.values(shipped);
  if (json) {
    printJson(
      all.map((definition) => {
        const { id, version, title, languages } = definition;
        return { id, version, title, languages, hash: contentHash(definition) };
      }),
    );
    return;
  }
  const rows = all.map(({ id, version, title, languages }) => [
    id,
    version,
    inLanguage(title, language),
    languages.join(', '),
  ]);
  print(table(rows, ['id', 'version', 'title', 'languages']));
}

function page(definition: Definition, language: string | undefined): string[] {
  const titles = new Titles(definition, language);
  const { id, version, description, events, input } = definition;
  return [
    `${bold(titles.process)}  ${dim(`${id} ${version}, ${contentHash(definition).slice(0, 8)}`)}`,
    ...(description === undefined ? [] : labelled(0, '', 0, inLanguage(description, language))),
    '',
    bold('Needs at the start'),
    ...fieldLines(input, 2),
    '',
    bold('Events'),
    ...Object.entries(events).flatMap(([type, { by, schema }]) => [
      `  ${titles.event(type)}  ${dim(type)}`,
      ...labelled(6, dim('by'), 4, titles.roles(by)),
      ...fieldLines(schema, 6),
    ]),
  ];
}

function fieldLines(schema: Definition['input'], indent: number): string[] {
  const fields = fieldsOf(schema);
  const width = 2 + Math.max(0, ...fields.map(({ name }) => name.length));
  return fields.flatMap(({ name, field, required }) => {
    const kind = field.enum?.map(String).join(' | ') ?? [field.type ?? ''].flat().join(' or ');
    const remarks = [field.publicity, required ? undefined : 'optional'].filter(
      (remark) => remark !== undefined && remark !== '',
    );
    return labelled(indent, name, width, [kind, ...remarks].join(', '));
  });
}
