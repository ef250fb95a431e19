import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { EmbeddedError } from './embedded-error.ts';
import { isRunning, markOf, ProcessMark } from './process-mark.ts';
import { stopProcess } from './stop-process.ts';

const ServerRecord = z.object({ server: ProcessMark, owner: ProcessMark });
const fileOf = (home: string): string => join(home, 'temporal.json');

/** Notes in the data folder which server uses it and which process started that. Returns what removes the note. */
export function writeServerRecord(home: string, pid: number): () => void {
  const file = fileOf(home);
  writeFileSync(file, JSON.stringify({ server: markOf(pid), owner: markOf(process.pid) }));
  return () => {
    rmSync(file, { force: true });
  };
}

/**
 * Stops the server that an earlier run left behind when it crashed.
 * @throws EmbeddedError `TemporalRunning` if the run that started it still lives.
 */
export async function stopLeftServer(home: string, log: (line: string) => void): Promise<void> {
  const record = readServerRecord(home);
  if (!record || !isRunning(record.server)) return;
  if (isRunning(record.owner)) {
    throw new EmbeddedError(
      'TemporalRunning',
      `Process ${record.owner.pid} already runs a Temporal server (process ${record.server.pid}) on ${home}. Stop it first, or use another folder.`,
      { home, pid: record.server.pid, owner: record.owner.pid },
    );
  }
  log(
    `Stopping the Temporal server (process ${record.server.pid}) of an earlier run that crashed.`,
  );
  await stopProcess(record.server);
}

function readServerRecord(home: string): z.infer<typeof ServerRecord> | undefined {
  try {
    return ServerRecord.safeParse(JSON.parse(readFileSync(fileOf(home), 'utf8'))).data;
  } catch {
    return undefined;
  }
}
