/** Lets one holder in at a time, first come first served. */
export class Mutex {
  #tail: Promise<void> = Promise.resolve();

  /** Waits for its turn; call what it answers to let the next one in. */
  async acquire(): Promise<() => void> {
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const before = this.#tail;
    this.#tail = before.then(() => promise);
    await before;
    return () => {
      resolve(undefined);
    };
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}
