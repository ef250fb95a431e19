import { expect, test } from '@jest/globals';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { ProcessProjection } from '../../ledger/process-projection.ts';
import { projectEntry } from '../../ledger/project-entry.ts';
import { EntryChain } from './entry-chain.ts';

const day = (number: number): string => new Date(Date.UTC(2027, 2, number)).toISOString();
const due = { type: 'due' };

/** The standing of the process after the entries, and of each entry the deadlines that it changed. */
function project(entries: readonly LedgerEntry[]) {
  let process: ProcessProjection | undefined;
  const changes = entries.map((entry) => {
    const projected = projectEntry(process, entry);
    process = projected.process;
    return projected.deadlines.map(({ id, status, dueAt, seq }) => [id, status, dueAt, seq]);
  });
  return { process, changes };
}

test('A deadline is resolved, postponed and fires, and each entry says so', () => {
  const chain = new EntryChain('one');
  const about = { id: 'review', generation: 1 };
  const rule = { from: day(1), plus: 'P10BD' };
  chain.add({ effects: [{ kind: 'arm', ...about, event: due, rule }] });
  const resolved = { type: 'statehouse.deadline.resolved', dueAt: day(15) };
  chain.add({ kind: 'deadline', about, event: resolved });
  const moved = { type: 'statehouse.deadline.postponed', dueAt: day(20), previousDueAt: day(15) };
  chain.add({ kind: 'administration', about, event: { ...moved, reason: 'Easter' } });
  chain.add({ kind: 'timer', about, event: due });
  const { process, changes } = project(chain.entries);
  expect(changes).toEqual([
    [['review', 'unresolved', null, 0]],
    [['review', 'open', day(15), 1]],
    [['review', 'open', day(20), 2]],
    [['review', 'fired', day(20), 3]],
  ]);
  expect(process).toMatchObject({ seq: 3, timers: [], lastEvent: 'due' });
});

test('A timer armed anew ends its earlier arming, and a process that ends has no timers', () => {
  const chain = new EntryChain('two');
  const arm = (id: string, generation: number) =>
    ({ kind: 'arm', id, generation, event: due, dueAt: day(generation) }) as const;
  chain.add({ effects: [arm('veto', 1), arm('notice', 2)] });
  chain.add({ effects: [arm('veto', 3)] });
  chain.add({ status: 'done' });
  expect(project(chain.entries).changes.slice(1)).toEqual([
    [
      ['veto', 'cancelled', day(1), 1],
      ['veto', 'open', day(3), 1],
    ],
    [
      ['notice', 'cancelled', day(2), 2],
      ['veto', 'cancelled', day(3), 2],
    ],
  ]);
});

test('A process is suspended until it is resumed', () => {
  const chain = new EntryChain('three').addMany(1);
  chain.add({ kind: 'administration', event: { type: 'statehouse.suspended', reason: 'Appeal' } });
  chain.add();
  const since = chain.entries[1]!.at;
  expect(project(chain.entries).process).toMatchObject({ suspendedSince: since });
  chain.add({ kind: 'administration', event: { type: 'statehouse.resumed' } });
  expect(project(chain.entries).process).toMatchObject({ suspendedSince: null });
});
