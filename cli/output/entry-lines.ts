import type { Definition } from '../../contracts/definition/definition.ts';
import type { Json } from '../../contracts/json.ts';
import { Commitment } from '../../contracts/commitment.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { activeStates, innermost } from './active-states.ts';
import type { InstantText } from './instant-text.ts';
import { plain } from './plain.ts';
import { spaced } from './spaced.ts';
import { bold, dim } from './style.ts';
import type { Titles } from './titles.ts';
import { labelled } from './wrap.ts';

const labelWidth = 10;
const longestValue = 120;

/** One entry as a clerk reads it: when, what, who, from where to where, what was set in motion, and its hash. */
export function entryLines(
  entry: LedgerEntry,
  definition: Definition | undefined,
  titles: Titles,
  instants: InstantText,
): string[] {
  const { seq, at, actor, hash } = entry;
  const line = (label: string, text: string): string[] => labelled(6, dim(label), labelWidth, text);
  const acted = actor.onBehalfOf === undefined ? '' : ` for ${plain(actor.onBehalfOf)}`;
  const roles = titles.roles(actor.roles);
  return [
    `${String(seq).padStart(4)}  ${instants.at(at)}  ${bold(whatHappened(entry, titles))}  ${dim(hash.slice(0, 8))}`,
    ...line('by', `${plain(actor.subject)}${acted}${roles === '' ? '' : ` (${roles})`}`),
    ...(actor.authority === undefined ? [] : line('under', plain(actor.authority))),
    ...fields(entry, instants).flatMap(([name, value]) => line(name, value)),
    ...moves(entry, definition, titles).flatMap((move) => line('stands at', move)),
    ...consequences(entry, titles, instants).flatMap(([label, text]) => line(label, text)),
  ];
}

function whatHappened({ kind, event, about }: LedgerEntry, titles: Titles): string {
  if (kind === 'timer') return `Deadline reached: ${titles.timer(about?.id ?? event.type)}`;
  if (kind === 'completion')
    return `Answer of "${plain(about?.id ?? '')}": ${titles.event(event.type)}`;
  const what = titles.event(event.type);
  return kind === 'deadline' || kind === 'administration'
    ? `${what}${aboutText(about, titles)}`
    : what;
}

function aboutText(about: LedgerEntry['about'], titles: Titles): string {
  return about === undefined ? '' : `: ${titles.timer(about.id)}`;
}

/** Fields that programs understand and people do not; `log --json` has them. */
const technical = new Set([
  'type',
  'definition',
  'deadline',
  'token',
  'trace',
  'calendarVersion',
  'tzdbVersion',
  'zone',
]);
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

function fields({ kind, event }: LedgerEntry, instants: InstantText): [string, string][] {
  if (kind === 'timer') return [];
  return Object.entries(event).flatMap(([name, value]) => {
    if (technical.has(name)) return [];
    const isInstant = typeof value === 'string' && instant.test(value);
    return [[spaced(name), isInstant ? instants.at(value) : valueText(value)] as [string, string]];
  });
}

function valueText(value: Json): string {
  if (Commitment.safeParse(value).success) return '(not public)';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return plain(text.length > longestValue ? `${text.slice(0, longestValue)} …` : text);
}

/** States left and entered, where they changed. */
function moves(entry: LedgerEntry, definition: Definition | undefined, titles: Titles): string[] {
  const from = paths(entry.from, definition, titles);
  const to = paths(entry.to, definition, titles);
  const left = from.filter((path) => !to.includes(path));
  const entered = to.filter((path) => !from.includes(path));
  if (left.length === 0 && entered.length === 0) return [];
  if (left.length === 0) return [entered.join(', ')];
  return [`${left.join(', ')} → ${entered.join(', ') || '(left)'}`];
}

function paths(value: Json, definition: Definition | undefined, titles: Titles): string[] {
  return innermost(activeStates(value, definition?.machine)).map((path) =>
    titles.path(path).join(' › '),
  );
}

function consequences(
  entry: LedgerEntry,
  titles: Titles,
  instants: InstantText,
): [string, string][] {
  return entry.effects.flatMap((effect): [string, string][] => {
    switch (effect.kind) {
      case 'arm': {
        const when =
          effect.dueAt === undefined ? 'when the calendar has counted' : instants.at(effect.dueAt);
        return [['deadline', `${titles.timer(effect.id)}: ${when}`]];
      }
      case 'invoke':
        return [['begins', `${plain(effect.id)} (${plain(effect.src)})`]];
      case 'effect':
        return [[plain(effect.type), effectText(effect.params)]];
      case 'send':
        return [['tells', `${plain(effect.to)}: ${plain(effect.event.type)}`]];
      case 'cancel':
      case 'stop':
      case 'emit':
      case 'log':
        return [];
    }
  });
}

function effectText(params: Json | undefined): string {
  if (typeof params !== 'object' || params === null) return '';
  return Object.entries(params)
    .map(([name, value]) => `${name} ${valueText(value)}`)
    .join(', ');
}
