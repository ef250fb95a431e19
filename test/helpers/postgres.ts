import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync } from 'node:fs';
import { chmod, chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';

const run = promisify(execFile);

/** Folder of PostgreSQL's programs: PGBIN, or the newest of Debian's; undefined when there is none. */
export function postgresBin(): string | undefined {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root) : [];
  const installed = versions
    .sort((a, b) => Number(b) - Number(a))
    .map((v) => path.join(root, v, 'bin'));
  return [process.env['PGBIN'] ?? [], installed]
    .flat()
    .find((bin) => existsSync(path.join(bin, 'postgres')));
}

/** Who may run a server: root may not, so the system's `postgres` does then. */
async function serverUser(): Promise<{ uid: number; gid: number } | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const entry = (await readFile('/etc/passwd', 'utf8'))
    .split('\n')
    .find((line) => line.startsWith('postgres:'));
  if (entry === undefined) throw new Error('Running as root, and there is no user postgres.');
  const [, , uid, gid] = entry.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

/** A PostgreSQL server of the test's own, on the loopback interface, that can be taken away and brought back. */
export class Postgres implements AsyncDisposable {
  readonly port: number;
  readonly #bin: string;
  readonly #folder: string;
  readonly #user: { uid: number; gid: number } | undefined;
  #server: ReturnType<typeof spawn> | undefined;

  private constructor(
    bin: string,
    folder: string,
    port: number,
    user: { uid: number; gid: number } | undefined,
  ) {
    this.#bin = bin;
    this.#folder = folder;
    this.port = port;
    this.#user = user;
  }

  /** @throws Error when PostgreSQL is not installed: ask `postgresBin` first */
  static async create(): Promise<Postgres> {
    const bin = postgresBin();
    if (bin === undefined) throw new Error('PostgreSQL is not installed; set PGBIN.');
    const user = await serverUser();
    const folder = await mkdtemp(path.join(tmpdir(), 'statehouse-postgres-'));
    await chmod(folder, 0o755);
    const data = path.join(folder, 'data');
    if (user !== undefined) await chown(folder, user.uid, user.gid);
    const postgres = new Postgres(bin, folder, await freePort(), user);
    const args = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '-E',
      'UTF8',
      '--locale=C.UTF-8',
      '-N',
    ];
    await run(path.join(bin, 'initdb'), args, { ...user, cwd: folder });
    await writeFile(path.join(folder, 'log'), '');
    await postgres.start();
    return postgres;
  }

  databaseUrl(database = 'postgres', user = 'postgres'): string {
    return `postgres://${user}@127.0.0.1:${String(this.port)}/${database}`;
  }

  /** Runs one statement as the superuser. */
  async query(text: string, database = 'postgres'): Promise<Record<string, unknown>[]> {
    const client = new pg.Client({ connectionString: this.databaseUrl(database) });
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** An empty database; answers its URL. */
  async createDatabase(name: string, owner = 'postgres'): Promise<string> {
    await this.query(`create database "${name}" owner "${owner}"`);
    return this.databaseUrl(name, owner);
  }

  async start(): Promise<void> {
    const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${this.#folder}`];
    const options = settings.flatMap((setting) => ['-c', setting]);
    const args = ['-D', path.join(this.#folder, 'data'), '-p', String(this.port), ...options];
    const server = spawn(path.join(this.#bin, 'postgres'), args, {
      ...this.#user,
      cwd: this.#folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const log: string[] = [];
    server.stderr.on('data', (text: Buffer) => log.push(text.toString()));
    this.#server = server;
    for (let attempt = 0; attempt < 300; attempt += 1) {
      if (server.exitCode !== null) break;
      if (
        await this.query('select 1').then(
          () => true,
          () => false,
        )
      )
        return;
      await sleep(50);
    }
    throw new Error(`PostgreSQL did not start:\n${log.join('')}`);
  }

  /** Ends it in order, breaking off open transactions. */
  async stop(): Promise<void> {
    await this.#end('SIGINT');
  }

  /** Takes it away as a power cut would. */
  async kill9(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: 'SIGINT' | 'SIGKILL'): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server === undefined || server.exitCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}
