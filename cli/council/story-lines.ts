import type { StateNodeConfig } from '../../contracts/definition/state-node.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { HistoryOutcome } from '../../machines/council-history/live-history.ts';
import type { MatterScript } from '../../machines/council-history/matter-script.ts';
import { activeStates, innermost } from '../output/active-states.ts';
import { InstantText } from '../output/instant-text.ts';
import { plain } from '../output/plain.ts';
import { bold, dim, green, yellow } from '../output/style.ts';
import { Titles } from '../output/titles.ts';
import { labelled } from '../output/wrap.ts';

const indent = 4;
const labelWidth = 10;

/** The story of one matter as a clerk likes to read it: when, what happened in words, where it stands after it, what is due. */
export function storyLines(
  script: MatterScript,
  outcome: HistoryOutcome,
  language: string | undefined,
): string[] {
  const { definition, id, steps } = script;
  const titles = new Titles(definition, language);
  const spoken = language ?? definition.languages[0];
  const instants = new InstantText(spoken, definition.calendar?.timezone, Date.now());
  let told = 0;
  const lines = outcome.simulation.entries(id).flatMap((entry) => {
    const words = entry.kind === 'event' ? steps[told++]?.action : undefined;
    return entryLines(entry, words, { script, titles, instants });
  });
  return [
    `${bold(plain(script.file))}  ${titles.process}`,
    '',
    ...lines,
    '',
    ...ending(script, outcome, titles),
  ];
}

interface Reader {
  readonly script: MatterScript;
  readonly titles: Titles;
  readonly instants: InstantText;
}

function entryLines(entry: LedgerEntry, words: string | undefined, reader: Reader): string[] {
  const { titles, instants } = reader;
  const line = (label: string, text: string): string[] =>
    labelled(indent, dim(label), labelWidth, text);
  const stands = entered(entry, reader).flatMap((state) => line('now', state));
  switch (entry.kind) {
    case 'event': {
      const { committee, tally, declared } = entry.event;
      return [
        `${instants.at(entry.at)}  ${bold(titles.event(entry.event.type))}${words === undefined ? '' : dim(`  «${plain(words)}»`)}`,
        ...(typeof committee === 'string' ? line('by', plain(committee)) : []),
        ...(typeof declared === 'string' ? line('result', declared) : []),
        ...(tally === undefined ? [] : line('votes', votes(tally))),
        ...stands,
      ];
    }
    case 'timer':
      return [
        `${instants.at(entry.at)}  ${yellow(`Deadline reached: ${titles.timer(entry.about?.id ?? '')}`)}`,
        ...stands,
      ];
    case 'deadline': {
      const due = entry.event['dueAt'];
      const when = typeof due === 'string' ? instants.at(due) : '';
      return line('due', `${titles.timer(entry.about?.id ?? '')}: ${when}`);
    }
    case 'started':
    case 'delivery':
    case 'completion':
    case 'administration':
      return [];
  }
}

function votes(tally: unknown): string {
  const { yes, no, abstain } = tally as Record<'yes' | 'no' | 'abstain', number>;
  return `${yes} for, ${no} against, ${abstain} abstaining`;
}

/** Where the entry led, in words: the outermost state, and within it what people still wait for. */
function entered({ from, to }: LedgerEntry, { script, titles }: Reader): string[] {
  const before = JSON.stringify(from);
  if (before === JSON.stringify(to)) return [];
  return activeStates(to, script.definition.machine).map(({ key, node, children }) => {
    const inside = innermost(children)
      .filter((path) => nodeAt(node, path)?.meta?.resting === undefined)
      .map((path) => titles.path([key, ...path]).at(-1) ?? '');
    return [titles.state(key, node), inside.join(', ')].filter((text) => text !== '').join(': ');
  });
}

function nodeAt(
  node: StateNodeConfig | undefined,
  path: readonly string[],
): StateNodeConfig | undefined {
  return path.reduce((inner: StateNodeConfig | undefined, key) => inner?.states?.[key], node);
}

function ending(
  { status, steps }: MatterScript,
  { refusal, agrees, state }: HistoryOutcome,
  titles: Titles,
): string[] {
  if (refusal !== undefined) {
    const { entry, action, reason } = refusal;
    return [
      `${yellow('Refused')} at entry ${entry}, «${plain(action)}».`,
      ...labelled(2, '', 0, plain(reason)),
    ];
  }
  const days = Math.round(
    (Date.parse(steps.at(-1)?.at ?? '') - Date.parse(steps[0]?.at ?? '')) / 86_400_000,
  );
  const told = `${steps.length} entries in ${days} days, all taken.`;
  return agrees
    ? [`${green('Agrees')}: ${told} It ends as the city says: ${plain(status)}.`]
    : [
        `${yellow('Ends elsewhere')}: ${told} The city says "${plain(status)}", the ${titles.process} is "${state}".`,
      ];
}
