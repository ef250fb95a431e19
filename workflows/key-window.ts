import { limits } from '../contracts/limits.ts';
import type { SendResult } from '../contracts/sent-event.ts';

const bytes = 200_000;

/**
 * The idempotency keys of the last events with their answers, so that a retry gets the first answer, also after
 * continue-as-new, where Temporal itself no longer knows the update id. Bounded in number and in bytes.
 */
export class KeyWindow {
  private readonly results: Map<string, SendResult>;
  private size = 0;

  constructor(entries: readonly (readonly [string, SendResult])[] = []) {
    this.results = new Map();
    for (const [key, result] of entries) this.remember(key, result);
  }

  answer(key: string): SendResult | undefined {
    const known = this.results.get(key);
    return known === undefined ? undefined : { ...known, duplicate: true };
  }

  has(key: string): boolean {
    return this.results.has(key);
  }

  remember(key: string, result: SendResult): void {
    this.results.set(key, result);
    this.size += sizeOf(key, result);
    for (const [oldest, forgotten] of this.results) {
      if (this.results.size <= limits.keys && this.size <= bytes) break;
      this.results.delete(oldest);
      this.size -= sizeOf(oldest, forgotten);
    }
  }

  entries(): [string, SendResult][] {
    return [...this.results];
  }
}

function sizeOf(key: string, result: SendResult): number {
  return key.length + JSON.stringify(result).length;
}
