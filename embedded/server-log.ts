import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs';

const largestBytes = 10e6;
const tailBytes = 64_000;

export interface ServerLog {
  readonly path: string;
  /** What the child writes to. */
  readonly descriptor: number;
  /** The end of what was written since this log was opened. */
  tail(): string;
  /** Closes the descriptor; `tail` still reads. */
  close(): void;
}

/** Opens the server's log for appending. A large one from earlier runs is moved aside as `.1`. */
export function openServerLog(path: string): ServerLog {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > largestBytes) {
    renameSync(path, `${path}.1`);
  }
  const descriptor = openSync(path, 'a', 0o600);
  const from = statSync(path).size;
  return {
    path,
    descriptor,
    tail() {
      const size = statSync(path).size;
      const start = Math.max(from, size - tailBytes);
      const text = Buffer.alloc(size - start);
      const reader = openSync(path, 'r');
      try {
        return text.toString('utf8', 0, readSync(reader, text, 0, text.length, start));
      } finally {
        closeSync(reader);
      }
    },
    close() {
      closeSync(descriptor);
    },
  };
}
