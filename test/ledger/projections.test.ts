import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contentHash } from '../../contracts/content-hash.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { onEachDatabase } from './databases.ts';
import { EntryChain } from './entry-chain.ts';
import { plausibleChain } from './plausible-chain.ts';

const day = (number: number): string => new Date(Date.UTC(2027, 2, number)).toISOString();
const due = { type: 'due' };

async function standing(ledger: Ledger, process: string) {
  return {
    process: await ledger.readProcess(process),
    deadlines: await ledger.listDeadlines({ process }),
  };
}

onEachDatabase('Projections', (subject) => {
  test('rebuilt from the entries alone are those kept up entry by entry', async () => {
    const { ledger, query } = subject();
    await fc.assert(
      fc.asyncProperty(
        fc.array(plausibleChain, { minLength: 1, maxLength: 3 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        async (chains, sizes) => {
          const other = await subject().open();
          for (const { records } of chains) {
            let from = 0;
            for (let turn = 0; from < records.length; turn += 1) {
              const size = sizes[turn % sizes.length]!;
              // Two writers by turns, so that neither can rely on what it remembers.
              await (turn % 3 === 2 ? other : ledger).append(records.slice(from, from + size));
              from += size;
            }
          }
          await other.close();
          const ids = chains.map(({ process }) => process);
          const before = await Promise.all(ids.map((id) => standing(ledger, id)));
          expect(before.map(({ process }) => process?.head)).toEqual(
            chains.map(({ head }) => head.hash),
          );
          await query('writer', `update processes set title = '"lost"', timers = '[]', seq = 0`);
          await query('writer', 'truncate deadlines');
          await ledger.rebuildProjections();
          expect(await Promise.all(ids.map((id) => standing(ledger, id)))).toEqual(before);
          await query('writer', 'truncate processes');
          await ledger.append([chains[0]!.add()]);
          await ledger.rebuildProjections();
          expect(await Promise.all(ids.slice(1).map((id) => standing(ledger, id)))).toEqual(
            before.slice(1),
          );
        },
      ),
      { numRuns: 8 },
    );
  });

  test('keep no process that has no entries', async () => {
    const { ledger, query } = subject();
    await ledger.append(new EntryChain('real').addMany(1).records);
    await query('writer', `update processes set process = 'ghost' where process = 'real'`);
    await ledger.rebuildProjections();
    expect(await ledger.readProcess('ghost')).toBeUndefined();
    expect(await ledger.readProcess('real')).toMatchObject({ seq: 0 });
  });

  test('stand after a rebuild while others append', async () => {
    const { ledger } = subject();
    const chain = new EntryChain('busy').addMany(60);
    const appending = (async () => {
      for (const record of chain.records) await ledger.append([record]);
    })();
    await ledger.rebuildProjections();
    await ledger.rebuildProjections();
    await appending;
    expect(await ledger.readProcess('busy')).toMatchObject({ seq: 59, head: chain.head.hash });
  });

  test('answer who waits, for what, by the next due date', async () => {
    const { ledger } = subject();
    const definition = { id: 'budget', version: '2.1.0' };
    const hash = contentHash(definition);
    await ledger.saveDefinition(hash, definition);
    const arm = (dueAt: string) => ({
      effects: [{ kind: 'arm' as const, id: 'veto', generation: 1, event: due, dueAt }],
    });
    const started = (title: string, extra = {}) => ({
      event: { type: 'statehouse.started', input: { title }, ...extra },
      definition: hash,
    });
    const late = new EntryChain('list-late');
    late.add({ ...started('Bike lanes on Main_Street'), ...arm(day(9)) });
    const soon = new EntryChain('list-soon');
    soon.add({ ...started('School ROOFS'), ...arm(day(2)) });
    const never = new EntryChain('list-never');
    never.add(started('Quiet'));
    const trial = new EntryChain('list-trial');
    trial.add({ ...started('Trial', { rehearsal: true, parent: 'list-soon' }), status: 'done' });
    for (const chain of [late, soon, never, trial]) await ledger.append(chain.records);

    const list = async (query: Parameters<Ledger['listProcesses']>[0]) =>
      (await ledger.listProcesses({ definitionId: 'budget', ...query })).map(
        ({ process }) => process,
      );
    expect(await list({})).toEqual(['list-soon', 'list-late', 'list-never', 'list-trial']);
    expect(await list({ status: 'done' })).toEqual(['list-trial']);
    expect(await list({ rehearsal: false, text: 'roofs' })).toEqual(['list-soon']);
    expect(await list({ text: 'main_s' })).toEqual(['list-late']);
    expect(await list({ text: 'LIST-N' })).toEqual(['list-never']);
    expect(await list({ parent: 'list-soon' })).toEqual(['list-trial']);
    expect(await list({ definitionId: 'other' })).toEqual([]);

    const [first, second] = await ledger.listProcesses({ definitionId: 'budget', limit: 2 });
    expect(first).toMatchObject({ definitionVersion: '2.1.0', nextDueAt: day(2) });
    expect(await list({ after: first! })).toEqual(['list-late', 'list-never', 'list-trial']);
    const third = (await ledger.listProcesses({ definitionId: 'budget', after: second! }))[0];
    expect(await list({ after: third! })).toEqual(['list-trial']);
    expect(
      (await ledger.listDeadlines({ status: 'open', dueBy: day(2) })).map((row) => row.process),
    ).toContain('list-soon');
  });
});
