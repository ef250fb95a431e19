import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Definition } from '../../contracts/definition/definition.ts';
import type { JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { check } from '../../machines/check/check.ts';
import { compile } from '../../machines/compile/compile.ts';
import { longestDelay } from '../../machines/compile/compile-delay.ts';
import { advance, unstarted } from '../../machines/engine/advance.ts';
import { errand } from './errand.ts';
import { clerk } from './process-probe.ts';
import { at, cel, child, definition, Steps } from './steps.ts';

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
    expect(() => {
      migrate(process, next, states);
    }).toThrow(expect.objectContaining({ code: 'MigrationRefused' }));
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
});
