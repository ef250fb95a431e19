import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Worker } from '@temporalio/worker';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { SendResult } from '../../contracts/sent-event.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import { permit } from '../fixtures/permit.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';

const applicant: Actor = { subject: 'ada', roles: ['applicant'] };
const officer: Actor = { subject: 'olof', roles: ['officer'] };

describe('a process on Temporal', () => {
  let city: City;
  let count = 0;

  beforeAll(async () => {
    city = await City.open();
  });
  afterAll(async () => {
    await city[Symbol.asyncDispose]();
  });

  async function begin(): Promise<string> {
    const id = `permit-${++count}`;
    await city.client.start({
      id,
      definition: permit,
      input: { title: 'A shed' },
      startedBy: applicant,
    });
    return id;
  }

  async function deadlineIsSet(id: string): Promise<void> {
    await eventually(async () => {
      expect((await city.client.next(id)).deadlines[0]?.dueAt).not.toBeNull();
    });
  }

  async function entries(id: string, atLeast: number): Promise<LedgerEntry[]> {
    return eventually(async () => {
      const all = [];
      for await (const entry of city.ledger.readEntries({ process: id })) all.push(entry);
      if (all.length < atLeast) throw new Error(`${all.length} entries so far`);
      return all;
    });
  }

  async function historyTypes(id: string): Promise<string[]> {
    const { events } = await city.client.temporal.workflow.getHandle(id).fetchHistory();
    return (events ?? []).map((event) => String(event.eventType));
  }

  const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => 'accepted',
      (error: unknown) => (error as { code?: string }).code ?? String(error),
    );

  it('lives through events, a child and its end, and verifies from the ledger alone', async () => {
    const id = await begin();
    await deadlineIsSet(id);
    const note = {
      type: 'note.added',
      text: 'The fence is two metres high.',
      telephone: '555 0100',
    };
    await city.client.send(id, note, { actor: applicant });
    await city.client.send(id, { ...note, text: 'A neighbour agrees.' }, { actor: applicant });
    await city.client.send(id, { type: 'permit.decided', granted: true }, { actor: officer });
    const child = `${id}.visit.${(await city.client.snapshot(id)).invocations[0]?.generation}`;
    await eventually(() => city.client.snapshot(child));
    await city.client.send(id, { type: 'site.changed' }, { actor: applicant });
    await eventually(async () => {
      expect((await city.client.snapshot(id)).context).toMatchObject({ seen: 1 });
    });
    const inspector = { subject: 'inga', roles: ['inspector'] };
    await city.client.send(child, { type: 'inspection.held', passed: true }, { actor: inspector });
    expect(await city.client.result(id)).toEqual({ granted: true, passed: true });

    const record = await entries(id, 8);
    expect(record.map(({ kind, event }) => `${kind} ${event.type}`)).toEqual([
      'started statehouse.started',
      'deadline statehouse.deadline.resolved',
      'event note.added',
      'event note.added',
      'event permit.decided',
      'event site.changed',
      'delivery site.seen',
      'completion xstate.done.actor.visit',
    ]);
    expect(JSON.stringify(record)).not.toContain('555 0100');
    expect((await city.ledger.readValues({ process: id })).map(({ value }) => value)).toEqual([
      '555 0100',
      '555 0100',
    ]);
    for (const process of [id, child]) {
      expect(await verifyProcess(city.ledger, process)).toMatchObject({ ok: true, findings: [] });
    }
  });

  it('answers what is next, by whom, until when, and why not yet', async () => {
    const id = await begin();
    await deadlineIsSet(id);
    const next = await city.client.next(id);
    const decision = next.events.find(({ type }) => type === 'permit.decided');
    expect(decision).toMatchObject({
      possible: false,
      by: [{ role: 'officer' }],
      whyNot: [{ en: 'two notes have been added' }],
      until: next.deadlines[0]?.dueAt,
    });
    expect(next.events.find(({ type }) => type === 'note.added')).toMatchObject({
      possible: true,
      whyNot: [],
    });
  });

  it('refuses bad input with a typed error and no trace in the history', async () => {
    const id = await begin();
    await deadlineIsSet(id);
    await entries(id, 2);
    await eventually(async () => {
      expect((await city.client.ledgerHead(id)).unflushed).toBe(0);
    });
    const before = await historyTypes(id);
    const send = (event: object, actor: object = officer): Promise<unknown> =>
      codeOf(city.client.send(id, event as never, { actor: actor as never }));
    expect(await send({ type: 'permit.forgotten' })).toBe('UnknownEvent');
    expect(await send({ type: 'xstate.done.actor.visit', output: { passed: true } })).toBe(
      'UnknownEvent',
    );
    expect(await send({ type: 'xstate.after.answerDue.permit.open' })).toBe('UnknownEvent');
    expect(await send({ type: 'xstate.stop' })).toBe('UnknownEvent');
    expect(await send({ type: 'toString' })).toBe('UnknownEvent');
    expect(await send({ type: '*' })).toBe('UnknownEvent');
    expect(await send({ text: 'no type' })).toBe('InvalidPayload');
    expect(await send({ type: 7 })).toBe('InvalidPayload');
    expect(await send({ type: 'note.added', text: 5 })).toBe('InvalidPayload');
    expect(await send({ type: 'note.added', text: 'x', extra: true })).toBe('InvalidPayload');
    expect(await send({ type: 'note.added', text: 'half \ud83d' })).toBe('InvalidPayload');
    expect(
      await send({ type: 'note.added', text: 'x' }, { subject: 'eve', roles: ['nobody'] }),
    ).toBe('NotYourRole');
    expect(await send({ type: 'site.seen' }, { subject: 'eve', roles: ['process'] })).toBe(
      'NotYourRole',
    );
    expect(await send({ type: 'note.added', text: 'x' }, { subject: 'eve' })).toBe(
      'InvalidPayload',
    );
    expect(await send({ type: 'permit.decided', granted: true })).toBe('NotAllowedNow');
    expect(await send({ type: 'note.added', text: 'x'.repeat(300_000) })).toBe('TooLarge');
    expect(await send({ type: 'note.added', text: 'x'.repeat(2_000_000) })).toBe('TooLarge');
    expect(await historyTypes(id)).toEqual(before);
  });

  it('tells the sender when an action fails, stays as it was and goes on', async () => {
    const id = await begin();
    await entries(id, 2);
    const { stateHash } = await city.client.snapshot(id);
    expect(await codeOf(city.client.send(id, { type: 'permit.broken' }, { actor: officer }))).toBe(
      'MachineFailed',
    );
    expect((await city.client.snapshot(id)).stateHash).toBe(stateHash);
    const note = { type: 'note.added', text: 'Still here.' };
    expect(await codeOf(city.client.send(id, note, { actor: applicant }))).toBe('accepted');
    const { events } = await city.client.temporal.workflow.getHandle(id).fetchHistory();
    expect(
      (events ?? []).filter(
        ({ workflowTaskFailedEventAttributes }) => workflowTaskFailedEventAttributes,
      ),
    ).toEqual([]);
  });

  it('keeps the id free when a process could not begin, and only then', async () => {
    const start = (title: unknown): Promise<unknown> =>
      city.client.start({
        id: 'second-try',
        definition: permit,
        input: { title } as never,
        startedBy: applicant,
      });
    await start(7);
    await expect(city.client.result('second-try')).rejects.toThrow();
    await start('A shed');
    expect((await city.client.snapshot('second-try')).status).toBe('active');
    expect(await codeOf(start('Another shed'))).toBe('ProcessExists');
    await city.client.temporal.workflow.getHandle('second-try').terminate('by mistake');
    expect(await codeOf(start('A shed'))).toBe('ProcessExists');
  });

  it('answers a repeated key with the first answer', async () => {
    const id = await begin();
    const meta = { actor: applicant, idempotencyKey: 'note-1' };
    const first = await city.client.send(id, { type: 'note.added', text: 'Once.' }, meta);
    const again = await city.client.temporal.workflow
      .getHandle(id)
      .executeUpdate('send', { args: [{ type: 'note.added', text: 'Once.', ...meta }] });
    expect(again).toEqual({ ...first, duplicate: true });
    expect((await city.client.snapshot(id)).context).toMatchObject({ notes: [{ text: 'Once.' }] });
  });

  it('leaves no trace of a retry, and refuses a key that was used for something else', async () => {
    const id = await begin();
    await deadlineIsSet(id);
    const meta = { actor: applicant, idempotencyKey: 'note-1' };
    const note = { type: 'note.added', text: 'Once.' };
    const first = await city.client.send(id, note, meta);
    await entries(id, 3);
    await eventually(async () => {
      expect((await city.client.ledgerHead(id)).unflushed).toBe(0);
    });
    const before = await historyTypes(id);
    expect(await city.client.send(id, note, meta)).toEqual(first);
    expect(await codeOf(city.client.send(id, { ...note, text: 'Twice.' }, meta))).toBe('KeyReused');
    expect(await codeOf(city.client.send(id, note, { ...meta, actor: officer }))).toBe('KeyReused');
    const operator = { ...meta, actor: { subject: 'op', roles: ['operator'] } };
    expect(await codeOf(city.client.suspend(id, { reason: 'Flood' }, operator))).toBe('KeyReused');
    expect(await historyTypes(id)).toEqual(before);
  });

  it('postpones, suspends, resumes and corrects, each by those who may, on the record', async () => {
    const id = await begin();
    const operator = { actor: { subject: 'op', roles: ['operator'] } };
    await deadlineIsSet(id);
    const to = new Date(Date.now() + 90 * 86_400_000).toISOString();
    const request = { deadline: 'answerDue', to, reason: 'The archive is being moved.' };
    expect(await codeOf(city.client.postpone(id, request, { actor: applicant }))).toBe(
      'NotYourRole',
    );
    expect(await codeOf(city.client.postpone(id, { ...request, reason: '' }, operator))).toBe(
      'InvalidPayload',
    );
    expect(await codeOf(city.client.postpone(id, { ...request, deadline: 'none' }, operator))).toBe(
      'UnknownDeadline',
    );
    await city.client.postpone(id, request, operator);
    expect((await city.client.next(id)).deadlines[0]?.dueAt).toBe(to);
    await city.client.suspend(id, { reason: 'Election' }, operator);
    const note = { type: 'note.added', text: 'Now?' };
    expect(await codeOf(city.client.send(id, note, { actor: applicant }))).toBe('NotAllowedNow');
    await city.client.resume(id, { reason: 'The council sits again' }, operator);
    expect(await codeOf(city.client.send(id, note, { actor: applicant }))).toBe('accepted');
    await city.client.correct(
      id,
      { seq: 0, reason: 'A spelling', after: { title: 'A garden shed' } },
      operator,
    );
    expect((await entries(id, 7)).map(({ event }) => event.type)).toEqual([
      'statehouse.started',
      'statehouse.deadline.resolved',
      'statehouse.deadline.postponed',
      'statehouse.suspended',
      'statehouse.resumed',
      'note.added',
      'statehouse.corrected',
    ]);
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true });
  });

  it('goes over to a fresh run and loses nothing, and its histories replay', async () => {
    const id = await begin();
    const handle = city.client.temporal.workflow.getHandle(id);
    const firstRun = (await handle.describe()).runId;
    const answers: SendResult[] = [];
    // Temporal takes ten updates of one workflow at a time.
    for (let sent = 0; sent < 320; sent += 8) {
      const wave = Array.from({ length: 8 }, (_, index) =>
        city.client.send(
          id,
          { type: 'note.added', text: `${sent + index}` },
          { actor: applicant, idempotencyKey: `n${sent + index}` },
        ),
      );
      answers.push(...(await Promise.all(wave)));
    }
    await eventually(async () => {
      expect((await handle.describe()).runId).not.toBe(firstRun);
    });
    const again = await city.client.send(
      id,
      { type: 'note.added', text: '0' },
      { actor: applicant, idempotencyKey: 'n0' },
    );
    expect(again).toEqual({ ...answers[0], duplicate: true });
    const record = await entries(id, 322);
    expect(new Set(record.flatMap(({ key }) => key ?? [])).size).toBe(320);
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true, entries: 322 });
    for (const runId of [firstRun, (await handle.describe()).runId]) {
      const history = await city.client.temporal.workflow.getHandle(id, runId).fetchHistory();
      await Worker.runReplayHistory({ workflowBundle: city.bundle }, history, id);
    }
  });
});
