import { describe, expect, it } from '@jest/globals';
import { initialTransition, transition, type AnyStateMachine } from 'xstate';
import type { Definition } from '../../../contracts/definition/definition.ts';
import type {
  ActionRef,
  GuardRef,
  StateNodeConfig,
} from '../../../contracts/definition/state-node.ts';
import type { JsonObject } from '../../../contracts/json.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { compile } from '../../../machines/compile/compile.ts';
import { soundDefinition } from '../check/sound-definition.ts';

const title = { en: 'T', it: 'T' };
type Parts = Partial<Pick<Definition, 'guards' | 'actions' | 'delays'>>;

function definition(machine: StateNodeConfig, parts: Parts = {}): Definition {
  return { ...soundDefinition(), guards: {}, actions: {}, delays: {}, ...parts, machine };
}

/** The machine after one event `go`: its value, its context and what it asks for. */
function after(
  machine: StateNodeConfig,
  parts: Parts = {},
  event: JsonObject = {},
): { value: unknown; context: unknown; asked: [string, unknown][] } {
  const program = compile(definition(machine, parts));
  program.scope.now = '2027-03-26T16:00:00.000Z';
  const logic = program.machine as unknown as AnyStateMachine;
  const [start] = initialTransition(logic);
  const [snapshot, actions] = transition(logic, start, { ...event, type: 'go' });
  return {
    value: snapshot.value,
    context: snapshot.context,
    asked: actions.map(({ type, params }) => [type, params]),
  };
}

function passes(guard: GuardRef, parts: Parts = {}, event: JsonObject = {}): boolean {
  const machine: StateNodeConfig = {
    context: { list: ['a', 'b'], n: 2 },
    initial: 'a',
    states: { a: { id: 'first', on: { go: { target: 'b', guard } } }, b: {} },
  };
  return after(machine, parts, event).value === 'b';
}

function acts(
  actions: ActionRef | ActionRef[],
  parts: Parts = {},
  event: JsonObject = {},
): ReturnType<typeof after> {
  const machine: StateNodeConfig = { context: { list: ['a'], n: 2 }, on: { go: { actions } } };
  return after(machine, parts, event);
}

describe('guards', () => {
  const guards = { big: { ...cel('context.n > params.than'), title } };
  const big = (than: number): GuardRef => ({ type: 'big', params: { than } });

  it('are CEL conditions by name, with parameters', () => {
    expect(passes(big(1), { guards })).toBe(true);
    expect(passes(big(2), { guards })).toBe(false);
  });

  it('may compute their parameters', () => {
    const guard = { type: 'big', params: { than: cel('event.than') } };
    expect(passes(guard, { guards }, { than: 1.5 })).toBe(true);
    expect(passes(guard, { guards }, { than: 2.5 })).toBe(false);
  });

  it('are combined with and, or, not and stateIn to any depth', () => {
    const yes = big(1);
    const no = big(5);
    const and = (...list: GuardRef[]): GuardRef => ({
      type: 'and',
      params: { guards: list as never },
    });
    const or = (...list: GuardRef[]): GuardRef => ({
      type: 'or',
      params: { guards: list as never },
    });
    const not = (guard: GuardRef): GuardRef => ({ type: 'not', params: { guard: guard as never } });
    const inState = (state: string): GuardRef => ({ type: 'stateIn', params: { state } });
    expect(passes(and(yes, or(no, not(no)), inState('a'), inState('#first')), { guards })).toBe(
      true,
    );
    expect(passes(and(yes, or(no, not(yes))), { guards })).toBe(false);
    expect(passes(not(inState('a')), { guards })).toBe(false);
  });

  it('may be vocabulary under a name, with more parameters where they are used', () => {
    const enough = { type: 'countAtLeast', params: { items: cel('context.list'), atLeast: 2 } };
    expect(passes('enough', { guards: { enough } })).toBe(true);
    expect(passes({ type: 'enough', params: { atLeast: 3 } }, { guards: { enough } })).toBe(false);
  });

  it('may keep the name of the block they give parameters to', () => {
    const countAtLeast = {
      type: 'countAtLeast',
      params: { items: cel('context.list'), atLeast: 2 },
    };
    expect(passes('countAtLeast', { guards: { countAtLeast } })).toBe(true);
  });

  it('cannot be made of themselves', () => {
    const guards = {
      a: { type: 'not', params: { guard: 'b' } },
      b: { type: 'and', params: { guards: ['a'] } },
    };
    expect(() => passes('a', { guards })).toThrow('the guard "a"');
  });

  it('fail loudly when they are neither true nor false', () => {
    expect(() => passes('x', { guards: { x: { ...cel('context.n'), title } } })).toThrow(
      'gave 2, not true or false',
    );
  });

  it('fail loudly when a key is missing', () => {
    expect(() => passes('x', { guards: { x: { ...cel('context.m > 1'), title } } })).toThrow(
      'No such key',
    );
  });

  it('say in words which parameter does not fit', () => {
    expect(() =>
      passes({ type: 'countAtLeast', params: { items: cel('context.n'), atLeast: 1 } }),
    ).toThrow('The parameters of "countAtLeast" do not fit: items: needs a list.');
    expect(() => passes({ type: 'and', params: {} })).toThrow('guards: is missing');
  });
});

