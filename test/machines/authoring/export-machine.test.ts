import { describe, expect, it } from '@jest/globals';
import {
  and,
  assign,
  cancel,
  createMachine,
  emit,
  enqueueActions,
  forwardTo,
  fromPromise,
  log,
  not,
  or,
  raise,
  sendParent,
  sendTo,
  setup,
  spawnChild,
  stateIn,
  stopChild,
  type AnyStateMachine,
} from 'xstate';
import type { StatehouseError } from '../../../contracts/statehouse-error.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { exportMachine } from '../../../machines/authoring/export-machine.ts';

/** XState's types know the names of a `setup`; here the machines are as wild as JavaScript allows. */
const machine = (config: unknown): AnyStateMachine =>
  createMachine(config as never) as AnyStateMachine;
const one = (state: unknown): AnyStateMachine =>
  machine({ initial: 'a', states: { a: state, b: {} } });

function refusal(authored: AnyStateMachine): StatehouseError {
  try {
    exportMachine(authored);
  } catch (error) {
    return error as StatehouseError;
  }
  throw new Error('It was exported.');
}

describe('exportMachine', () => {
  it('gives XState helpers their named form', () => {
    const exported = exportMachine(
      one({
        entry: [
          raise({ type: 'x' }),
          raise({ type: 'x' }, { delay: 'soon' as never, id: 'later' }),
          sendTo('child', { type: 'y', n: cel('context.n') }, { delay: 5 }),
          sendParent({ type: 'z' }),
          cancel('later'),
          stopChild('child'),
          emit({ type: 'seen' }),
          log('words', 'label'),
          spawnChild('worker', { id: 'w', input: { a: cel('context.a') } }),
          assign({ n: 5, m: cel('context.n + 1') }),
        ],
      }),
    );
    expect(exported.states?.['a']?.entry).toEqual([
      { type: 'raise', params: { event: { type: 'x' } } },
      { type: 'raise', params: { event: { type: 'x' }, delay: 'soon', id: 'later' } },
      {
        type: 'sendTo',
        params: { to: 'child', event: { type: 'y', n: cel('context.n') }, delay: 5 },
      },
      { type: 'sendParent', params: { event: { type: 'z' } } },
      { type: 'cancel', params: { id: 'later' } },
      { type: 'stopChild', params: { id: 'child' } },
      { type: 'emit', params: { event: { type: 'seen' } } },
      { type: 'log', params: { value: 'words', label: 'label' } },
      { type: 'spawnChild', params: { src: 'worker', id: 'w', input: { a: cel('context.a') } } },
      { type: 'set', params: { n: 5, m: cel('context.n + 1') } },
    ]);
  });

  it('gives guards in each other their named form', () => {
    const guard = and(['first', or([not('second'), stateIn({ a: 'b' }), stateIn('#id')])]);
    const exported = exportMachine(one({ on: { go: { guard, target: 'b' } } }));
    expect(exported.states?.['a']?.on?.['go']).toEqual({
      target: 'b',
      guard: {
        type: 'and',
        params: {
          guards: [
            'first',
            {
              type: 'or',
              params: {
                guards: [
                  { type: 'not', params: { guard: 'second' } },
                  { type: 'stateIn', params: { state: 'a.b' } },
                  { type: 'stateIn', params: { state: '#id' } },
                ],
              },
            },
          ],
        },
      },
    });
  });

  it('knows a guard helper whatever a bundler has called it', () => {
    const guard = Object.defineProperty(not('second'), 'name', { value: 'q' });
    const exported = exportMachine(one({ on: { go: { guard } } }));
    expect(exported.states?.['a']?.on?.['go']).toEqual({
      guard: { type: 'not', params: { guard: 'second' } },
    });
  });

  it('keeps an event forbidden', () => {
    const exported = exportMachine(one({ on: { go: undefined } }));
    expect(exported.states?.['a']?.on).toEqual({ go: {} });
  });

  it('knows the short forms that XState allows', () => {
    const exported = exportMachine(
      machine({
        types: {},
        initial: 'a',
        states: {
          a: { tags: 'open', on: { go: ['b', { target: 'c' }] } },
          b: { invoke: { id: 'i', src: 'child', onDone: ['c'] } },
          c: { initial: 'd', states: { d: {}, memory: { type: 'history', history: true } } },
        },
      }),
    );
    expect(exported.states?.['a']).toEqual({
      tags: ['open'],
      on: { go: [{ target: 'b' }, { target: 'c' }] },
    });
    expect(exported.states?.['b']?.invoke).toEqual({
      id: 'i',
      src: 'child',
      onDone: [{ target: 'c' }],
    });
    expect(exported.states?.['c']?.states?.['memory']?.history).toBe('shallow');
  });

  it('gives the same when what it gave is exported again', () => {
    const exported = exportMachine(
      one({
        entry: [raise({ type: 'x' }), { type: 'set', params: { a: cel('event.a') } }],
        on: { x: { guard: and(['p', not('q')]), actions: ['r', assign({ z: 1 })] } },
        after: { soon: 'b' },
      }),
    );
    expect(exportMachine(machine(exported))).toEqual(exported);
  });
});

