import { describe, expect, it } from '@jest/globals';
import { Definition } from '../../../contracts/definition/definition.ts';
import { compile } from '../../../machines/compile/compile.ts';
import { advance, unstarted } from '../../../machines/engine/advance.ts';
import type { Advance } from '../../../machines/engine/advance.ts';
import type { Json } from '../../../contracts/json.ts';

const at = '2027-03-01T09:00:00.000Z';
const actor = { subject: 'op', roles: ['operator'] };

function version(machine: object, number: string): Definition {
  return Definition.parse({
    format: 'statehouse/1',
    id: 'case',
    version: number,
    title: { en: 'Case' },
    languages: ['en'],
    roles: { clerk: { title: { en: 'Clerk' } } },
    events: { 'case.closed': { title: { en: 'Closed' }, by: ['clerk'] } },
    delays: { soon: 'PT1H', sooner: 'PT10M' },
    machine,
  });
}

const first = version(
  {
    initial: 'open',
    states: {
      open: { after: { soon: 'closed' }, on: { 'case.closed': 'closed' } },
      closed: { type: 'final' },
    },
  },
  '1.0.0',
);

function migrateTo(next: Definition, states: Record<string, string> = {}): Advance | undefined {
  const program = compile(first);
  const started = advance(program, unstarted('case-1', program, false), {
    kind: 'started',
    at,
    actor,
    event: { type: 'statehouse.started', input: {} },
  });
  const target = compile(next);
  const event: { type: string; [field: string]: Json } = {
    type: 'statehouse.migrated',
    definition: target.hash,
    states,
    reason: 'new rules',
  };
  return advance(
    program,
    started!.state,
    { kind: 'administration', at, actor, event },
    { next: target },
  );
}

describe('going over to another definition', () => {
  it('keeps the state and its deadline when both are still there', () => {
    const next = version(
      {
        initial: 'open',
        states: {
          open: { after: { soon: 'late' }, on: { 'case.closed': 'closed' } },
          late: {},
          closed: { type: 'final' },
        },
      },
      '1.1.0',
    );
    const migrated = migrateTo(next);
    expect(migrated?.entry.definition).toBe(compile(next).hash);
    expect(migrated?.state.timers).toMatchObject([{ dueAt: '2027-03-01T10:00:00.000Z' }]);
    const fired = advance(compile(next), migrated!.state, {
      kind: 'timer',
      at,
      actor,
      event: { type: migrated!.state.timers[0]!.id },
      about: {
        id: migrated!.state.timers[0]!.id,
        generation: migrated!.state.timers[0]!.generation,
      },
    });
    expect(fired?.entry.to).toBe('late');
  });

  it('follows a renamed state with its deadline', () => {
    const next = version(
      {
        initial: 'pending',
        states: { pending: { after: { soon: 'closed' } }, closed: { type: 'final' } },
      },
      '2.0.0',
    );
    const migrated = migrateTo(next, { open: 'pending' });
    expect(migrated?.entry.to).toBe('pending');
    expect(migrated?.state.timers[0]?.id).toBe('xstate.after.soon.case.pending');
  });

  it('does not ask for a deadline that has passed while its state stayed', () => {
    const reminding = {
      initial: 'open',
      states: {
        open: { after: { sooner: { actions: [] }, soon: 'closed' } },
        closed: { type: 'final' },
      },
    };
    const old = compile(version(reminding, '1.0.0'));
    const started = advance(old, unstarted('case-1', old, false), {
      kind: 'started',
      at,
      actor,
      event: { type: 'statehouse.started', input: {} },
    });
    const { id, generation } = started!.state.timers.find((timer) => timer.id.includes('sooner'))!;
    const reminded = advance(old, started!.state, {
      kind: 'timer',
      at: '2027-03-01T09:10:00.000Z',
      actor,
      event: { type: id },
      about: { id, generation },
    });
    const next = compile(version(reminding, '1.0.1'));
    const migrated = advance(
      old,
      reminded!.state,
      {
        kind: 'administration',
        at: '2027-03-01T09:20:00.000Z',
        actor,
        event: {
          type: 'statehouse.migrated',
          definition: next.hash,
          states: {},
          reason: 'a better title',
        },
      },
      { next },
    );
    expect(migrated?.state.timers).toMatchObject([{ dueAt: '2027-03-01T10:00:00.000Z' }]);
  });

  const refusals: [string, object][] = [
    [
      'its state is gone',
      { initial: 'pending', states: { pending: {}, closed: { type: 'final' } } },
    ],
    [
      'its deadline is gone',
      {
        initial: 'open',
        states: { open: { after: { sooner: 'closed' } }, closed: { type: 'final' } },
      },
    ],
    [
      'its deadline is no longer wanted',
      { initial: 'open', states: { open: {}, closed: { type: 'final' } } },
    ],
    [
      'a region has been added that was never entered',
      {
        type: 'parallel',
        states: {
          open: { initial: 'one', states: { one: {} } },
          more: { initial: 'one', states: { one: {} } },
        },
      },
    ],
    [
      'its state now has inner states',
      {
        initial: 'open',
        states: {
          open: { initial: 'in', states: { in: {} }, after: { soon: 'closed' } },
          closed: { type: 'final' },
        },
      },
    ],
  ];
  it.each(refusals)('is refused when %s', (_why, machine) => {
    expect(() => migrateTo(version(machine, '2.0.0'))).toThrow(
      expect.objectContaining({ code: 'MigrationRefused' }),
    );
  });
});
