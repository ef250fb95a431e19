import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Definition } from '../../contracts/definition/definition.ts';
import type { Fact } from '../../contracts/fact.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { ProcessState } from '../../contracts/process-state.ts';
import { check } from '../../machines/check/check.ts';
import { compile } from '../../machines/compile/compile.ts';
import { longestDelay } from '../../machines/compile/compile-delay.ts';
import { advance, unstarted, type AdvanceOptions } from '../../machines/engine/advance.ts';
import type { Program } from '../../machines/program.ts';
import { errand } from './errand.ts';
import { clerk } from './process-probe.ts';

const at = '2031-05-01T08:00:00.000Z';

/** A process stepped by hand, woken from its JSON before each step. */
class Steps {
  state: ProcessState;
  readonly program: Program;

  constructor(definition: Definition) {
    this.program = compile(definition);
    this.state = unstarted('p', this.program, false);
    this.take({ kind: 'started', event: { type: 'statehouse.started', input: {} } });
  }

  take(
    fact: Pick<Fact, 'kind' | 'event'> & Partial<Fact>,
    options: AdvanceOptions = {},
  ): LedgerEntry | undefined {
    const before = JSON.parse(JSON.stringify(this.state)) as ProcessState;
    const result = advance(this.program, before, { at, actor: clerk, ...fact }, options);
    if (result !== undefined) this.state = result.state;
    return result?.entry;
  }

  send(type: string): LedgerEntry | undefined {
    return this.take({ kind: 'event', event: { type } });
  }

  kinds(entry: LedgerEntry | undefined): string[] {
    return (entry?.effects ?? []).map((effect) =>
      'id' in effect ? `${effect.kind} ${effect.id}` : effect.kind,
    );
  }
}

const cel = (source: string): JsonObject => ({ '@lang': 'cel', '@expr': source });

function definition(machine: JsonObject, rest: JsonObject = {}): Definition {
  return Definition.parse({
    format: 'statehouse/1',
    id: 'small',
    version: '1.0.0',
    title: { en: 'Small' },
    languages: ['en'],
    roles: { clerk: { title: { en: 'Clerk' } } },
    events: {
      go: { title: { en: 'Go' }, by: ['clerk'] },
      back: { title: { en: 'Back' }, by: ['clerk'] },
    },
    machine,
    ...rest,
  });
}

const child = (machine: JsonObject): Json => ({
  ...(definition(machine) as unknown as JsonObject),
  id: 'child',
});

