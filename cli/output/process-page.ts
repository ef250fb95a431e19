import type { Definition } from '../../contracts/definition/definition.ts';
import type { NextAnswer, NextEvent } from '../../contracts/next-answer.ts';
import type { SnapshotAnswer } from '../../contracts/snapshot-answer.ts';
import { activeStates } from './active-states.ts';
import { checklistLines } from './checklist-lines.ts';
import { InstantText } from './instant-text.ts';
import { labelsIn, type Labels } from './labels.ts';
import { inLanguage } from './language.ts';
import { milestoneLines } from './milestone-lines.ts';
import { plain } from './plain.ts';
import { stateTree } from './state-tree.ts';
import { bold, dim, green, yellow } from './style.ts';
import { table } from './table.ts';
import { Titles } from './titles.ts';
import { labelled } from './wrap.ts';

/** All that there is to tell about one process. */
export interface ProcessPage {
  readonly snapshot: SnapshotAnswer;
  readonly next: NextAnswer;
  readonly title: string | undefined;
  readonly definition: Definition | undefined;
  readonly language: string | undefined;
  /** Only count what may come at any time. */
  readonly brief?: boolean;
}

interface Writing {
  readonly titles: Titles;
  readonly labels: Labels;
  readonly instants: InstantText;
  readonly language: string | undefined;
}

/** Where a process stands, what can happen next, by whom, until when, and why not yet. */
export function processPage(page: ProcessPage): string[] {
  const { snapshot, next, definition } = page;
  const language = page.language ?? definition?.languages[0];
  const now = Date.now() + (snapshot.rehearsal?.offset ?? 0);
  const writing: Writing = {
    titles: new Titles(definition, language),
    labels: labelsIn(language),
    instants: new InstantText(language, definition?.calendar?.timezone, now),
    language,
  };
  return [
    ...heading(page, writing, now),
    '',
    ...section(writing.labels.where, whereLines(snapshot, definition, writing)),
    ...section(
      writing.labels.checklist,
      checklistLines(snapshot.context, writing.instants, writing.labels, language),
    ),
    ...section(
      writing.labels.milestones,
      milestoneLines(snapshot.context, writing.instants, writing.labels, language),
    ),
    ...(snapshot.status === 'active' ? nextSections(next, writing, page.brief === true) : []),
    ...section(writing.labels.deadlines, deadlineLines(next, writing)),
    ...section(writing.labels.children, childLines(snapshot)),
    ...section(writing.labels.record, recordLines(snapshot, writing.labels)),
  ].slice(0, -1);
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [bold(title), ...lines, ''];
}

function heading({ snapshot, title }: ProcessPage, writing: Writing, now: number): string[] {
  const { titles, labels, instants } = writing;
  const { id, version } = snapshot.definition;
  const kind = `${titles.process || id} ${version}`;
  return [
    bold(title ?? snapshot.process),
    dim(
      `${snapshot.process}, ${kind}, ${labels.entry} ${snapshot.seq}, ${instants.at(snapshot.at)}`,
    ),
    ...(snapshot.rehearsal === null
      ? []
      : [yellow(labels.rehearsal(instants.at(new Date(now).toISOString())))]),
    ...suspensionLines(snapshot, writing),
  ];
}

function suspensionLines({ suspension }: SnapshotAnswer, { labels, instants }: Writing): string[] {
  if (suspension === null) return [];
  const since = labels.suspended(instants.at(suspension.since), plain(suspension.by));
  const clock = suspension.toll ? labels.tolled : labels.running;
  return [yellow(`${since}: ${plain(suspension.reason)} (${clock})`)];
}

function whereLines(
  { value, status }: SnapshotAnswer,
  definition: Definition | undefined,
  { titles, labels }: Writing,
): string[] {
  const endings = {
    active: [],
    done: [labels.ended],
    error: [labels.failed],
    stopped: [labels.stopped],
  };
  const states = activeStates(value, definition?.machine);
  return [
    ...stateTree(states, titles, labels.responsible),
    ...endings[status].map((line) => `  ${line}`),
  ];
}

