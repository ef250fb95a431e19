import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of a test's commands: nothing of the machine that it runs on but where programs are. */
export function environment(settings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { PATH, HOME, TEMPORAL_CLI_PATH } = process.env;
  return { PATH, HOME, TEMPORAL_CLI_PATH, LANG: 'en_GB.UTF-8', ...settings };
}

/** Starts a command as a person would, in a process of its own. */
export function spawnStatehouse(args: readonly string[], env: NodeJS.ProcessEnv): ChildProcess {
  return spawn(process.execPath, [main, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs a command to its end. */
export async function statehouse(args: readonly string[], env: NodeJS.ProcessEnv): Promise<Ran> {
  const child = spawnStatehouse(args, env);
  const [stdout, stderr] = [collect(child.stdout), collect(child.stderr)];
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout: stdout(), stderr: stderr() };
}

/** `statehouse` in a given environment, its words split at spaces; those in double quotes stay together. */
export function commandIn(env: NodeJS.ProcessEnv): (line: string) => Promise<Ran> {
  return (line) => {
    const words = line.match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
    return statehouse(
      words.map((word) => word.replaceAll('"', '')),
      env,
    );
  };
}

function collect(stream: ChildProcess['stdout']): () => string {
  let text = '';
  stream?.on('data', (part: Buffer) => (text += part.toString()));
  return () => text;
}

/** A running `up`. */
export class Up {
  private text = '';
  private errors = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(env: NodeJS.ProcessEnv, args: readonly string[] = []) {
    this.child = spawnStatehouse(['up', ...args], env);
    this.child.stdout?.on('data', (part: Buffer) => (this.text += part.toString()));
    this.child.stderr?.on('data', (part: Buffer) => (this.errors += part.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** Resolves to what it has said when it is ready. */
  async ready(): Promise<string> {
    const end = Date.now() + 30_000;
    while (!this.text.includes('Ctrl-C stops it')) {
      if (this.child.exitCode !== null || Date.now() > end)
        throw new Error(`up is not ready: ${this.text}${this.errors}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return this.text;
  }

  get said(): string {
    return this.errors;
  }

  /** Ctrl-C; resolves to the exit code and how long it took. */
  async interrupt(): Promise<{ code: number | null; tookMs: number }> {
    const began = Date.now();
    this.child.kill('SIGINT');
    const code = await this.ended;
    return { code, tookMs: Date.now() - began };
  }

  /** Whatever happened, nothing is left behind: what it started ends with it. */
  kill(): void {
    this.child.kill('SIGKILL');
  }
}

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
