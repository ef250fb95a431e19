import { randomUUID } from 'node:crypto';
import { link, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from '../contracts/zod.ts';
import { errorCode } from './database-error.ts';

/**
 * Who has the embedded database open, and where it serves the others. `host` is a folder (PostgreSQL's name for a Unix
 * socket `<host>/.s.PGSQL.<port>`) or a loopback address.
 */
export const EmbeddedOwner = z.strictObject({
  pid: z.int(),
  host: z.string(),
  port: z.int(),
  password: z.string(),
});
export type EmbeddedOwner = z.infer<typeof EmbeddedOwner>;

export function socketPath(owner: Pick<EmbeddedOwner, 'host' | 'port'>): string | undefined {
  if (owner.host === '127.0.0.1') return undefined;
  return path.join(owner.host, `.s.PGSQL.${String(owner.port)}`);
}

function lockPath(home: string): string {
  return path.join(home, 'ledger.lock');
}

/** The text of the lock, and the owner in it when it can be read. */
export type EmbeddedLock = { readonly text: string; readonly owner: EmbeddedOwner | undefined };

export async function readLock(home: string): Promise<EmbeddedLock | undefined> {
  try {
    const text = await readFile(lockPath(home), 'utf8');
    return { text, owner: parseOwner(text) };
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function parseOwner(text: string): EmbeddedOwner | undefined {
  try {
    return EmbeddedOwner.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Takes the lock, unless somebody has it. Linking puts the whole text in place at once. */
export async function claimLock(home: string, owner: EmbeddedOwner): Promise<boolean> {
  const draft = `${lockPath(home)}.${randomUUID()}`;
  await writeFile(draft, JSON.stringify(owner), { mode: 0o600, flag: 'wx' });
  try {
    await link(draft, lockPath(home));
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * Whether the owner lives: it listens for as long as it holds the lock, and the system closes a socket with its process.
 * Process ids alone would not tell, since containers give the same ones again.
 */
export async function isServing(owner: EmbeddedOwner): Promise<boolean> {
  const target = socketPath(owner);
  if (target === undefined && !isAlive(owner.pid)) return false;
  const socket = target === undefined ? connect(owner.port, owner.host) : connect(target);
  try {
    return await new Promise<boolean>((resolve, reject) => {
      socket.once('connect', () => {
        resolve(true);
      });
      socket.once('error', (error) => {
        const code = errorCode(error) ?? '';
        if (code === 'EACCES' || code === 'EPERM') reject(error);
        else resolve(code !== 'ECONNREFUSED' && code !== 'ENOENT');
      });
    });
  } finally {
    socket.destroy();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
}

/** Only one process at a time removes locks, or a slow one would remove the lock that a fast one took meanwhile. */
async function enterRemoval(guard: string): Promise<void> {
  for (;;) {
    try {
      await (await open(guard, 'wx', 0o600)).close();
      return;
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
    const since = (await stat(guard).catch(() => undefined))?.mtimeMs;
    if (since !== undefined && Date.now() - since > 10_000) await rm(guard, { force: true });
    else await sleep(25);
  }
}

/** Removes a lock, unless its text is another by now, and the socket of its owner. */
export async function removeLock(home: string, lock: EmbeddedLock): Promise<void> {
  const guard = `${lockPath(home)}.removal`;
  await enterRemoval(guard);
  try {
    if ((await readLock(home))?.text !== lock.text) return;
    await rm(lockPath(home), { force: true });
    const socket = lock.owner && socketPath(lock.owner);
    if (socket !== undefined) await rm(socket, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}