/** What the innermost states wait for, in full; what may come at any time, a line each. */
function nextSections({ events }: NextAnswer, writing: Writing, brief: boolean): string[] {
  const { labels } = writing;
  const possibleFirst = [
    ...events.filter(({ possible }) => possible),
    ...events.filter(({ possible }) => !possible),
  ];
  const awaited = possibleFirst.filter((event) => event.awaited);
  const others = possibleFirst.filter((event) => !event.awaited);
  if (awaited.length === 0)
    return section(
      labels.next,
      events.length === 0
        ? [`  ${labels.nothing}`]
        : others.flatMap((event) => eventLines(event, writing)),
    );
  return [
    ...section(
      labels.next,
      awaited.flatMap((event) => eventLines(event, writing)),
    ),
    ...section(
      labels.anyTime,
      brief && others.length > 0
        ? [`  ${labels.listedBy(others.length)}`]
        : others.flatMap((event) => shortLines(event, writing)),
    ),
  ];
}

function shortLines({ type, by, possible }: NextEvent, { titles }: Writing): string[] {
  const roles = rolesOf(by, titles);
  const mark = possible ? green('+') : dim('-');
  return labelled(2, `${mark} ${titles.event(type)}`, 46, `${dim(type)}  ${roles}`);
}

function rolesOf(by: NextEvent['by'], titles: Titles): string {
  return by
    .filter(({ role }) => role !== 'process')
    .map(({ role }) => titles.role(role))
    .join(', ');
}

function eventLines(event: NextEvent, { titles, labels, instants, language }: Writing): string[] {
  const { by, until, whyNot, conditions, possible, type } = event;
  const mark = possible ? green('+') : dim('-');
  const width =
    2 +
    Math.max(
      ...[labels.by, labels.until, labels.onlyIf, labels.notYet].map(({ length }) => length),
    );
  const because = (texts: NextEvent['whyNot']): string =>
    texts.map((text) => inLanguage(text, language)).join('; ');
  return [
    `  ${mark} ${titles.event(type)}  ${dim(type)}`,
    ...labelled(6, dim(labels.by), width, rolesOf(by, titles)),
    ...(until === undefined
      ? []
      : labelled(6, dim(labels.until), width, `${instants.at(until)} (${instants.away(until)})`)),
    ...(conditions.length === 0 ? [] : labelled(6, dim(labels.onlyIf), width, because(conditions))),
    ...(possible ? [] : labelled(6, dim(labels.notYet), width, because(whyNot))),
  ];
}

function deadlineLines({ deadlines }: NextAnswer, { titles, labels, instants }: Writing): string[] {
  const byDue = [...deadlines].sort((one, other) =>
    (one.dueAt ?? '~').localeCompare(other.dueAt ?? '~'),
  );
  return table(
    byDue.map(({ id, dueAt }) => [
      `  ${titles.timer(id)}`,
      dueAt === null ? labels.unresolved : instants.at(dueAt),
      dueAt === null ? '' : instants.isPast(dueAt) ? yellow(labels.overdue) : instants.away(dueAt),
    ]),
  );
}

function childLines({ children }: SnapshotAnswer): string[] {
  return table(children.map(({ process, src }) => [`  ${plain(process)}`, dim(plain(src))]));
}

function recordLines({ seq, backlog }: SnapshotAnswer, labels: Labels): string[] {
  const { entries, effects, fault } = backlog;
  const told = [
    labels.entries(seq + 1),
    entries === 0 ? labels.allInLedger : labels.entriesBehind(entries),
    ...(effects === 0 ? [] : [labels.effectsBehind(effects)]),
  ];
  return [
    `  ${told.join(', ')}`,
    ...(fault === null
      ? []
      : labelled(2, yellow(labels.fault), labels.fault.length + 2, plain(fault))),
  ];
}
