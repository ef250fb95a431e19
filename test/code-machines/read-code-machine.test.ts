import { describe, expect, it } from '@jest/globals';
import {
  assign,
  createMachine,
  enqueueActions,
  fromCallback,
  fromObservable,
  fromPromise,
  fromTransition,
  raise,
  setup,
  spawnChild,
  type AnyActorLogic,
  type AnyStateMachine,
} from 'xstate';
import { Definition } from '../../contracts/definition/definition.ts';
import { compile } from '../../machines/compile/compile.ts';
import { explainNext } from '../../machines/engine/explain-next.ts';
import { readCodeMachine } from '../../machines/code/read-code-machine.ts';
import { durable, findMachine } from '../../workflows/durable.ts';
import { door } from './machines/door.ts';
import { order } from './machines/order.ts';
import { trip } from './machines/trip.ts';
import { OneLife } from './one-life.ts';

const read = (machine: AnyStateMachine): unknown => readCodeMachine(machine, machine.id);

describe('a code machine when it is registered', () => {
  const promise = fromPromise(() => Promise.resolve(1));
  const withActor = (src: AnyActorLogic): AnyStateMachine =>
    createMachine({ id: 'm', invoke: { src } });

  it.each([
    ['a callback actor', fromCallback(() => undefined), /Use `fromPromise`/],
    [
      'an observable',
      fromObservable(() => ({ subscribe: () => ({ unsubscribe: () => undefined }) })),
      /Send each value/,
    ],
    ['a reducer', fromTransition((state: number) => state, 0), /small machine/],
  ])('is refused with %s, and told what to use instead', (_what, logic, instead) => {
    expect(() => read(withActor(logic))).toThrow(instead);
    expect(() =>
      read(setup({ actors: { helper: logic as AnyActorLogic } }).createMachine({ id: 'm' })),
    ).toThrow(/"helper"/);
  });

  it('is refused when it spawns what nobody could find again', () => {
    expect(() => read(createMachine({ id: 'm', entry: spawnChild(promise, { id: 'p' }) }))).toThrow(
      /Name the actor/,
    );
    expect(() =>
      read(setup({ actors: { promise } }).createMachine({ id: 'm', entry: spawnChild('promise') })),
    ).toThrow(/without an id/);
  });

  it('is refused with a delay that nobody gives, on which XState would fire at once', () => {
    const machine = createMachine({
      id: 'm',
      initial: 'a',
      states: { a: { after: { soon: 'b' } }, b: {} },
    });
    expect(() => read(machine)).toThrow(/"soon", which is not in setup/);
  });

  it('needs a name that no other has', () => {
    expect(() => durable(createMachine({}))).toThrow(/needs a name/);
    expect(durable(createMachine({}), { name: 'nameless' })).toBe('nameless');
    expect(() => durable(createMachine({ id: 'nameless' }))).toThrow(/Two machines/);
    expect(() => findMachine('nobody')).toThrow(/It has: nameless/);
  });

  it('is described by a document that the ledger takes and nobody can start', () => {
    const { definition, hash } = readCodeMachine(trip, 'trip').program;
    expect(Definition.parse(definition)).toEqual(definition);
    expect(definition.machines?.['leg']?.code?.machine).toBe('trip/leg');
    expect(definition.machine.states?.['main']?.states).toHaveProperty('travelling');
    expect(() => compile(definition)).toThrow(/machine: "trip"/);
    expect(readCodeMachine(trip, 'trip').program.hash).toBe(hash);
    const odd = createMachine({
      id: 'm',
      on: { go: '.y' },
      initial: 'y',
      states: { ['x'.repeat(300)]: {}, y: {} },
    });
    expect(readCodeMachine(odd, 'm').program.definition.machine).toEqual({});
  });

  it('is another version when a state, an action or an actor of it is another', () => {
    const config = { id: 'm', initial: 'a', states: { a: { on: { go: 'b' } }, b: {} } } as const;
    const hashes = [
      createMachine(config),
      createMachine({ ...config, entry: () => undefined }),
      createMachine({ ...config, invoke: { src: promise } }),
      createMachine({ ...config, initial: 'b' }),
      createMachine({ ...config, states: { ...config.states, types: { on: { go: 'a' } } } }),
      createMachine({ ...config, states: { ...config.states, types: {} } }),
    ].map((machine) => readCodeMachine(machine, 'm').program.hash);
    expect(new Set(hashes).size).toBe(6);
  });
});