describe('without a server', () => {
  it('trap 3: the answer of one errand is not that of the next, nor is its deadline', () => {
    const process = new Steps(errand());
    process.send('errand.sent');
    const first = process.state.invocations[0]?.generation ?? 0;
    process.send('errand.recalled');
    process.send('errand.sent');
    const second = process.state.invocations[0]?.generation ?? 0;
    const answer = (generation: number, n: number): LedgerEntry | undefined =>
      process.take({
        kind: 'completion',
        event: { type: 'xstate.done.actor.trip', output: { n }, actorId: 'trip' },
        about: { id: 'trip', generation },
      });
    expect(second).not.toBe(first);
    expect(answer(first, 1)).toBeUndefined();
    expect(answer(second, 2)?.to).toBe('served');
    expect(process.state.snapshot['context']).toMatchObject({ got: 2 });
  });

  it('trap 6: a delay that XState would take as none, or for ever, cannot be published', () => {
    const waiting = (after: JsonObject): JsonObject => ({
      initial: 'a',
      states: { a: { after }, b: { type: 'final' } },
    });
    for (const machine of [
      waiting({ nowhere: 'b' }),
      waiting({ soon: 'b' }),
      waiting({ '-5': 'b' }),
      waiting({ '0.5': 'b' }),
      waiting({ Infinity: 'b' }),
      waiting({ NaN: 'b' }),
      waiting({ '1e99': 'b' }),
    ]) {
      expect(() => compile(definition(machine))).toThrow(/delay|after/);
      expect(check(definition(machine)).some(({ severity }) => severity === 'error')).toBe(true);
    }
  });

  it('trap 6: whatever an expression gives, a deadline is an instant within a century, or the step fails', () => {
    const values = fc.oneof(
      fc.integer(),
      fc.double(),
      fc.string(),
      fc.constantFrom('P1D', 'PT0S', '2031-06-01T00:00:00Z', 'P5BD', 'soon', '', 'P200Y'),
      fc.constant(null),
      fc.boolean(),
      fc.array(fc.integer(), { maxLength: 2 }),
    );
    let armed = 0;
    fc.assert(
      fc.property(values, (value) => {
        const program = definition(
          {
            context: { wait: cel('input.wait') },
            initial: 'a',
            states: { a: { after: { computed: 'b' } }, b: {} },
          },
          { delays: { computed: cel('context.wait') } },
        );
        const compiled = compile(program);
        const input = { wait: value } as JsonObject;
        try {
          const result = advance(compiled, unstarted('p', compiled, false), {
            kind: 'started',
            at,
            actor: clerk,
            event: { type: 'statehouse.started', input },
          });
          const [timer] = result?.state.timers ?? [];
          expect(result?.entry.to).toBe('a');
          const wait = Date.parse(timer?.dueAt ?? '') - Date.parse(at);
          expect(wait).toBeGreaterThanOrEqual(0);
          expect(wait).toBeLessThanOrEqual(longestDelay);
          armed += 1;
        } catch (error) {
          expect(error).toMatchObject({ code: 'MachineFailed' });
        }
      }),
      { numRuns: 300 },
    );
    expect(armed).toBeGreaterThan(10);
  });

  const open = (states: JsonObject, rest: JsonObject = {}): Definition =>
    definition(
      { initial: 'open', states, ...rest },
      {
        delays: { due: 'PT1H', sooner: 'PT10M' },
        machines: { child: child({ initial: 'a', states: { a: {} } }) },
      },
    );
  const invoking = { id: 'kid', src: 'child' };
  const first = open({
    open: { after: { due: 'shut' }, invoke: invoking, on: { go: 'shut' } },
    shut: {},
  });

  it.each<[string, Definition, Record<string, string>]>([
    [
      'the state is gone',
      open({ other: { after: { due: 'shut' }, invoke: invoking }, shut: {} }, { initial: 'other' }),
      {},
    ],
    [
      'a state that does not exist is named',
      open({ other: { after: { due: 'shut' }, invoke: invoking }, shut: {} }, { initial: 'other' }),
      { open: 'nowhere' },
    ],
    [
      'there is a region it never entered',
      open({
        open: {
          type: 'parallel',
          states: { x: {}, y: {} },
          after: { due: 'shut' },
          invoke: invoking,
        },
        shut: {},
      }),
      {},
    ],
    [
      'its deadline has another name',
      open({ open: { after: { sooner: 'shut' }, invoke: invoking }, shut: {} }),
      {},
    ],
    [
      'it would have a second deadline',
      open({ open: { after: { due: 'shut', sooner: 'shut' }, invoke: invoking }, shut: {} }),
      {},
    ],
    [
      'its child is of a machine that is gone',
      definition(
        { initial: 'open', states: { open: { after: { due: 'shut' } }, shut: {} } },
        { delays: { due: 'PT1H' } },
      ),
      {},
    ],
  ])('trap 11: a process is not migrated when %s', (_what, next, states) => {
    const process = new Steps(first);
    const before = process.state;
    expect(() => migrate(process, next, states)).toThrow(
      expect.objectContaining({ code: 'MigrationRefused' }) as unknown as Error,
    );
    expect(process.state).toBe(before);
  });

  it.each<[string, Definition, Record<string, string>]>([
    [
      'its state is renamed',
      open(
        { other: { after: { due: 'shut' }, invoke: invoking, on: { back: 'shut' } }, shut: {} },
        { initial: 'other' },
      ),
      { open: 'other' },
    ],
    [
      'its machine is renamed',
      open(
        { open: { after: { due: 'shut' }, invoke: invoking, on: { back: 'shut' } }, shut: {} },
        { id: 'anew' },
      ),
      {},
    ],
    [
      'the length of its deadline changes',
      Definition.parse({
        ...first,
        version: '2.0.0',
        delays: { due: 'PT5H' },
        machine: {
          initial: 'open',
          states: {
            open: { after: { due: 'shut' }, invoke: invoking, on: { back: 'shut' } },
            shut: {},
          },
        },
      }),
      {},
    ],
  ])(
    'trap 11: a process goes over with its deadline and its child when %s',
    (_what, next, states) => {
      const process = new Steps(first);
      const due = process.state.timers[0]?.dueAt;
      migrate(process, next, states);
      const after = Steps.prototype.take.call(
        Object.assign(Object.create(Steps.prototype) as Steps, {
          program: compile(next),
          state: process.state,
        }),
        { kind: 'event', event: { type: 'back' } },
      );
      // The new machine takes its own events, and lets go of the deadline and of the child.
      expect(after?.to).toBe('shut');
      expect(after?.effects.map(({ kind }) => kind).sort()).toEqual(['cancel', 'stop']);
      expect(process.state.timers).toMatchObject([{ dueAt: due }]);
    },
  );

  function migrate(process: Steps, next: Definition, states: Record<string, string>): void {
    const target = compile(next);
    process.take(
      {
        kind: 'administration',
        event: {
          type: 'statehouse.migrated',
          definition: target.hash,
          states,
          reason: 'new rules',
        },
      },
      { next: target },
    );
  }

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
                params: { to: 'kid', event: { type: 'hello' }, delay: 'PT1H', id: 'late' },
              },
              invoke: invoking,
              on: { go: { target: 'a', reenter: true }, back: 'b' },
            },
            b: { on: { go: 'a' } },
          },
        },
        { machines: { child: child({ initial: 'a', states: { a: {} } }) } },
      ),
    );
    const [timer] = process.state.timers;
    process.send('back');
    const fact = {
      kind: 'timer' as const,
      event: { type: 'hello' },
      about: { id: 'late', generation: timer?.generation ?? 0 },
    };
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
