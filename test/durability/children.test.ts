import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyProcess } from '../../audit/verify-process.ts';
import type { SnapshotAnswer } from '../../contracts/snapshot-answer.ts';
import { permit } from '../fixtures/permit.ts';
import { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';
import { vigil } from './vigil.ts';

const ada = { subject: 'ada', roles: ['applicant'] };
const olof = { subject: 'olof', roles: ['officer'] };
const inga = { subject: 'inga', roles: ['inspector'] };
const kim = { subject: 'kim', roles: ['keeper'] };

describe('A parent and its children', () => {
  let city: City;
  let count = 0;
  beforeAll(async () => {
    city = await City.open();
  });
  afterAll(() => city[Symbol.asyncDispose]());

  const note = { type: 'note.added', text: 'A note.' };

  async function beginPermit(): Promise<string> {
    const id = `family-${(count += 1)}`;
    const input = { title: 'A shed' };
    await city.client.start({ id, definition: permit, input, startedBy: ada });
    await city.client.send(id, note, { actor: ada });
    await city.client.send(id, note, { actor: ada });
    await eventually(async () => {
      expect((await city.client.next(id)).deadlines[0]?.dueAt).not.toBeNull();
    });
    return id;
  }

  /** Notes until the process is at an entry. */
  async function writeUntil(id: string, seq: number): Promise<void> {
    for (let at = (await city.client.snapshot(id)).seq; at < seq;) {
      const wave = Array.from({ length: Math.min(8, seq - at) }, () =>
        city.client.send(id, note, { actor: ada }),
      );
      at = Math.max(...(await Promise.all(wave)).map((answer) => answer.seq));
    }
  }

  async function childOf(id: string): Promise<string> {
    const { invocations } = await city.client.snapshot(id);
    const child = `${id}.visit.${invocations[0]?.generation}`;
    await eventually(() => city.client.snapshot(child));
    return child;
  }

  it('hear each other from the step that starts the child', async () => {
    await city.client.start({ id: 'vigil', definition: vigil, startedBy: kim });
    const seen = await eventually<SnapshotAnswer>(async () => {
      const answer = await city.client.snapshot('vigil');
      expect(answer.context).toMatchObject({ calls: 2, returns: 2 });
      return answer;
    });
    await city.client.send('vigil', { type: 'vigil.ended' }, { actor: kim });
    expect(seen.children.length).toBeLessThanOrEqual(1);
    expect(await verifyProcess(city.ledger, 'vigil')).toMatchObject({ ok: true });
  });

  it('hear each other when the word is sent before the child has been started', async () => {
    const id = await beginPermit();
    await city.stopWorker();
    const decided = city.client.send(
      id,
      { type: 'permit.decided', granted: true },
      { actor: olof },
    );
    const changed = city.client.send(id, { type: 'site.changed' }, { actor: ada });
    await city.startWorker();
    // Which of the two comes first is not settled; a change before the decision is refused.
    await decided;
    await changed.catch(() => city.client.send(id, { type: 'site.changed' }, { actor: ada }));
    await eventually(async () => {
      expect((await city.client.snapshot(id)).context).toMatchObject({ seen: 1 });
    });
  });

  it('are begun once when the child is the last that a run begins', async () => {
    const id = await beginPermit();
    await writeUntil(id, 298);
    await eventually(async () => {
      expect((await city.client.ledgerHead(id)).unflushed).toBe(0);
    });
    const first = (await city.client.temporal.workflow.getHandle(id).describe()).runId;
    // The three hundredth fact, with which the run goes over to the next.
    await city.client.send(id, { type: 'permit.decided', granted: true }, { actor: olof });
    await eventually(async () => {
      const { runId } = await city.client.temporal.workflow.getHandle(id).describe();
      expect(runId).not.toBe(first);
    });
    const child = await childOf(id);
    expect((await city.client.snapshot(id)).children.map(({ process }) => process)).toEqual([
      child,
    ]);
    expect((await city.client.snapshot(id)).value).toBe('inspecting');
    await city.client.send(child, { type: 'inspection.held', passed: true }, { actor: inga });
    expect(await city.client.result(id)).toEqual({ granted: true, passed: true });
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true });
  });

  it('find each other when the child ends while its parent goes over to a new run', async () => {
    const id = await beginPermit();
    await city.client.send(id, { type: 'permit.decided', granted: true }, { actor: olof });
    const child = await childOf(id);
    await writeUntil(id, 290);
    const rush = Array.from({ length: 9 }, () => city.client.send(id, note, { actor: ada }));
    await city.client.send(child, { type: 'inspection.held', passed: true }, { actor: inga });
    await Promise.allSettled(rush);
    expect(await city.client.result(id)).toEqual({ granted: true, passed: true });
    expect(await verifyProcess(city.ledger, id)).toMatchObject({ ok: true });
  });

  it('cannot be kept apart by somebody who takes the key of a word between them', async () => {
    const id = await beginPermit();
    await city.client.send(id, { type: 'permit.decided', granted: true }, { actor: olof });
    const child = await childOf(id);
    const idempotencyKey = `deliver:${child}/1/end`;
    await city.client.send(id, note, { actor: ada, idempotencyKey });
    await city.client.send(child, { type: 'inspection.held', passed: true }, { actor: inga });
    expect(await within(5_000, city.client.result(id))).toEqual({ granted: true, passed: true });
  });
});

async function within<T>(patience: number, asking: Promise<T>): Promise<T | 'late'> {
  return Promise.race([
    asking,
    new Promise<'late'>((resolve) => {
      setTimeout(resolve, patience, 'late').unref();
    }),
  ]);
}
