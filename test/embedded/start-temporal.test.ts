import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { findTemporalCli } from '../../embedded/find-temporal-cli.ts';
import { processStart } from '../../embedded/process-start.ts';
import { startTemporal, type StartTemporalOptions } from '../../embedded/start-temporal.ts';
import { eventually } from './eventually.ts';
import { runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const lines: string[] = [];
let cli = '';
let env: NodeJS.ProcessEnv = {};
let port = 0;
let homes = 0;

beforeAll(async () => {
  const { STATEHOUSE_PORT: _demanded, ...rest } = process.env;
  cli = (await findTemporalCli({ home: '.statehouse' })).path;
  env = { ...rest, TEMPORAL_CLI_PATH: cli };
  port = await freePort();
}, 300_000);

const newHome = (): string => join(folder, `home-${++homes}`);
const start = (options: Partial<StartTemporalOptions>) =>
  startTemporal({ home: newHome(), port, env, log: (line) => lines.push(line), ...options });

/** Runs the CLI as a client of a server of ours. */
function operate(address: string, ...args: string[]): string {
  return execFileSync(cli, [...args, '--address', address], { encoding: 'utf8', env });
}

async function occupy(wanted = 0): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(wanted, '127.0.0.1', resolve));
  return server;
}

async function freePort(): Promise<number> {
  const server = await occupy();
  const { port: free } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return free;
}

test('a server is ready when it is handed over, and finds its data again after a restart', async () => {
  const home = newHome();
  const first = await start({ home, port });
  operate(
    first.address,
    'workflow',
    'start',
    '--type',
    'process',
    '--task-queue',
    'q',
    '-w',
    'park',
  );
  await first.stop();
  expect(await first.exited).toEqual({ code: 0, signal: null, expected: true });
  expect(existsSync(join(home, 'temporal.json'))).toBe(false);

  const second = await start({ home, port });
  expect(second.address).toBe(first.address);
  expect(operate(second.address, 'workflow', 'describe', '-w', 'park')).toMatch(/WorkflowId +park/);
  expect(operate(second.address, 'operator', 'namespace', 'describe', '-n', 'default')).toContain(
    '720h',
  );
  await expect(start({ home })).rejects.toMatchObject({ code: 'TemporalRunning' });
  await second.stop();
  await second.stop();
});

test('a taken port is replaced by a free one, and that is said', async () => {
  const other = await occupy();
  const taken = (other.address() as AddressInfo).port;
  const server = await start({ port: taken, inMemory: true, ui: true });
  expect(server.address).not.toBe(`127.0.0.1:${taken}`);
  expect(lines.at(-1)).toMatch(new RegExp(`^Port ${taken} is taken .*; using \\d+\\.$`));
  expect((await fetch(server.uiAddress!)).status).toBe(200);
  await server.stop();
  other.close();
});

test('a taken port that STATEHOUSE_PORT demands is an error', async () => {
  const other = await occupy();
  const taken = (other.address() as AddressInfo).port;
  await expect(start({ env: { ...env, STATEHOUSE_PORT: String(taken) } })).rejects.toMatchObject({
    code: 'PortTaken',
    message: expect.stringMatching(
      /taken by another program, and STATEHOUSE_PORT demands it/,
    ) as unknown,
  });
  other.close();
  await expect(start({ env: { ...env, STATEHOUSE_PORT: 'soon' } })).rejects.toThrow('is no port');
});

test('two servers that want the same port at the same moment both start', async () => {
  const wanted = await freePort();
  const both = await Promise.all([
    start({ port: wanted, inMemory: true }),
    start({ port: wanted, inMemory: true, timeSkipping: true }),
  ]);
  expect(new Set(both.map(({ address }) => address)).size).toBe(2);
  await Promise.all(both.map((server) => server.stop()));
});

test('a server that dies says so, and one that cannot start tells its last words', async () => {
  const server = await start({ inMemory: true });
  process.kill(server.pid, 'SIGKILL');
  expect(await server.exited).toEqual({ code: null, signal: 'SIGKILL', expected: false });

  const home = newHome();
  execFileSync('mkdir', ['-p', join(home, 'temporal.db')]);
  await expect(start({ home })).rejects.toMatchObject({
    code: 'TemporalNotReady',
    message: expect.stringMatching(
      /did not start: it ended\. Its last words, from .*temporal\.log:/,
    ) as unknown,
  });
});

const holdServer = `
  import { startTemporal } from '{embedded}start-temporal.ts';
  const server = await startTemporal({ home: process.env.HOLD_HOME, port: Number(process.env.HOLD_PORT) });
  console.log('ready', server.pid);`;

test.each(['SIGKILL', 'SIGTERM'] as const)(
  'the server ends when our process ends by %s',
  async (signal) => {
    const home = newHome();
    const { child, line } = runProgram(folder, holdServer, {
      ...env,
      HOLD_HOME: home,
      HOLD_PORT: String(port),
    });
    const pid = Number((await line(/ready (\d+)/))[1]);
    child.kill(signal);
    await eventually(() => processStart(pid) === undefined);
  },
);

test('a server that a crashed run left behind is stopped before a new one starts', async () => {
  const home = newHome();
  const { child, line } = runProgram(folder, holdServer, {
    ...env,
    HOLD_HOME: home,
    HOLD_PORT: String(port),
  });
  const pid = Number((await line(/ready (\d+)/))[1]);
  // Held still, the server cannot obey the watchdog at once, as on a machine that is too busy.
  process.kill(pid, 'SIGSTOP');
  const died = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await died;
  setTimeout(() => process.kill(pid, 'SIGCONT'), 500);
  const server = await start({ home });
  expect(processStart(pid)).toBeUndefined();
  expect(lines).toContain(
    `Stopping the Temporal server (process ${pid}) of an earlier run that crashed.`,
  );
  expect(readFileSync(join(home, 'temporal.json'), 'utf8')).toContain(String(server.pid));
  await server.stop();
});
