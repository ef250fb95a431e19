import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Definition } from '../../contracts/definition/definition.ts';
import { textOfIssues } from '../../contracts/issues-of.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { parseJson, readText } from './read-json.ts';
import { shipped } from '../../machines/shipped.ts';

/**
 * What should be a definition: a shipped one by its id, or a file. Of a TypeScript or JavaScript module it is the export that has
 * the format. Nothing is checked yet.
 *
 * @throws StatehouseError `Usage`
 */
export async function readDocument(given: string): Promise<unknown> {
  if (Object.hasOwn(shipped, given)) return shipped[given];
  if (given !== '-' && !existsSync(given)) {
    throw new StatehouseError(
      'Usage',
      `"${given}" is neither a file nor a shipped definition. Shipped are: ${Object.keys(shipped).join(', ')}.`,
      { given, shipped: Object.keys(shipped) },
    );
  }
  return /\.[cm]?[jt]s$/.test(given) ? exportedFrom(given) : parseJson(readText(given), given);
}

/** @throws StatehouseError `InvalidDefinition`, `Usage` */
export async function readDefinition(given: string): Promise<Definition> {
  const parsed = Definition.safeParse(await readDocument(given));
  if (parsed.success) return parsed.data;
  throw new StatehouseError(
    'InvalidDefinition',
    `"${given}" is no definition: ${textOfIssues(parsed.error)}. Run \`statehouse check ${given}\` for all that is wrong.`,
    { given },
  );
}

async function exportedFrom(file: string): Promise<unknown> {
  const module = (await import(pathToFileURL(resolve(file)).href)) as Record<string, unknown>;
  const found = Object.values(module).filter(
    (value) => typeof value === 'object' && value !== null && 'format' in value,
  );
  if (found.length === 1) return found[0];
  throw new StatehouseError(
    'Usage',
    found.length === 0
      ? `${file} exports no definition. Export what \`defineProcess\` returns.`
      : `${file} exports ${found.length} definitions; it must be one.`,
    { file },
  );
}
