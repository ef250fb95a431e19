import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { Connection } from '@temporalio/client';

export interface DevServer {
  readonly address: string;
  stop(): Promise<void>;
}

/** A real development server that can skip time, from the CLI at TEMPORAL_CLI_PATH. */
export async function startDevServer(): Promise<DevServer> {
  const cli = process.env['TEMPORAL_CLI_PATH'];
  if (!cli) throw new Error('Set TEMPORAL_CLI_PATH to the temporal CLI, version 1.9.1 or later.');
  const port = await freePort();
  const address = `127.0.0.1:${port}`;
  const server = spawn(
    cli,
    ['server', 'start-dev', '--headless', '--port', String(port), ...config],
    {
      stdio: 'ignore',
    },
  );
  await reachable(address, server);
  return {
    address,
    stop: async () => {
      const exited = once(server, 'exit');
      server.kill();
      await exited;
    },
  };
}

const config = [
  'frontend.WorkflowTimeSkippingEnabled=true',
  // A run that starts within this interval of the one before gets a start delay, which time skipping
  // gets wrong: the run starts late by all the time skipped before.
  'history.workflowIdReuseMinimalInterval="0s"',
  // Timers fire up to this late (default 1 s). At 1 ms the server loses timers.
  'history.timerProcessorMaxTimeShift="100ms"',
].flatMap((setting) => ['--dynamic-config-value', setting]);

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}

async function reachable(address: string, server: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: 500 });
      await connection.close();
      return;
    } catch (cause) {
      if (server.exitCode !== null || attempt >= 40) {
        server.kill();
        throw new Error(`The development server at ${address} did not start.`, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  }
}
