import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessClient } from '../../client/process-client.ts';
import type { ProcessInput } from '../../contracts/process-input.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { permit } from '../fixtures/permit.ts';
import { EventStream } from './event-stream.ts';
import { between, random, type Random } from './random.ts';
import { vigil } from './vigil.ts';

const ada = { subject: 'ada', roles: ['applicant'] };
const olof = { subject: 'olof', roles: ['officer'] };
const inga = { subject: 'inga', roles: ['inspector'] };
const kim = { subject: 'kim', roles: ['keeper'] };

/** Several people at once, who send events without a pause until they are told to stop. */
export class Townspeople {
  readonly stream: EventStream;
  /** Permits that were taken from the first note to the inspector's word. */
  permits = 0;
  readonly #client: ProcessClient;
  readonly #next: Random;
  #stopping = false;
  #atWork: Promise<unknown> = Promise.resolve();
  /** Rejects when somebody is refused what they may do. */
  trouble: Promise<never> = new Promise(() => undefined);

  constructor(client: ProcessClient, seed: number) {
    this.#client = client;
    this.#next = random(seed);
    this.stream = new EventStream(client);
  }

  async begin(): Promise<void> {
    await this.#start({
      id: 'diary',
      definition: permit,
      input: { title: 'A diary' },
      startedBy: ada,
    });
    await this.#start({ id: 'vigil', definition: vigil, startedBy: kim });
    const atWork = Promise.all([
      this.#writeNotes('diary', ada),
      this.#writeNotes('diary', olof),
      this.#writeNotes('vigil', kim),
      this.#recallWatchmen(),
      this.#seekPermits(),
    ]);
    this.#atWork = atWork;
    this.trouble = new Promise((_resolve, reject) => {
      atWork.catch(reject);
    });
    this.trouble.catch(() => undefined);
  }

  /** Everybody finishes what they are at, and the vigil ends wherever it is. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#atWork;
    await this.stream.send('vigil', { type: 'vigil.ended' }, kim);
  }

  /** One sender in six goes away soon and never hears; the others ask again, some while their first letter is under way. */
  async #writeNotes(process: string, actor: typeof ada): Promise<void> {
    while (!this.#stopping) {
      const note = { type: 'note.added', text: `A note by ${actor.subject}.` };
      const leaves = this.#next() < 1 / 6;
      const patience = between(this.#next, leaves ? 20 : 300, leaves ? 200 : 3_000);
      await this.stream.send(process, note, actor, patience, leaves);
      await sleep(between(this.#next, 0, 30));
    }
  }

  /** Now and then a watchman is called back while he is on his way, or before he has left. */
  async #recallWatchmen(): Promise<void> {
    while (!this.#stopping) {
      await sleep(between(this.#next, 200, 2_000));
      try {
        await this.stream.send('vigil', { type: 'watchman.recalled' }, kim);
      } catch (error) {
        // No watchman was out.
        if (!(error instanceof StatehouseError && error.code === 'NotAllowedNow')) throw error;
      }
    }
  }

  async #seekPermits(): Promise<void> {
    for (let number = 1; !this.#stopping; number += 1) {
      const id = `permit-${number}`;
      await this.#start({ id, definition: permit, input: { title: id }, startedBy: ada });
      await this.stream.send(id, { type: 'note.added', text: 'One', telephone: '555 0100' }, ada);
      await this.stream.send(id, { type: 'note.added', text: 'Two' }, ada);
      await this.stream.send(id, { type: 'permit.decided', granted: true }, olof);
      await this.stream.send(id, { type: 'site.changed' }, ada);
      await this.stream.send(
        await this.#visitOf(id),
        { type: 'inspection.held', passed: true },
        inga,
      );
      this.permits += 1;
    }
  }

  async #visitOf(id: string): Promise<string> {
    const { invocations } = await insist(() => this.#client.snapshot(id));
    const visit = `${id}.visit.${invocations[0]?.generation}`;
    await insist(() => this.#client.snapshot(visit));
    return visit;
  }

  /** That a process exists says that an earlier attempt was taken. */
  async #start(input: ProcessInput): Promise<void> {
    await insist(() =>
      this.#client.start(input).catch((error: unknown) => {
        if (!(error instanceof StatehouseError && error.code === 'ProcessExists')) throw error;
      }),
    );
  }
}

/** Asks again until there is an answer. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch {
      await sleep(50);
    }
  }
}
