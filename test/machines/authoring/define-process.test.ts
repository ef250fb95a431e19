import { describe, expect, it } from '@jest/globals';
import {
  and,
  assign,
  initialTransition,
  not,
  raise,
  setup,
  stateIn,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { z } from '../../../contracts/zod.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { defineProcess, type ProcessSpec } from '../../../machines/authoring/define-process.ts';
import { setupFor } from '../../../machines/authoring/setup-for.ts';
import { check } from '../../../machines/check/check.ts';
import { compile } from '../../../machines/compile/compile.ts';

const title = { en: 'Vote' };
const spec = {
  id: 'vote',
  version: '1.0.0',
  title,
  languages: ['en'],
  roles: { chair: { title } },
  events: {
    'vote.cast': {
      title,
      by: ['chair'],
      schema: z.object({ yes: z.number().meta({ publicity: 'public' }) }),
    },
    'vote.closed': { title, by: ['chair'] },
    'vote.reopened': { title, by: ['chair'] },
  },
  guards: { carried: { ...cel('event.yes > 2.0'), title } },
  delays: { closing: 'P1D' },
} as const;

const authored = setup(setupFor(spec)).createMachine({
  id: 'vote',
  context: { count: 0, open: true },
  initial: 'voting',
  states: {
    voting: {
      type: 'parallel',
      meta: { title, responsible: ['chair'] },
      on: { 'vote.closed': 'over' },
      states: {
        ballot: {
          initial: 'empty',
          states: {
            empty: {
              meta: { title },
              on: {
                'vote.cast': [
                  { guard: 'carried', target: 'carried', actions: assign({ count: 1 }) },
                  { actions: raise({ type: 'vote.reopened' }) },
                ],
              },
              after: { closing: '#vote.over' },
            },
            carried: { meta: { title }, exit: assign({ count: 2 }) },
          },
        },
        door: {
          initial: 'open',
          states: {
            open: {
              meta: { title },
              on: { 'vote.reopened': { target: 'shut', actions: assign({ open: false }) } },
            },
            shut: {
              meta: { title },
              always: {
                guard: and([not(stateIn('#vote.voting.ballot.carried')), stateIn('voting')]),
                target: 'open',
                actions: assign({ open: true }),
              },
              on: { 'vote.cast': { target: 'shut', reenter: true } },
            },
          },
        },
      },
    },
    over: {
      meta: { title, responsible: ['chair'] },
      initial: 'resting',
      on: { 'vote.reopened': '.last', 'vote.cast': 'voting' },
      states: {
        resting: { meta: { title }, on: { 'vote.closed': 'again' } },
        again: { meta: { title } },
        last: { type: 'history', target: 'again' },
      },
    },
  },
});

type Sent = { type: string; yes?: number };
const alphabet: readonly Sent[] = [
  { type: 'vote.cast', yes: 1 },
  { type: 'vote.cast', yes: 3 },
  { type: 'vote.closed' },
  { type: 'vote.reopened' },
];

/** Value and context after each of the events. */
function life(machine: AnyStateMachine, events: readonly Sent[]): unknown[] {
  let snapshot: AnyMachineSnapshot = initialTransition(machine)[0];
  return events.map((event) => {
    snapshot = transition(machine, snapshot, event)[0];
    return [snapshot.value as unknown, snapshot.context as unknown, snapshot.status];
  });
}

function sequences(length: number): Sent[][] {
  if (length === 0) return [[]];
  return sequences(length - 1).flatMap((start) => alphabet.map((event) => [...start, event]));
}

describe('defineProcess', () => {
  const definition = defineProcess(spec, authored);

  it('gives a definition that lives as the authored machine does', () => {
    const own = authored.provide({
      guards: { carried: ({ event }) => Number(event['yes']) > 2 },
      delays: { closing: 86_400_000 },
    });
    const { machine, scope } = compile(definition);
    scope.now = '2027-03-26T16:00:00.000Z';
    for (const events of sequences(5))
      expect(life(machine as unknown as AnyStateMachine, events)).toEqual(life(own, events));
  });

  it('gives the same after a way through JSON text', () => {
    const again: unknown = JSON.parse(JSON.stringify(definition));
    expect(again).toEqual(definition);
    expect(check(again)).toEqual([]);
  });

  it('turns the fields of an event into a schema with their publicity', () => {
    expect(definition.events['vote.cast']?.schema).toEqual({
      type: 'object',
      properties: { yes: { type: 'number', publicity: 'public' } },
      required: ['yes'],
      additionalProperties: false,
    });
  });
});

describe('defineProcess refuses', () => {
  const refused: readonly [what: string, change: Partial<ProcessSpec>, words: string][] = [
    [
      'a function among the actions',
      { actions: { a: assign({ x: () => 1 }) as never } },
      'actions.a.assign.x (x)',
    ],
    ['a function among the delays', { delays: { late: (() => 1) as never } }, 'delays.late (late)'],
    [
      'a function among the guards',
      { guards: { late: (() => true) as never } },
      'guards.late (late)',
    ],
    [
      'a refinement of an event',
      {
        events: { e: { title, by: [], schema: z.object({ n: z.number().refine((n) => n > 1) }) } },
      },
      'n (a refinement',
    ],
    [
      'a default in an event',
      { events: { e: { title, by: [], schema: z.object({ n: z.number().default(1) }) } } },
      "zod's default",
    ],
    [
      'a transformation in the input',
      { input: z.object({ n: z.string().transform(Number) }) },
      "zod's",
    ],
    ['a date in the input', { input: z.object({ n: z.date() }) }, "zod's date"],
    ['a wrong version', { version: '1' }, 'version: Use a semantic version'],
  ];

  it.each(refused)('%s', (_what, change, words) => {
    expect(() => defineProcess({ ...spec, ...change }, authored)).toThrow(words);
  });
});

describe('names of a definition', () => {
  it.each(['toString', 'constructor', 'hasOwnProperty', '__proto__'])(
    'are its own: no guard, action, delay or machine is called %s',
    (name) => {
      const state = (own: object): object => ({ initial: 'a', states: { a: own } });
      const machines = [
        state({ on: { e: { guard: name } } }),
        state({ on: { e: { guard: { type: 'not', params: { guard: name } } } } }),
        state({ entry: name }),
        state({ after: JSON.parse(`{"${name}":{}}`) as object }),
        state({ invoke: { id: 'i', src: name } }),
      ];
      const { machine: _machine, ...rest } = defineProcess(spec, authored);
      for (const machine of machines)
        expect(() => compile({ ...rest, machine })).toThrow(`"${name}"`);
    },
  );
});
