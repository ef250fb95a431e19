import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { choosePort, type PortWish } from './choose-port.ts';
import { EmbeddedError } from './embedded-error.ts';
import { findTemporalCli } from './find-temporal-cli.ts';
import { keepHistories } from './keep-histories.ts';
import { reasonOf } from './reason-of.ts';
import { serverArguments } from './server-arguments.ts';
import { serverIsReady } from './server-is-ready.ts';
import { serverProcess, type ServerExit, type ServerProcess } from './server-process.ts';
import { stopLeftServer } from './server-record.ts';

const namespace = 'default';
const readyMs = 60_000;
const pollMs = 25;
/** The program says this on its output once it listens; another server on the same port cannot say it for it. */
const listening = 'Temporal Server:';
/** A program that never says it may still be the right one, of a version with other words. */
const withoutWordMs = 5_000;

export interface StartTemporalOptions {
  /** Our data folder: database, log and the note about the process lie in it. */
  readonly home: string;
  /** Wished, not demanded; STATEHOUSE_PORT overrides it and is demanded. @default 7233 */
  readonly port?: number;
  /** Lets tests skip time. @default false */
  readonly timeSkipping?: boolean;
  /** Temporal's web interface. @default false */
  readonly ui?: boolean;
  /** Keep nothing on disk. @default false */
  readonly inMemory?: boolean;
  /** One line of news at a time. @default to standard error */
  readonly log?: (line: string) => void;
  /** @default process.env */
  readonly env?: NodeJS.ProcessEnv;
}

export interface TemporalServer {
  /** `host:port` for clients and workers. */
  readonly address: string;
  readonly namespace: string;
  /** Of the web interface, if asked for. */
  readonly uiAddress?: string;
  readonly pid: number;
  readonly logPath: string;
  /** Resolves, never rejects, when the server ends; `expected` is false if nobody called `stop`. */
  readonly exited: Promise<ServerExit>;
  /** Stops the server in order; stop workers first. */
  stop(): Promise<void>;
}

/**
 * Starts Temporal's development server and returns once workflows can run on it.
 * @throws EmbeddedError `TemporalCliNotFound`, `TemporalCliUnusable`, `PortTaken`, `InvalidPort`,
 * `TemporalRunning` or `TemporalNotReady`.
 */
export async function startTemporal(options: StartTemporalOptions): Promise<TemporalServer> {
  const home = resolve(options.home);
  const env = options.env ?? process.env;
  const log = options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  mkdirSync(home, { recursive: true, mode: 0o700 });
  await stopLeftServer(home, log);
  const cli = await findTemporalCli({ home, env, log });
  const wish = portWish(options.port ?? 7233, env);
  for (let attempt = 1; ; attempt++) {
    const port = await choosePort(wish, log);
    const uiPort = options.ui ? await choosePort({ port: port + 1000 }, log) : undefined;
    const args = serverArguments({
      port,
      uiPort,
      database: options.inMemory ? undefined : join(home, 'temporal.db'),
      timeSkipping: options.timeSkipping ?? false,
    });
    const server = await serverProcess(cli.path, args, {
      home,
      env,
      logPath: join(home, 'temporal.log'),
    });
    const address = `127.0.0.1:${port}`;
    try {
      await untilReady(server, address);
    } catch (error) {
      await server.stop();
      // Another program may have taken the port after we looked.
      if (attempt < 3 && server.output().includes('address already in use')) continue;
      throw error;
    }
    await keepHistories(address, namespace).catch((error: unknown) => {
      log(`Temporal will forget closed workflows after a day: ${reasonOf(error)}`);
    });
    const ui = uiPort === undefined ? {} : { uiAddress: `http://127.0.0.1:${uiPort}` };
    const { pid, logPath, exited } = server;
    return { address, namespace, ...ui, pid, logPath, exited, stop: () => server.stop() };
  }
}

function portWish(port: number, env: NodeJS.ProcessEnv): PortWish {
  const demanded = env.STATEHOUSE_PORT;
  if (!demanded) return { port };
  const number = Number(demanded);
  if (Number.isInteger(number) && number > 0 && number < 65_536) {
    return { port: number, demandedBy: 'STATEHOUSE_PORT' };
  }
  throw new EmbeddedError(
    'InvalidPort',
    `STATEHOUSE_PORT is "${demanded}", which is no port. Set it to a number from 1 to 65535, or unset it.`,
    { demanded },
  );
}

async function untilReady(server: ServerProcess, address: string): Promise<void> {
  const began = Date.now();
  let lastTrouble = 'it does not answer';
  while (!server.hasExited() && Date.now() - began < readyMs) {
    const mayBeOurs = server.output().includes(listening) || Date.now() - began > withoutWordMs;
    if (mayBeOurs) {
      const trouble = await serverIsReady(address, namespace).then(() => undefined, reasonOf);
      if (trouble === undefined) return;
      lastTrouble = trouble;
    }
    await sleep(pollMs);
  }
  const why = server.hasExited() ? 'it ended' : lastTrouble;
  throw new EmbeddedError(
    'TemporalNotReady',
    `The Temporal server did not start: ${why}. Its last words, from ${server.logPath}:\n${lastLines(server.output())}`,
    { why, log: server.logPath },
  );
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n') || '(nothing)';
}
