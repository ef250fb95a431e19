import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { diagramOf, type Diagram } from '../../machines/diagram/diagram-of.ts';
import { toMermaid } from '../../machines/diagram/to-mermaid.ts';
import { newCommand, type CommonOptions } from '../input/common-options.ts';
import { readDefinition } from '../input/read-document.ts';
import { activePaths } from '../output/active-states.ts';
import { inLanguage, readerLanguage } from '../output/language.ts';
import { printJson } from '../output/print.ts';
import { knownProcess } from '../output/process-titles.ts';
import { withProcesses } from '../place/with-processes.ts';

interface DiagramOptions extends CommonOptions {
  readonly svg?: boolean;
  readonly mermaid?: boolean;
  readonly output?: string;
  readonly process?: string;
}

/** `diagram`: draws a definition, and where a process is in it. */
export function diagramCommand(): Command {
  return newCommand(
    'diagram',
    'Draw a definition as Mermaid text or as an SVG picture, with the states marked that a process is in.',
    [
      'diagram approval',
      'diagram approval --lang it -o approval.svg',
      'diagram --process school-street --svg > school-street.svg',
    ],
  )
    .argument('[definition]', 'id of a shipped definition, or a file; not needed with --process')
    .option('--mermaid', 'Mermaid text, a stateDiagram-v2 (default)')
    .option('--svg', 'an SVG picture (default for a file whose name ends so)')
    .option('-o, --output <file>', 'write to this file')
    .option('--process <process>', 'mark where this process is')
    .action(drawDiagram);
}

async function drawDiagram(given: string | undefined, options: DiagramOptions): Promise<void> {
  const language = readerLanguage(options.lang);
  const { definition, value } = await subject(given, options.process, language);
  const diagram = diagramOf(definition, {
    say: (text) => inLanguage(text, language ?? definition.languages[0]),
    active: new Set(value === undefined ? [] : activePaths(value)),
  });
  if (options.json === true) {
    printJson(diagram);
    return;
  }
  const text = await textOf(diagram, options);
  if (options.output === undefined) process.stdout.write(text);
  else writeFileSync(options.output, text);
}

async function textOf(diagram: Diagram, { svg, mermaid, output }: DiagramOptions): Promise<string> {
  if (svg === true && mermaid === true)
    throw new StatehouseError('Usage', 'Choose --svg or --mermaid.');
  const wantsSvg = svg ?? (mermaid !== true && output?.endsWith('.svg') === true);
  if (!wantsSvg) return toMermaid(diagram);
  const { toSvg } = await import('../diagram/to-svg.ts');
  return toSvg(diagram);
}

async function subject(
  given: string | undefined,
  process: string | undefined,
  language: string | undefined,
): Promise<{ definition: Definition; value?: Json }> {
  const named = given === undefined ? undefined : await readDefinition(given);
  if (process === undefined) {
    if (named !== undefined) return { definition: named };
    throw new StatehouseError(
      'Usage',
      'Say which definition to draw, or which process with --process.',
    );
  }
  const { value, definition } = await withProcesses((client) => client.snapshot(process));
  const known = named ?? (await knownProcess(process, definition.hash, language)).definition;
  if (known !== undefined) return { definition: known, value };
  throw new StatehouseError(
    'LedgerUnavailable',
    `The ledger does not have the definition of "${process}" yet. Name it: statehouse diagram <definition> --process ${process}`,
    { process, hash: definition.hash },
  );
}
