import { describe, expect, it } from '@jest/globals';
import { setup } from 'xstate';
import type { Definition } from '../../../contracts/definition/definition.ts';
import type { Fact } from '../../../contracts/fact.ts';
import { entryHash } from '../../../contracts/entry-hash.ts';
import type { Json } from '../../../contracts/json.ts';
import type { LedgerEntry } from '../../../contracts/ledger-entry.ts';
import type { ProcessState } from '../../../contracts/process-state.ts';
import { cel } from '../../../machines/authoring/cel.ts';
import { defineProcess } from '../../../machines/authoring/define-process.ts';
import { setupFor } from '../../../machines/authoring/setup-for.ts';
import { compile } from '../../../machines/compile/compile.ts';
import { advance, unstarted } from '../../../machines/engine/advance.ts';
import type { Program } from '../../../machines/program.ts';

const at = '2027-03-01T09:00:00.000Z';
const actor = { subject: 'ada', roles: ['clerk'] };
const title = (en: string): { en: string } => ({ en });

const spec = {
  id: 'case',
  version: '1.0.0',
  title: title('Case'),
  languages: ['en'],
  roles: { clerk: { title: title('Clerk') } },
  events: Object.fromEntries(
    ['opened', 'paused', 'resumed', 'closed', 'failed', 'bounced', 'looped', 'spawned'].map(
      (name) => [`case.${name}`, { title: title(name), by: ['clerk'] }],
    ),
  ),
  delays: { soon: 'PT1H', later: 'P1M', never: cel('context.missing') },
} as const;

const definition: Definition = defineProcess(
  spec,
  setup(setupFor(spec)).createMachine({
    id: 'case',
    context: { count: 0, list: [{ inner: 1 }] },
    initial: 'idle',
    states: {
      idle: {
        on: {
          'case.opened': {
            target: 'open',
            actions: { type: 'set', params: { count: cel('context.count + 1') } },
          },
          'case.failed': { actions: { type: 'set', params: { count: cel('context.list[7]') } } },
          'case.looped': 'ping',
          'case.bounced': 'passing',
        },
      },
      // Entered and left within one step: its deadline must never be armed.
      passing: { after: { soon: 'closed' }, always: 'idle' },
      ping: { always: 'pong' },
      pong: { always: 'ping' },
      open: {
        initial: 'working',
        states: {
          working: { after: { soon: 'waiting' }, on: { 'case.paused': 'waiting' } },
          waiting: { after: { later: '#case.closed' } },
          recent: { type: 'history' },
        },
        on: {
          'case.opened': { target: '.working', reenter: true },
          'case.closed': {
            target: 'closed',
            actions: [
              {
                type: 'raise',
                params: { event: { type: 'case.resumed' }, delay: 'PT2H', id: 'reminder' },
              },
            ],
          },
          'case.bounced': 'idle',
          'case.resumed': '.recent',
        },
      },
      closed: { type: 'final' },
    },
  }),
);

class Life {
  state: ProcessState;
  readonly entries: LedgerEntry[] = [];
  readonly program: Program;

  constructor(program = compile(definition)) {
    this.program = program;
    this.state = unstarted('case-1', program, false);
    this.take({ kind: 'started', event: { type: 'statehouse.started', input: {} } });
  }

  take(fact: Pick<Fact, 'kind' | 'event'> & Partial<Fact>): LedgerEntry | undefined {
    const result = advance(this.program, this.state, { at, actor, ...fact });
    if (result === undefined) return undefined;
    this.state = result.state;
    this.entries.push(result.entry);
    return result.entry;
  }

  send(type: string, fields: Record<string, Json> = {}): LedgerEntry | undefined {
    return this.take({ kind: 'event', event: { type, ...fields } });
  }
}

describe('a step of a process', () => {
  it('arms a deadline on entry, cancels it on leaving, and tells its generations apart', () => {
    const life = new Life();
    const opened = life.send('case.opened');
    expect(opened?.effects).toEqual([
      {
        kind: 'arm',
        id: 'xstate.after.soon.case.open.working',
        generation: 1,
        event: { type: 'xstate.after.soon.case.open.working' },
        dueAt: '2027-03-01T10:00:00.000Z',
      },
    ]);
    const again = life.send('case.opened');
    expect(again?.effects.map(({ kind }) => kind)).toEqual(['cancel', 'arm']);
    expect(life.state.timers).toMatchObject([{ generation: 2 }]);
    const stale = { id: 'xstate.after.soon.case.open.working', generation: 1 };
    expect(life.take({ kind: 'timer', event: { type: stale.id }, about: stale })).toBeUndefined();
    const fired = life.take({
      kind: 'timer',
      event: { type: stale.id },
      about: { ...stale, generation: 2 },
    });
    expect(fired?.to).toEqual({ open: 'waiting' });
  });

  it('counts months in UTC when the definition has no calendar', () => {
    const life = new Life();
    life.send('case.opened');
    const paused = life.send('case.paused');
    expect(paused?.effects.at(-1)).toMatchObject({ dueAt: '2027-04-01T09:00:00.000Z' });
  });

  it('arms nothing in a state that it passes through', () => {
    const life = new Life();
    expect(life.send('case.bounced')?.effects).toEqual([]);
    expect(life.state.timers).toEqual([]);
  });

  it('leaves no deadline behind in a process that has ended', () => {
    const life = new Life();
    life.send('case.opened');
    const closed = life.send('case.closed');
    expect(closed?.status).toBe('done');
    expect(life.state.timers).toEqual([]);
    const armed = closed?.effects.filter(({ kind }) => kind === 'arm').length;
    const cancelled = closed?.effects.filter(({ kind }) => kind === 'cancel').length;
    expect(cancelled).toBe((armed ?? 0) + 1);
  });

  it('fails as a whole and changes nothing when an action fails', () => {
    const life = new Life();
    const before = life.state;
    expect(() => life.send('case.failed')).toThrow(
      expect.objectContaining({
        code: 'MachineFailed',
        message: expect.stringContaining('is as before') as unknown,
      }),
    );
    expect(life.state).toBe(before);
    expect(life.send('case.opened')?.seq).toBe(1);
  });

  it('stops an endless loop of transitions at once', () => {
    const start = performance.now();
    expect(() => new Life().send('case.looped')).toThrow(
      expect.objectContaining({ code: 'MachineFailed' }),
    );
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('goes on the same from its JSON as from memory', () => {
    const remembered = new Life();
    const reread = new Life();
    for (const type of [
      'case.opened',
      'case.paused',
      'case.resumed',
      'case.opened',
      'case.bounced',
      'case.opened',
    ]) {
      remembered.send(type);
      reread.state = JSON.parse(JSON.stringify(reread.state)) as ProcessState;
      reread.send(type);
    }
    expect(reread.entries).toEqual(remembered.entries);
  });

  it('shares nothing between two processes of one program', () => {
    const program = compile(definition);
    const one = new Life(program);
    const other = new Life(program);
    one.send('case.opened');
    expect(other.state.snapshot['context']).toEqual({ count: 0, list: [{ inner: 1 }] });
  });

  it('chains its entries by hash', () => {
    const life = new Life();
    life.send('case.opened');
    life.send('case.paused');
    for (const [index, entry] of life.entries.entries()) {
      expect(entry.hash).toBe(entryHash(entry));
      expect(entry.previousHash).toBe(life.entries[index - 1]?.hash ?? '0'.repeat(64));
    }
  });
});