describe('exportMachine refuses what is no data, by name and place', () => {
  const isLate = (): boolean => true;
  const refused: readonly [what: string, authored: AnyStateMachine, place: string][] = [
    ['a guard', one({ on: { go: { guard: isLate } } }), 'states.a.on.go.guard (isLate)'],
    [
      'a guard in another',
      one({ on: { go: { guard: and(['p', not(isLate)]) } } }),
      'states.a.on.go.guard.1.0 (isLate)',
    ],
    [
      'a stateIn of several states',
      one({ on: { go: { guard: stateIn({ a: 'b', c: 'd' }) } } }),
      'states.a.on.go.guard (stateIn of several states',
    ],
    [
      'params',
      one({ on: { go: { guard: { type: 'g', params: () => ({}) } } } }),
      'states.a.on.go.guard.params (params)',
    ],
    ['an action', one({ entry: [() => undefined] }), 'states.a.entry.0 (an unnamed function)'],
    [
      'an action in `initial`',
      machine({ initial: { target: 'a', actions: [isLate] }, states: { a: {} } }),
      'initial.actions.0 (isLate)',
    ],
    ['an assigner', one({ entry: assign({ x: () => 1 }) }), 'states.a.entry.assign.x (x)'],
    [
      'an assignment',
      one({ entry: assign(() => ({ x: 1 })) }),
      'states.a.entry.assign (an unnamed function)',
    ],
    [
      'enqueueActions',
      one({ exit: enqueueActions(() => undefined) }),
      'states.a.exit (enqueueActions)',
    ],
    [
      'an event',
      one({ entry: raise(() => ({ type: 'x' })) }),
      'states.a.entry.event (an unnamed function)',
    ],
    [
      'a field of an event',
      one({ entry: raise({ type: 'x', at: new Date(0) } as never) }),
      'states.a.entry.event.at (a Date)',
    ],
    [
      'a delay',
      one({ entry: raise({ type: 'x' }, { delay: () => 5 }) }),
      'states.a.entry.delay (delay)',
    ],
    [
      'NaN',
      one({ entry: raise({ type: 'x' }, { delay: Number.NaN }) }),
      'states.a.entry.delay (NaN)',
    ],
    [
      'a target of sendTo',
      one({ entry: sendTo(() => 'child', { type: 'x' }) }),
      'states.a.entry.to (an unnamed function)',
    ],
    ['forwardTo', one({ entry: forwardTo('child') }), 'states.a.entry.event'],
    [
      'an id to cancel',
      one({ entry: cancel(() => 'x') }),
      'states.a.entry.sendId (an unnamed function)',
    ],
    [
      'a child to stop',
      one({ entry: stopChild(() => 'x') }),
      'states.a.entry.actorRef (an unnamed function)',
    ],
    ['the log of everything', one({ entry: log() }), 'states.a.entry.value'],
    [
      'spawned logic',
      one({ entry: spawnChild(fromPromise(() => Promise.resolve()) as never, { id: 'x' }) }),
      'states.a.entry.src',
    ],
    [
      'a system id',
      one({ entry: spawnChild('x', { id: 'x', systemId: 's' }) }),
      'states.a.entry.systemId',
    ],
    [
      'the input of a spawned child',
      one({ entry: spawnChild('x', { id: 'x', input: () => 1 }) }),
      'states.a.entry.input (input)',
    ],
    [
      'invoked logic',
      one({ invoke: { id: 'i', src: fromPromise(() => Promise.resolve()) } }),
      'states.a.invoke.src (an actor',
    ],
    [
      'an invoked machine',
      one({ invoke: { id: 'i', src: createMachine({}) } }),
      'states.a.invoke.src (an actor',
    ],
    [
      'the input of a child',
      one({ invoke: { id: 'i', src: 'x', input: { deep: { er: () => 1 } } } }),
      'states.a.invoke.input.deep.er (er)',
    ],
    ['the context', machine({ context: () => ({}) }), 'context (context)'],
    [
      'a value in the context',
      machine({ context: { people: new Map() } }),
      'context.people (a Map)',
    ],
    ['an output', machine({ output: () => 1 }), 'output (output)'],
    ['a large integer', machine({ context: { n: 1n } }), 'context.n (a bigint)'],
  ];

  it.each(refused)('%s', (_what, authored, place) => {
    const error = refusal(authored);
    expect(error.code).toBe('InvalidDefinition');
    expect(error.message).toContain(place);
  });

  it('an implementation that was given to setup', () => {
    const authored = setup({ guards: { isLate } }).createMachine({
      initial: 'a',
      states: { a: { on: { go: { guard: 'isLate' } } } },
    });
    expect(refusal(authored as unknown as AnyStateMachine).message).toContain(
      'guards.isLate (an implementation)',
    );
  });

  it('every place at once', () => {
    const error = refusal(one({ entry: () => undefined, exit: () => undefined }));
    expect(error.facts['places']).toHaveLength(2);
  });

  it('a child without an id, with the word that is missing', () => {
    expect(refusal(one({ invoke: { src: 'x' } })).message).toContain(
      'states.a.invoke.id: is missing',
    );
  });

  it('a key that the format does not know', () => {
    expect(refusal(one({ activities: ['x'] })).message).toContain('"activities" is not known here');
  });
});
