import type { ProcessProjection } from './process-projection.ts';

/**
 * Projections by the hash of the entry that they stand at. A hash stands for the whole history before it, so what is here
 * can be unused but never out of date, whoever else appends.
 */
export class ProjectionCache {
  readonly #byHead = new Map<string, ProcessProjection>();
  readonly #heads = new Map<string, string>();
  readonly #size: number;

  constructor(size = 2_000) {
    this.#size = size;
  }

  at(head: string): ProcessProjection | undefined {
    return this.#byHead.get(head);
  }

  /** Keeps the newest of each process, of the processes that were last appended to. */
  keep(projection: ProcessProjection): void {
    this.#drop(projection.process);
    this.#heads.set(projection.process, projection.head);
    this.#byHead.set(projection.head, projection);
    const [oldest] = this.#heads.keys();
    if (this.#heads.size > this.#size && oldest !== undefined) this.#drop(oldest);
  }

  #drop(process: string): void {
    const head = this.#heads.get(process);
    if (head !== undefined) this.#byHead.delete(head);
    this.#heads.delete(process);
  }
}
