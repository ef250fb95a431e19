import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { SendResult, SentEvent } from '../../contracts/sent-event.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { onPostgres } from '../ledger/databases.ts';
import { EntryChain } from '../ledger/entry-chain.ts';
import { herald } from './herald.ts';

const crier = { subject: 'carl', roles: ['crier'] };
const letter = { type: 'letter.read', text: 'Dear all' };

onPostgres('A process whose ledger is away', (server) => {
  let city: City;
  let count = 0;
  beforeAll(async () => {
    city = await City.open({ databaseUrl: await server().createDatabase('city') });
  });
  afterAll(() => city[Symbol.asyncDispose]());

  async function begin(definition: Definition = herald): Promise<string> {
    const id = `herald-${(count += 1)}`;
    await city.client.start({ id, definition, startedBy: crier });
    return id;
  }

  const send = (id: string, event: SentEvent, idempotencyKey?: string): Promise<SendResult> =>
    city.client.send(id, event, {
      actor: crier,
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });

  /** Temporal takes ten updates of one workflow at a time. */
  async function sendMany(id: string, number: number): Promise<SendResult[]> {
    const answers: SendResult[] = [];
    while (answers.length < number) {
      const wave = Array.from({ length: Math.min(8, number - answers.length) }, () =>
        send(id, letter),
      );
      answers.push(...(await Promise.all(wave)));
    }
    return answers;
  }

  async function flushed(id: string): Promise<void> {
    await eventually(async () => {
      expect((await city.client.ledgerHead(id)).unflushed).toBe(0);
    }, 45_000);
  }

  async function entries(id: string): Promise<LedgerEntry[]> {
    const all = [];
    for await (const entry of city.ledger.readEntries({ process: id })) all.push(entry);
    return all;
  }

  const runOf = async (id: string): Promise<string> =>
    (await city.client.temporal.workflow.getHandle(id).describe()).runId;

  async function whileAway(work: () => Promise<void>): Promise<void> {
    await server().kill9();
    try {
      await work();
    } finally {
      await server().start();
    }
  }

  /** What was answered is in the ledger as it was answered, in order, and all of it verifies. */
  async function holds(id: string, answers: readonly SendResult[]): Promise<void> {
    const all = await entries(id);
    for (const { seq, hash } of answers) expect(all[seq]?.hash).toBe(hash);
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index));
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true, findings: [] });
  }

  it('takes events as quickly as ever, says what waits, and hands all over in order', async () => {
    const id = await begin();
    await send(id, letter);
    await flushed(id);
    const answers: SendResult[] = [];
    const times: number[] = [];
    await whileAway(async () => {
      for (let index = 0; index < 40; index += 1) {
        const began = performance.now();
        answers.push(await send(id, letter));
        times.push(performance.now() - began);
      }
      expect((await city.client.snapshot(id)).backlog).toMatchObject({ entries: 40 });
      const { events } = await city.client.next(id);
      expect(events.find(({ type }) => type === 'letter.read')).toMatchObject({ possible: true });
    });
    expect(times.sort((a, b) => a - b)[20]).toBeLessThan(500);
    await flushed(id);
    await holds(id, answers);
    expect((await city.client.snapshot(id)).backlog).toEqual({
      entries: 0,
      effects: 0,
      fault: null,
    });
  });

  it('stays in its run while entries wait, and goes over to the next with nothing lost', async () => {
    const id = await begin();
    const answers = await sendMany(id, 290);
    await flushed(id);
    const first = await runOf(id);
    await whileAway(async () => {
      answers.push(...(await sendMany(id, 60)));
      const { backlog } = await city.client.snapshot(id);
      expect(backlog.entries).toBe(60);
      expect(await runOf(id)).toBe(first);
    });
    await eventually(async () => {
      expect(await runOf(id)).not.toBe(first);
    }, 45_000);
    answers.push(await send(id, letter));
    await flushed(id);
    await holds(id, answers);
  });

  it('refuses at last, when five hundred entries wait, and goes on when the ledger is back', async () => {
    const id = await begin();
    await flushed(id);
    const answers: SendResult[] = [];
    await whileAway(async () => {
      answers.push(...(await sendMany(id, 500)));
      const refusal = send(id, letter, 'late');
      await expect(refusal).rejects.toMatchObject({ code: 'LedgerUnavailable' });
      await expect(city.client.snapshot(id)).resolves.toMatchObject({ backlog: { entries: 500 } });
    });
    await flushed(id);
    answers.push(await send(id, letter, 'late'));
    await flushed(id);
    await holds(id, answers);
  });

  it('refuses sooner when what waits is large, and lives on', async () => {
    const id = await begin();
    await flushed(id);
    const answers: SendResult[] = [];
    const large = { type: 'letter.read', text: 'x'.repeat(200_000) };
    let refusal: unknown;
    await whileAway(async () => {
      for (let index = 0; index < 30 && refusal === undefined; index += 1) {
        await send(id, large).then(
          (answer) => answers.push(answer),
          (error: unknown) => (refusal = error),
        );
      }
    });
    expect(refusal).toMatchObject({ code: 'LedgerUnavailable' });
    await flushed(id);
    await holds(id, answers);
  });

  it('takes no more than a run can hand to the next', async () => {
    const id = await begin();
    const answers = await sendMany(id, 285);
    const first = await runOf(id);
    const page = { type: 'page.written', text: 'x'.repeat(200_000) };
    let refusal: unknown;
    while (refusal === undefined) {
      await send(id, page).then(
        (answer) => answers.push(answer),
        (error: unknown) => (refusal = error),
      );
    }
    expect(refusal).toMatchObject({ code: 'TooLarge' });
    answers.push(...(await sendMany(id, 10)));
    await eventually(async () => {
      expect(await runOf(id)).not.toBe(first);
    });
    answers.push(await send(id, letter));
    await flushed(id);
    await holds(id, answers);
  });

  it('is not migrated before its first definition is on record', async () => {
    const id = `herald-${(count += 1)}`;
    const definition = { ...herald, version: '2.0.0' };
    const operator = { actor: { subject: 'op', roles: ['operator'] } };
    const migrate = (): Promise<SendResult> =>
      city.client.migrate(id, { definition, reason: 'A better one' }, operator);
    await whileAway(async () => {
      await city.client.start({ id, definition: herald, startedBy: crier });
      await expect(migrate()).rejects.toMatchObject({ code: 'LedgerUnavailable' });
    });
    await flushed(id);
    await migrate();
    await flushed(id);
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true, findings: [] });
  });

  it('says so when the ledger holds another history, and nothing is overwritten', async () => {
    const id = `herald-${(count += 1)}`;
    const foreign = new EntryChain(id).addMany(2);
    await city.ledger.append(foreign.records);
    await city.client.start({ id, definition: herald, startedBy: crier });
    await send(id, letter);
    await eventually(async () => {
      expect((await city.client.snapshot(id)).backlog.fault).toMatch(/^Entry 0 of herald-/);
    });
    await send(id, { type: 'news.cried' });
    await eventually(async () => {
      expect((await city.client.snapshot(id)).backlog.effects).toBe(0);
    });
    const { backlog } = await city.client.snapshot(id);
    expect(backlog.fault).toMatch(/^Entry 0 of herald-/);
    expect(backlog.entries).toBe(3);
    expect((await entries(id)).map(({ hash }) => hash)).toEqual(
      foreign.records.map(({ entry }) => entry.hash),
    );
  });
});
