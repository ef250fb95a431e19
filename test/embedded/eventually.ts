import { setTimeout as sleep } from 'node:timers/promises';

/** Waits until a condition holds. */
export async function eventually(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error(`it did not happen within ${withinMs} ms`);
    await sleep(25);
  }
}
