import { setTimeout as sleep } from 'node:timers/promises';
import type { ProcessClient } from '../../client/process-client.ts';
import type { Actor } from '../../contracts/actor.ts';
import type { SendResult, SentEvent } from '../../contracts/sent-event.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';

export interface Acknowledged {
  readonly process: string;
  readonly key: string;
  readonly answer: SendResult;
  /** When it was answered, milliseconds. */
  readonly answeredAt: number;
}

/**
 * Events on their way in from people who do not give up: each is sent with the same key until it is answered. What was answered
 * is remembered, so that the ledger can be held to it.
 */
export class EventStream {
  readonly acknowledged: Acknowledged[] = [];
  /** Keys whose sender went away without an answer: `process key`. */
  readonly abandoned = new Set<string>();
  /** Answers to a second or later attempt that had been accepted before. */
  duplicates = 0;
  retries = 0;
  readonly #client: ProcessClient;
  readonly #keys = new Map<string, number>();

  constructor(client: ProcessClient) {
    this.#client = client;
  }

  /**
   * @param patience milliseconds before it is sent once more; the first may still be under way
   * @param leaves whether the sender goes away instead
   * @returns `undefined` when the sender went away
   * @throws StatehouseError a refusal
   */
  async send(
    process: string,
    event: SentEvent,
    actor: Actor,
    patience = 3_000,
    leaves = false,
  ): Promise<SendResult | undefined> {
    const key = `${event.type} ${this.#count(process)}`;
    for (let attempt = 1; ; attempt += 1) {
      try {
        const meta = { actor, idempotencyKey: key };
        const answer = await within(patience, this.#client.send(process, event, meta));
        if (answer.duplicate === true) this.duplicates += 1;
        this.acknowledged.push({ process, key, answer, answeredAt: Date.now() });
        return answer;
      } catch (error) {
        if (isRefusal(error)) {
          // An earlier attempt that is still on its way may yet be taken, when the process allows it again.
          if (attempt > 1) this.abandoned.add(`${process} ${key}`);
          throw error;
        }
        this.retries += 1;
        if (leaves) {
          this.abandoned.add(`${process} ${key}`);
          return undefined;
        }
        await sleep(50);
      }
    }
  }

  /** When somebody was first answered after an instant, milliseconds. */
  firstAnswerAfter(instant: number): number | undefined {
    return this.acknowledged.find(({ answeredAt }) => answeredAt > instant)?.answeredAt;
  }

  #count(process: string): number {
    const count = (this.#keys.get(process) ?? 0) + 1;
    this.#keys.set(process, count);
    return count;
  }
}

/** A full backlog passes. */
function isRefusal(error: unknown): boolean {
  return error instanceof StatehouseError && error.code !== 'LedgerUnavailable';
}

async function within<T>(patience: number, asking: Promise<T>): Promise<T> {
  asking.catch(() => undefined);
  const given = new AbortController();
  const late = sleep(patience, undefined, { signal: given.signal }).then(() => {
    throw new Error('No answer.');
  });
  try {
    return await Promise.race([asking, late]);
  } finally {
    late.catch(() => undefined);
    given.abort();
  }
}
