import { limits } from '../contracts/limits.ts';
import type { SendResult } from '../contracts/sent-event.ts';
import { StatehouseError } from '../contracts/statehouse-error.ts';
import type { KnownResult } from './carried.ts';

const bytes = 200_000;

/**
 * The idempotency keys of the last events with their answers, so that a retry gets the first answer, also after
 * continue-as-new, where Temporal itself no longer knows the update id. Bounded in number and in bytes.
 */
export class KeyWindow {
  private readonly results: Map<string, KnownResult>;
  private size = 0;

  constructor(entries: readonly (readonly [string, KnownResult])[] = []) {
    this.results = new Map();
    for (const [key, result] of entries) this.remember(key, result);
  }

  /**
   * The first answer, if the key is known.
   *
   * @param of digest of what is sent with the key now
   * @throws StatehouseError `KeyReused` when something else was sent with it the first time
   */
  answer(key: string, of: string): SendResult | undefined {
    const known = this.results.get(key);
    if (known === undefined) return undefined;
    const { of: first, ...result } = known;
    if (first === of) return { ...result, duplicate: true };
    throw new StatehouseError(
      'KeyReused',
      `The key "${key}" was used at ${known.at} for something else (entry ${known.seq}). A retry repeats what it was sent with; anything new needs a key of its own.`,
      { key, seq: known.seq },
    );
  }

  remember(key: string, result: KnownResult): void {
    this.results.set(key, result);
    this.size += sizeOf(key, result);
    for (const [oldest, forgotten] of this.results) {
      if (this.results.size <= limits.keys && this.size <= bytes) break;
      this.results.delete(oldest);
      this.size -= sizeOf(oldest, forgotten);
    }
  }

  entries(): [string, KnownResult][] {
    return [...this.results];
  }
}

function sizeOf(key: string, result: KnownResult): number {
  return key.length + JSON.stringify(result).length;
}
