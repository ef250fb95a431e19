import { describe, expect, it } from '@jest/globals';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import { compile } from '../../machines/compile/compile.ts';
import { cel, child, definition, Steps } from './steps.ts';

const invoking = { id: 'kid', src: 'child' };

describe('effects, neither lost nor phantom', () => {
  it('trap 14: what is raised is not carried out once more, and what began and ended in one step never was', () => {
    const process = new Steps(
      definition(
        {
          context: { n: 0 },
          initial: 'a',
          on: { raised: { actions: { type: 'set', params: { n: cel('context.n + 1') } } } },
          states: {
            a: {
              on: {
                go: {
                  target: 'b',
                  actions: { type: 'raise', params: { event: { type: 'raised' } } },
                },
              },
            },
            b: { after: { due: 'a' }, invoke: invoking, always: 'c' },
            c: {},
          },
        },
        {
          delays: { due: 'PT1H' },
          machines: { child: child({ initial: 'a', states: { a: {} } }) },
        },
      ),
    );
    expect(process.send('go')?.effects).toEqual([]);
    expect(process.state).toMatchObject({
      snapshot: { value: 'c', context: { n: 1 } },
      timers: [],
      invocations: [],
    });
  });

  it('trap 14: a child has the id that its expression gives, and none may be without', () => {
    const spawn = (params: JsonObject): Definition =>
      definition(
        {
          context: { n: 6 },
          initial: 'a',
          states: { a: { on: { go: { actions: { type: 'spawnChild', params } } } } },
        },
        { machines: { child: child({ initial: 'a', states: { a: {} } }) } },
      );
    const process = new Steps(spawn({ src: 'child', id: cel('"kid-" + string(context.n + 1)') }));
    expect(process.kinds(process.send('go'))).toEqual(['invoke kid-7']);
    expect(() => compile(spawn({ src: 'child' }))).toThrow(/id/);
    expect(() => compile(spawn({ src: 'other', id: 'x' }))).toThrow(/other/);
  });

  it('trap 14: a word to a child that the same step starts is for that child', () => {
    const process = new Steps(
      definition(
        {
          initial: 'a',
          states: {
            a: { on: { go: 'b' } },
            b: {
              entry: { type: 'sendTo', params: { to: 'kid', event: { type: 'hello' } } },
              invoke: invoking,
              on: { go: { target: 'b', reenter: true } },
            },
          },
        },
        { machines: { child: child({ initial: 'a', states: { a: {} } }) } },
      ),
    );
    for (let time = 0; time < 2; time += 1) {
      const { effects } = process.send('go') ?? { effects: [] };
      const started = effects.find(({ kind }) => kind === 'invoke');
      const word = effects.find(({ kind }) => kind === 'send');
      expect(word).toMatchObject({
        to: 'kid',
        generation: (started as { generation: number }).generation,
      });
    }
  });

  it('trap 14: a delayed word is for the child it was meant for, not for a later one of the same name', () => {
    const process = new Steps(
      definition(
        {
          initial: 'a',
          states: {
            a: {
              entry: {
                type: 'sendTo',
                params: { to: 'kid', event: { type: 'hello' }, delay: 'PT1H' },
              },
              invoke: invoking,
              on: { go: { target: 'a', reenter: true } },
            },
          },
        },
        { machines: { child: child({ initial: 'a', states: { a: {} } }) } },
      ),
    );
    const [timer] = process.state.timers;
    process.send('go');
    const fact = {
      kind: 'timer' as const,
      event: { type: 'hello' },
      about: { id: timer?.id ?? '', generation: timer?.generation ?? 0 },
    };
    expect(process.state.invocations).toHaveLength(1);
    const sent = process.take(fact)?.effects[0];
    expect(sent).toEqual({ kind: 'send', to: 'kid', event: { type: 'hello' } });
  });

  it('trap 14: nothing happens in a process that has ended', () => {
    const process = new Steps(
      definition({
        initial: 'a',
        on: { back: '.a' },
        states: { a: { on: { go: 'z' } }, z: { type: 'final' } },
      }),
    );
    process.send('go');
    expect(process.state.snapshot['status']).toBe('done');
    expect(process.send('back')).toBeUndefined();
  });

  it('trap 14: a step in which XState loses states is refused', () => {
    const process = new Steps(
      definition({
        type: 'parallel',
        states: {
          x: {},
          y: {
            type: 'parallel',
            states: {
              p: {},
              q: { on: { go: '#past' } },
              r: { id: 'past', type: 'history', history: 'deep' },
            },
          },
        },
      }),
    );
    const before = process.state;
    expect(() => process.send('go')).toThrow(/history of a parallel state/);
    expect(process.state).toBe(before);
  });
});