describe('actions', () => {
  it('set and record in the context', () => {
    const event = { x: 'y', actor: { subject: 's1', roles: [] } };
    const { context } = acts(
      [
        { type: 'set', params: { n: cel('context.n + 1'), deep: { er: [cel('event.x')] } } },
        { type: 'record', params: { list: 'list', fields: { n: cel('context.n') } } },
      ],
      {},
      event,
    );
    expect(context).toEqual({
      n: 3,
      deep: { er: ['y'] },
      list: ['a', { at: '2027-03-26T16:00:00.000Z', by: 's1', n: 3 }],
    });
  });

  it('never share a part of the definition or of the event with the context', () => {
    const parts = { shared: [] as unknown[] };
    const { context } = acts({ type: 'set', params: { list: parts.shared as never } });
    (context as { list: unknown[] }).list.push('changed');
    expect(parts.shared).toEqual([]);
  });

  it('may be several under one name', () => {
    const both = [
      { type: 'set', params: { n: 5 } },
      {
        type: 'notify',
        params: { roles: ['mayor'], template: 't', about: { n: cel('context.n') } },
      },
    ];
    expect(acts('both', { actions: { both } }).asked).toEqual([
      ['notify', { roles: ['mayor'], template: 't', about: { n: 5 } }],
    ]);
  });

  it('take no parameters where a named one is used', () => {
    const actions = { tell: { type: 'set', params: { n: 1 } } };
    expect(() => acts({ type: 'tell', params: { n: 2 } }, { actions })).toThrow('takes none where');
  });

  it('cannot be made of other named ones', () => {
    const actions = { a: { type: 'b' }, b: { type: 'set', params: { n: 1 } } };
    expect(() => acts('a', { actions })).toThrow('the action "b"');
  });

  it('raise, delay by name or by duration, and cancel', () => {
    const { asked } = acts(
      [
        {
          type: 'raise',
          params: { event: { type: 'x', n: cel('context.n') }, delay: 'soon', id: 'r' },
        },
        { type: 'raise', params: { event: { type: 'x' }, delay: 'PT1S' } },
        { type: 'cancel', params: { id: cel('"r"') } },
      ],
      { delays: { soon: 'PT1M' } },
    );
    expect(asked).toMatchObject([
      ['xstate.raise', { event: { type: 'x', n: 2 }, delay: 60_000, id: 'r' }],
      ['xstate.raise', { event: { type: 'x' }, delay: 1000 }],
      ['xstate.cancel', { sendId: 'r' }],
    ]);
  });

  it('spawn a child under an id that may be computed', () => {
    const { asked } = acts({
      type: 'spawnChild',
      params: {
        src: 'opinion',
        id: cel('"child-" + context.list[0]'),
        input: { n: cel('context.n') },
      },
    });
    expect(asked).toMatchObject([
      ['xstate.spawnChild', { src: 'opinion', input: { n: 2 }, actorRef: { id: 'child-a' } }],
    ]);
  });

  it('emit and log', () => {
    const { asked } = acts([
      { type: 'emit', params: { event: { type: 'seen', n: cel('context.n') } } },
      { type: 'log', params: { value: [cel('context.n')], label: 'n' } },
      'log',
    ]);
    expect(asked).toMatchObject([
      ['xstate.emit', { event: { type: 'seen', n: 2 } }],
      ['xstate.log', { value: [2], label: 'n' }],
      ['xstate.log', {}],
    ]);
  });

  it.each<[ActionRef, string]>([
    ['raise', 'event: is missing'],
    [
      { type: 'raise', params: { event: { type: 'x' }, delay: 'whenever' } },
      'the delay "whenever"',
    ],
    [{ type: 'raise', params: { event: { type: 'x' }, delay: -5 } }, 'delay'],
    [{ type: 'cancel', params: {} }, 'id: is missing'],
    [{ type: 'spawnChild', params: { src: 'opinion' } }, 'id: is missing'],
    [{ type: 'spawnChild', params: { src: 'nobody', id: 'x' } }, 'the machine "nobody"'],
    [{ type: 'raise', params: { event: {} } }, 'type that is text'],
    [{ type: 'stopChild', params: { id: cel('context.n') } }, 'An id must be text, not 2'],
  ])('%j is refused in words', (action, words) => {
    expect(() => acts(action)).toThrow(words);
  });
});

describe('compile', () => {
  it('computes the context and the output, each process its own', () => {
    const program = compile(
      definition({
        context: { list: [], at: cel('now'), place: cel('input.place') },
        initial: 'a',
        output: { place: cel('context.place') },
        states: { a: { type: 'final' } },
      }),
    );
    program.scope.now = '2027-03-26T16:00:00.000Z';
    const logic = program.machine as unknown as AnyStateMachine;
    const [one] = initialTransition(logic, { place: 'square' });
    const [two] = initialTransition(logic, { place: 'park' });
    expect(one.context).toEqual({ list: [], at: '2027-03-26T16:00:00.000Z', place: 'square' });
    expect(one.output).toEqual({ place: 'square' });
    expect((one.context as { list: unknown }).list).not.toBe(
      (two.context as { list: unknown }).list,
    );
  });

  it('stops a machine that never comes to rest', () => {
    const machine: StateNodeConfig = {
      initial: 'a',
      states: { a: { on: { go: 'b' } }, b: { always: 'c' }, c: { always: 'b' } },
    };
    expect(() => after(machine)).toThrow('microsteps');
  });

  it('says which state is missing', () => {
    expect(() => compile(definition({ initial: 'a', states: { a: { on: { go: 'b' } } } }))).toThrow(
      expect.objectContaining({ code: 'InvalidDefinition' }),
    );
  });
});
