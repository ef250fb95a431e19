import type { SendResult } from '../../contracts/sent-event.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import { activeStates } from './active-states.ts';
import { labelsIn } from './labels.ts';
import { stateTree } from './state-tree.ts';
import { dim, green } from './style.ts';
import { Titles } from './titles.ts';

/** What an accepted event or act led to. */
export function resultLines(
  what: string,
  result: SendResult,
  definition: Definition | undefined,
  language: string | undefined,
): string[] {
  const { seq, hash, value, status, duplicate } = result;
  const titles = new Titles(definition, language);
  const labels = labelsIn(language ?? definition?.languages[0]);
  const known = duplicate === true ? ' It was accepted before; this is the same answer again.' : '';
  return [
    `${green('Accepted')}: ${what}.${known} ${dim(`Entry ${seq}, ${hash.slice(0, 8)}`)}`,
    ...stateTree(activeStates(value, definition?.machine), titles, labels.responsible),
    ...(status === 'done' ? [labels.ended] : []),
  ];
}
