import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EmbeddedError } from './embedded-error.ts';
import { isRunning, markOf, ProcessMark } from './process-mark.ts';

/**
 * Takes a folder for this process and returns what gives it back. A lock whose process has died is taken over.
 * @throws EmbeddedError `DataFolderInUse` naming the process that has it.
 */
export function lockFolder(folder: string): () => void {
  const lock = join(folder, 'lock');
  // A hard link to a finished file appears at once with its contents; nobody can read half a lock.
  const mine = `${lock}.${process.pid}`;
  writeFileSync(mine, JSON.stringify(markOf(process.pid)));
  try {
    while (!linked(mine, lock)) removeDeadLock(folder, lock);
  } finally {
    rmSync(mine, { force: true });
  }
  const release = (): void => {
    process.off('exit', release);
    rmSync(lock, { force: true });
  };
  process.once('exit', release);
  return release;
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeDeadLock(folder: string, lock: string): void {
  const text = readLock(lock);
  if (text === undefined) return;
  refuseLiving(folder, text);
  // Two processes may find the same dead lock; the slower one must not remove the faster one's new lock.
  const aside = `${lock}.dead.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = readLock(aside);
  if (taken !== undefined && taken !== text) linked(aside, lock);
  rmSync(aside, { force: true });
}

function readLock(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function refuseLiving(folder: string, text: string): void {
  const holder = parseMark(text);
  if (!holder || !isRunning(holder)) return;
  throw new EmbeddedError(
    'DataFolderInUse',
    `The data folder ${folder} is in use by process ${holder.pid}. Stop that one first, or name another folder in STATEHOUSE_HOME.`,
    { folder, pid: holder.pid },
  );
}

function parseMark(text: string): ProcessMark | undefined {
  try {
    return ProcessMark.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
