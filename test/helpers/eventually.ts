import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is there, at most `patience` milliseconds; then fails with the last error. */
export async function eventually<T>(ask: () => Promise<T>, patience = 15_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
}
