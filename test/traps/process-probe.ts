import { expect } from '@jest/globals';
import { temporal } from '@temporalio/proto';
import type { Actor } from '../../contracts/actor.ts';
import type { Definition } from '../../contracts/definition/definition.ts';
import type { Json, JsonObject } from '../../contracts/json.ts';
import type { LedgerEntry } from '../../contracts/ledger-entry.ts';
import type { SendResult } from '../../contracts/sent-event.ts';
import type { SnapshotAnswer } from '../../contracts/snapshot-answer.ts';
import type { City } from '../helpers/city.ts';
import { eventually } from '../helpers/eventually.ts';

export const clerk: Actor = { subject: 'clara', roles: ['clerk'] };
type EventType = keyof typeof temporal.api.enums.v1.EventType;

/** One process in a city, as a test asks about it. */
export class ProcessProbe {
  readonly id: string;
  readonly city: City;

  constructor(city: City, id: string) {
    this.city = city;
    this.id = id;
  }

  static async begin(
    city: City,
    id: string,
    definition: Definition,
    rehearsal?: string,
  ): Promise<ProcessProbe> {
    await city.client.start({
      id,
      definition,
      input: {},
      startedBy: clerk,
      ...(rehearsal === undefined ? {} : { rehearsal: { startsAt: rehearsal } }),
    });
    return new ProcessProbe(city, id);
  }

  send(type: string, fields: JsonObject = {}, key?: string): Promise<SendResult> {
    const meta = { actor: clerk, ...(key === undefined ? {} : { idempotencyKey: key }) };
    return this.city.client.send(this.id, { type, ...fields }, meta);
  }

  /** The code of the refusal, or «accepted». */
  code(type: string, fields: JsonObject = {}): Promise<string> {
    return this.send(type, fields).then(
      () => 'accepted',
      (error: unknown) => String((error as { code?: string }).code ?? error),
    );
  }

  snapshot(): Promise<SnapshotAnswer> {
    return this.city.client.snapshot(this.id);
  }

  async context(): Promise<Record<string, Json>> {
    return (await this.snapshot()).context as Record<string, Json>;
  }

  /** Waits until nothing is under way. */
  async settled(): Promise<void> {
    await eventually(async () => {
      const { backlog } = await this.snapshot();
      expect(backlog.entries + backlog.effects).toBe(0);
    });
  }

  async runId(): Promise<string> {
    return (await this.city.client.temporal.workflow.getHandle(this.id).describe()).runId;
  }

  /** The runs of this process, the first one first. */
  async runs(): Promise<string[]> {
    const all: { runId: string; startTime: Date }[] = [];
    for await (const run of this.city.client.temporal.workflow.list({
      query: `WorkflowId = '${this.id}'`,
    }))
      all.push(run);
    return all
      .sort((one, other) => one.startTime.getTime() - other.startTime.getTime())
      .map(({ runId }) => runId);
  }

  async history(runId?: string): Promise<temporal.api.history.v1.IHistory> {
    return this.city.client.temporal.workflow.getHandle(this.id, runId).fetchHistory();
  }

  /** How many events of a type a run's history has. */
  async countIn(type: EventType, runId?: string): Promise<number> {
    const { events } = await this.history(runId);
    const wanted = temporal.api.enums.v1.EventType[type];
    return (events ?? []).filter(({ eventType }) => eventType === wanted).length;
  }

  async entries(): Promise<LedgerEntry[]> {
    const all = [];
    for await (const entry of this.city.ledger.readEntries({ process: this.id })) all.push(entry);
    return all;
  }

  /** Notes in waves of eight, as many as Temporal takes at a time. */
  async write(count: number, mark = 'n'): Promise<void> {
    for (let sent = 0; sent < count; sent += 8) {
      const wave = Array.from({ length: Math.min(8, count - sent) }, (_, index) =>
        this.send('errand.noted', { text: `${mark}${sent + index}` }, `${mark}${sent + index}`),
      );
      await Promise.all(wave);
    }
  }

  async child(invocation = 'trip'): Promise<ProcessProbe> {
    return eventually(async () => {
      const { invocations } = await this.snapshot();
      const running = invocations.find(({ id }) => id === invocation);
      if (running === undefined) throw new Error(`No "${invocation}" is running.`);
      const child = new ProcessProbe(this.city, `${this.id}.${invocation}.${running.generation}`);
      await child.snapshot();
      return child;
    });
  }
}
