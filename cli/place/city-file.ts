import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from '../../contracts/zod.ts';

/** What a running `up` tells the other commands: where its Temporal server is. */
const CityFile = z.object({ address: z.string(), namespace: z.string(), pid: z.int() });
export type CityFile = z.infer<typeof CityFile>;

const fileOf = (home: string): string => join(home, 'city.json');

/** Leaves the note in the data folder and returns what takes it away again. */
export function writeCityFile(home: string, city: Omit<CityFile, 'pid'>): () => void {
  const file = fileOf(home);
  // Renamed into place, so that nobody reads half a note.
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...city, pid: process.pid }), { mode: 0o600 });
  renameSync(draft, file);
  return () => {
    if (readNote(file)?.pid === process.pid) rmSync(file, { force: true });
  };
}

/** The note of an `up` that still runs; undefined when there is none. */
export function readCityFile(home: string): CityFile | undefined {
  const city = readNote(fileOf(home));
  return city !== undefined && isAlive(city.pid) ? city : undefined;
}

function readNote(file: string): CityFile | undefined {
  try {
    return CityFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
