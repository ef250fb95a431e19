import { readFileSync } from 'node:fs';
import { format } from 'prettier';
import { z } from '../contracts/zod.ts';
import { builtInActionParams, builtInGuardParams } from '../machines/compile/built-in-params.ts';
import { vocabulary } from '../machines/vocabulary/vocabulary.ts';

interface Schema {
  readonly type?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly prefixItems?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
}

const builtIn: Readonly<Record<string, string>> = {
  and: 'Every one of `guards` holds.',
  or: 'At least one of `guards` holds.',
  not: '`guard` does not hold.',
  stateIn: 'The process is in `state`: a path from the root, or `#` and an id.',
  raise:
    'Sends the process itself `event`, now or after `delay` (a name, a duration or milliseconds). Under its `id` it can be cancelled.',
  sendTo: 'Sends the child process with the id `to` the `event`.',
  sendParent: 'Sends the parent process `event`. A process without a parent cannot.',
  cancel: 'Takes back the delayed event with this `id`.',
  stopChild: 'Stops the child process with this `id`; one that outlives its parent goes on.',
  emit: 'Tells whoever listens to the process of `event`.',
  log: 'Writes `value` into the technical log, under `label`.',
  spawnChild:
    'Starts the machine `src` as a child process with this `id`, which lives until it ends or is stopped.',
};

/** The page `docs/vocabulary.md`: every building block with its parameters, from the schemas and the comments in the code. */
export async function vocabularyPage(): Promise<string> {
  const text = [
    '# Vocabulary',
    '<!-- Written by scripts/generate-schema.ts; change the code, not this page. -->',
    'The building blocks that a definition uses by name: `{ "type": "countAtLeast", "params": { … } }`. In parameters an expression `{ "@lang": "cel", "@expr": "…" }` may stand for any value. What is missing here is written in CEL, as a named condition in `guards`, or as values of `set` and `record`.',
    blocks('Conditions', vocabulary.guards),
    builtIns('Conditions made of conditions', builtInGuardParams),
    blocks('Changes of the context', vocabulary.assigns),
    blocks(
      'Effects',
      vocabulary.effects,
      'Carried out outside the process, in order, at least once.',
    ),
    builtIns('Messages and children', builtInActionParams),
  ].join('\n\n');
  return format(text, { parser: 'markdown', printWidth: 100, proseWrap: 'preserve' });
}

function blocks(
  title: string,
  table: Readonly<Record<string, { readonly params: z.ZodType }>>,
  intro = '',
): string {
  const entries = Object.entries(table).map(([name, { params }]) =>
    entry(name, commentOf(name), params),
  );
  return [`## ${title}`, intro, ...entries].join('\n\n');
}

function builtIns(title: string, table: Readonly<Record<string, z.ZodType>>): string {
  const entries = Object.entries(table).map(([name, params]) =>
    entry(name, builtIn[name] ?? '', params),
  );
  return [`## ${title}`, ...entries].join('\n\n');
}

function entry(name: string, about: string, params: z.ZodType): string {
  const schema = z.toJSONSchema(params, { io: 'input', unrepresentable: 'any' }) as Schema;
  const rows = Object.entries(schema.properties ?? {}).map(([field, own]) => {
    const optional = schema.required?.includes(field) === true ? '' : ' (optional)';
    return `| \`${field}\`${optional} | ${kindOf(own)}${own.description === undefined ? '' : `: ${own.description}`} |`;
  });
  const table =
    rows.length === 0
      ? 'Parameters: any fields.'
      : ['| parameter | value |', '| --- | --- |', ...rows].join('\n');
  return [`### \`${name}\``, about, table].join('\n\n');
}

/** What a parameter takes, in words. */
function kindOf(schema: Schema): string {
  const choices = schema.anyOf ?? [];
  if (isExpression(schema)) return 'an expression';
  if (choices.length > 0) return [...new Set(choices.map(kindOf))].join(' or ');
  if (schema.enum !== undefined)
    return schema.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  switch (schema.type) {
    case 'array':
      if (schema.prefixItems !== undefined)
        return `[ ${schema.prefixItems.map(kindOf).join(', ')} ]`;
      return schema.items === undefined ? 'a list' : `a list of: ${kindOf(schema.items)}`;
    case 'object': {
      const fields = Object.entries(schema.properties ?? {});
      if (fields.length === 0) return 'fields';
      return `{ ${fields.map(([name, own]) => `\`${name}\`${schema.required?.includes(name) === true ? '' : '?'}: ${kindOf(own)}`).join('; ')} }`;
    }
    case 'string':
      return 'text';
    case 'integer':
      return 'a whole number';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case undefined:
    default:
      return 'any value';
  }
}

function isExpression({ properties }: Schema): boolean {
  return properties !== undefined && Object.hasOwn(properties, '@expr');
}

/** The comment above a building block in its file. */
function commentOf(name: string): string {
  const file = name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  const source = readFileSync(
    new URL(`../machines/vocabulary/${file}.ts`, import.meta.url),
    'utf8',
  );
  const before = source.slice(0, source.indexOf(`export const ${name} `));
  const comment = before.slice(before.lastIndexOf('/**') + 3, before.lastIndexOf('*/'));
  return comment.replaceAll(/\s*\n\s*\*\s?/g, ' ').trim();
}