describe('a code machine as it steps', () => {
  it('gets what was sent and no more', () => {
    const life = new OneLife(
      createMachine({
        id: 'm',
        context: { got: null },
        on: { go: { actions: assign({ got: ({ event }) => event as never }) } },
      }),
    );
    life.send({ type: 'go', at: 'noon', actor: 'a star' });
    expect(life.context).toEqual({ got: { type: 'go', at: 'noon', actor: 'a star' } });
  });

  it('takes events by wildcard, and never an internal one', () => {
    const life = new OneLife(
      createMachine({
        id: 'm',
        initial: 'a',
        states: { a: { on: { 'mouse.*': 'b' } }, b: { on: { '*': 'a' } } },
      }),
    );
    expect(() => life.send({ type: 'cat.purrs' })).toThrow(/not possible in this state/);
    life.send({ type: 'mouse.click.double' });
    expect(life.value).toBe('b');
    expect(() => life.send({ type: 'xstate.done.actor.x' })).toThrow(/no event of this process/);
    life.send({ type: 'anything' });
    expect(life.value).toBe('a');
  });

  it('asks for its custom actions in order, each with what it is given', () => {
    const life = new OneLife(door, { patience: 5 });
    const machine = createMachine({
      id: 'm',
      context: { n: 0 },
      on: {
        go: {
          actions: [
            function first() {
              throw new Error('runs in the worker only');
            },
            assign({ n: ({ context }) => context.n + 1 }),
            { type: 'second', params: ({ context }) => ({ n: context.n }) },
            'nobody implements this',
          ],
        },
      },
    }).provide({ actions: { second: () => undefined } });
    const effects = new OneLife(machine).send({ type: 'go' });
    const event = { type: 'go' };
    expect(effects).toEqual([
      { kind: 'effect', type: 'on.go.actions.0', params: { context: { n: 0 }, event } },
      {
        kind: 'effect',
        type: 'second',
        params: { context: { n: 1 }, event, params: { n: 1 } },
      },
    ]);
    expect(life.effects.map(({ kind }) => kind)).toEqual(['arm']);
  });

  it('fails visibly and stays as it was when it enqueues an action that has no name', () => {
    const life = new OneLife(
      createMachine({
        id: 'm',
        context: { n: 0 },
        on: {
          go: {
            actions: [
              assign({ n: 1 }),
              enqueueActions(({ enqueue }) => {
                enqueue(() => undefined);
              }),
            ],
          },
        },
      }),
    );
    expect(() => life.send({ type: 'go' })).toThrow(/Give it a name in setup/);
    expect(life.context).toEqual({ n: 0 });
  });

  it.each([
    ['a date', () => new Date(0), /`context.kept.0` would be a Date/],
    ['a map', () => new Map(), /would be a Map/],
    ['no number', () => Number.NaN, /would be NaN/],
    ['a function', () => () => 1, /would be a function/],
  ])('refuses a context that JSON would change: %s', (_what, make, message) => {
    const life = new OneLife(
      createMachine({
        id: 'm',
        context: { kept: [] as unknown[] },
        on: { go: { actions: assign({ kept: () => [make()] }) } },
      }),
    );
    expect(() => life.send({ type: 'go' })).toThrow(message);
    expect(life.context).toEqual({ kept: [] });
  });

  it('is not changed by an assign that changes the objects it is given and then fails', () => {
    const life = new OneLife(
      setup({ types: { context: {} as { list: number[] } } }).createMachine({
        id: 'm',
        context: { list: [1] },
        on: {
          go: {
            actions: assign(({ context }) => {
              context.list.push(2);
              throw new Error('too late');
            }),
          },
          look: { actions: assign({ list: ({ context }) => [...context.list, 9] }) },
        },
      }),
    );
    expect(() => life.send({ type: 'go' })).toThrow(/too late/);
    life.send({ type: 'look' });
    expect(life.context).toEqual({ list: [1, 9] });
  });

  it('draws the same chance and sees the same clock however often it is asked', () => {
    const dice = createMachine({
      id: 'dice',
      context: { rolls: [] as number[], at: '' },
      on: {
        roll: {
          guard: () => Math.random() < 2,
          actions: assign({
            rolls: ({ context }) => [...context.rolls, Math.random(), Math.random()],
            at: () => new Date().toISOString(),
          }),
        },
      },
    });
    const [one, other] = [new OneLife(dice), new OneLife(dice)];
    const { random } = Math;
    one.ask({ type: 'roll' });
    one.ask({ type: 'roll' });
    for (const life of [one, other]) {
      life.send({ type: 'roll' });
      life.send({ type: 'roll' });
    }
    expect(one.state).toEqual(other.state);
    const { rolls, at } = one.context as { rolls: number[]; at: string };
    expect(new Set(rolls).size).toBe(4);
    expect(at).toBe('2030-01-01T00:00:01.000Z');
    expect(Math.random).toBe(random);
    expect(Date.now()).not.toBe(Date.parse(at));
  });

  it('fires at once for an instant that has passed, and fails on a delay that is no number', () => {
    const machine = setup({ delays: { odd: () => 'soon' as never, past: -5 } }).createMachine({
      id: 'm',
      initial: 'a',
      states: {
        a: { on: { raise: { actions: raise({ type: 'x' }, { delay: -7 }) }, odd: 'c', past: 'b' } },
        b: { after: { past: 'a' } },
        c: { after: { odd: 'a' } },
      },
    });
    const life = new OneLife(machine);
    const [raised] = life.send({ type: 'raise' });
    expect(raised).toMatchObject({ kind: 'arm', dueAt: '2030-01-01T00:00:00.000Z' });
    expect(() => life.send({ type: 'odd' })).toThrow(/must be a number of milliseconds/);
    expect(life.value).toBe('a');
    expect(life.send({ type: 'past' })).toMatchObject([{ dueAt: '2030-01-01T00:00:01.000Z' }]);
  });

  it('starts what it spawns while it assigns, under an id of its own', () => {
    const helper = createMachine({ id: 'helper' });
    const machine = setup({ actors: { helper } }).createMachine({
      id: 'm',
      context: {},
      on: {
        go: { actions: assign(({ spawn }) => ({ ref: spawn('helper', { input: { a: 1 } }) })) },
      },
    });
    const life = new OneLife(machine);
    const [first, second] = [life.send({ type: 'go' }), life.send({ type: 'go' })];
    expect(first).toEqual([
      { kind: 'invoke', id: 's1-0', generation: 1, src: 'helper', input: { a: 1 } },
    ]);
    expect(second).toMatchObject([{ kind: 'invoke', generation: 2, src: 'helper' }]);
    expect(new Set(life.state.invocations.map(({ id }) => id)).size).toBe(2);
  });

  it('says what may come next, and that a condition in code stands before it', () => {
    const life = new OneLife(order, { order: 'o', lines: [] });
    const { events } = explainNext(life.program, life.state, '2030-01-01T00:00:09.000Z');
    expect(events.map(({ type, conditions }) => [type, conditions.length])).toEqual([
      ['line.added', 0],
      ['order.placed', 1],
      ['order.cancelled', 0],
    ]);
  });
});
