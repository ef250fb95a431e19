import { createInterface } from 'node:readline/promises';
import type { Json } from '../../contracts/json.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { plain } from '../output/plain.ts';
import { parseValue, type EventField } from './event-fields.ts';

/** Whether there is a person to ask. */
export function canPrompt(): boolean {
  return process.stdin.isTTY && process.stderr.isTTY;
}

/** @throws StatehouseError `Usage` when the person gives up */
export async function ask(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await new Promise((resolve, reject) => {
      terminal.once('close', () => {
        reject(new StatehouseError('Usage', 'Nothing was sent.'));
      });
      void terminal.question(question).then(resolve, reject);
    });
  } finally {
    terminal.close();
  }
}

/** Asks for one of several by its number. */
export async function choose(question: string, choices: readonly string[]): Promise<number> {
  const list = choices.map((choice, index) => `  ${index + 1}. ${plain(choice)}\n`).join('');
  process.stderr.write(`${question}\n${list}`);
  for (;;) {
    const number = Number(await ask(`1-${choices.length}: `));
    if (Number.isInteger(number) && number >= 1 && number <= choices.length) return number - 1;
  }
}

/** Asks for a field until it fits; undefined when an optional one is left empty. */
export async function askField({ name, field, required }: EventField): Promise<Json | undefined> {
  const label = plain(field.title ?? name);
  if (field.enum !== undefined) {
    const choices = field.enum.map(String);
    const picked = await choose(label, required ? choices : [...choices, '(leave empty)']);
    return picked === choices.length ? undefined : (field.enum[picked] as Json);
  }
  for (;;) {
    const text = (
      await ask(`${label}${hint(field)}${required ? '' : ' (may be left empty)'}: `)
    ).trim();
    if (text === '' && !required) return undefined;
    if (text === '') continue;
    try {
      return parseValue(text, field, label);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  }
}

function hint({ type, format }: EventField['field']): string {
  if (type === 'boolean') return ' (yes or no)';
  if (type === 'array' || type === 'object') return ' (as JSON)';
  if (format === 'date') return ' (such as 2027-03-01)';
  return format === 'date-time' ? ' (such as 2027-03-01T09:00:00.000Z)' : '';
}
