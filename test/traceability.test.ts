import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../contracts/definition/definition.ts';
import type { StateNodeConfig } from '../contracts/definition/state-node.ts';
import { shipped } from '../machines/shipped.ts';

const page = readFileSync(new URL('../docs/traceability.md', import.meta.url), 'utf8');

type Row = Readonly<Record<string, string>>;

/** The tables under a heading, each row by the names of its columns. */
function rows(heading: string): Row[] {
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string): string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head = '', , ...body] = lines;
  return body.map((line) =>
    Object.fromEntries(cells(line).map((cell, index) => [cells(head)[index] ?? '', cell])),
  );
}

const named = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);

function definitionOf(name: string): [definition: Definition | undefined, own: string] {
  const at = name.indexOf(':');
  const id = at < 0 ? 'co-design' : name.slice(0, at);
  return [Object.entries(shipped).find(([own]) => own === id)?.[1], name.slice(at + 1)];
}

function stateAt(root: StateNodeConfig | undefined, path: string): StateNodeConfig | undefined {
  return path
    .split('.')
    .reduce<StateNodeConfig | undefined>(
      (node, key) => (Object.hasOwn(node?.states ?? {}, key) ? node?.states?.[key] : undefined),
      root,
    );
}
const isState = (name: string): boolean => {
  const [definition, path] = definitionOf(name);
  return stateAt(definition?.machine, path) !== undefined;
};

function listensTo(node: StateNodeConfig, type: string): boolean {
  return (
    Object.hasOwn(node.on ?? {}, type) ||
    Object.values(node.states ?? {}).some((inner) => listensTo(inner, type))
  );
}
/** Declared, or told by one region to the others. */
const isEvent = (name: string): boolean => {
  const [definition, type] = definitionOf(name);
  return definition !== undefined && listensTo(definition.machine, type);
};
const isGuard = (name: string): boolean => {
  const [definition, guard] = definitionOf(name);
  return Object.hasOwn(definition?.guards ?? {}, guard);
};

/** `file.test.ts`: `title of a test`, in pairs. */
function tests(cell = ''): [file: string, title: string][] {
  const names = named(cell);
  return names.flatMap((file, index) => (index % 2 === 0 ? [[file, names[index + 1] ?? '']] : []));
}
function isTest([file, title]: [string, string]): boolean {
  const path = file.includes('/') ? file : `machines/co-design/unhappy/${file}`;
  const url = new URL(path, import.meta.url);
  if (!existsSync(url)) return false;
  const literal = title.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`(?:\\bit|\\))\\(\\s*(['"\`])${literal}\\1\\s*,`).test(
    readFileSync(url, 'utf8'),
  );
}

const sentences = rows('The sentences');
const checklist = rows('The checklist');
const unhappy = rows('When it goes wrong');
const every = [...sentences, ...checklist, ...unhappy];
const missing = (column: string, exists: (name: string) => boolean): string[] =>
  every.flatMap((row) => named(row[column]).filter((name) => !exists(name)));

describe('the page that traces the text', () => {
  it('has a row for each sentence, each idea of the introduction and each question, and no other', () => {
    expect(sentences.map(({ id }) => id)).toEqual(
      'B1 B2 B3 B4 B5 B6 S1 S2a S2b S2c S3a S3b S4a S4b S5a S5b S6 S7 S8a S8b S8c S9a S9b'.split(
        ' ',
      ),
    );
    expect(checklist.map(({ id }) => id)).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    expect(unhappy.length).toBeGreaterThanOrEqual(20);
  });

  it('names states that are there', () => {
    expect(missing('states', isState)).toEqual([]);
  });

  it('names events that something listens for', () => {
    expect(missing('events', isEvent)).toEqual([]);
  });

  it('names guards that are there', () => {
    expect(missing('guards', isGuard)).toEqual([]);
  });

  it('names tests that are there, at least one in each row', () => {
    const gone = every.flatMap((row) => tests(row['tests']).filter((test) => !isTest(test)));
    expect(gone).toEqual([]);
    expect(every.filter((row) => tests(row['tests']).length === 0)).toEqual([]);
  });

  it('names no state, event, guard or test twice in one cell', () => {
    const cells = every.flatMap((row) =>
      ['states', 'events', 'guards'].map((column) => named(row[column])),
    );
    expect(cells.filter((names) => new Set(names).size < names.length)).toEqual([]);
  });
});
