import type { LedgerEntry } from '../contracts/ledger-entry.ts';
import type { Deadline, ProcessProjection } from './process-projection.ts';
import { projectEntry } from './project-entry.ts';

/** Entries of one process folded in order; of each deadline its last standing. */
export class ProjectedEntries {
  readonly #deadlines = new Map<number, Deadline>();
  process: ProcessProjection | undefined;

  constructor(before?: ProcessProjection) {
    this.process = before;
  }

  get deadlines(): readonly Deadline[] {
    return [...this.#deadlines.values()];
  }

  add(entry: LedgerEntry): void {
    const { process, deadlines } = projectEntry(this.process, entry);
    this.process = process;
    for (const deadline of deadlines) {
      this.#deadlines.set(deadline.generation, deadline);
    }
  }
}
