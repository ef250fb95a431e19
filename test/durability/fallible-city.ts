import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkflowBundleWithSourceMap } from '@temporalio/worker';
import { ProcessClient } from '../../client/process-client.ts';
import { startTemporal, type TemporalServer } from '../../embedded/start-temporal.ts';
import { EmbeddedOwner } from '../../ledger/embedded-owner.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';
import { Postgres } from '../helpers/postgres.ts';
import { Program } from './program.ts';

export type LedgerKind = 'postgres' | 'embedded';
export const parts = ['worker', 'temporal', 'database'] as const;
export type Part = (typeof parts)[number];

const script = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

/**
 * All parts as processes of their own, with everything on disk: each can be killed and comes back with what it had written.
 * With an embedded ledger the database lives in the worker or in a keeper beside it, whoever took it first.
 */
export class FallibleCity implements AsyncDisposable {
  readonly client: ProcessClient;
  readonly bundle: WorkflowBundleWithSourceMap;
  /** What ended though nobody killed it. */
  readonly surprises: string[] = [];
  readonly #home: string;
  readonly #port: number;
  readonly #postgres: Postgres | undefined;
  #temporal: TemporalServer;
  #worker: Program | undefined;
  #keeper: Program | undefined;

  private constructor(
    home: string,
    temporal: TemporalServer,
    client: ProcessClient,
    bundle: WorkflowBundleWithSourceMap,
    postgres: Postgres | undefined,
  ) {
    this.#home = home;
    this.#temporal = temporal;
    this.#port = Number(temporal.address.split(':')[1]);
    this.client = client;
    this.bundle = bundle;
    this.#postgres = postgres;
  }

  static async open(kind: LedgerKind): Promise<FallibleCity> {
    const home = mkdtempSync(join(tmpdir(), 'statehouse-kills-'));
    mkdirSync(join(home, 'temporal'));
    const [temporal, bundle, postgres] = await Promise.all([
      temporalIn(home, 20_000 + Math.floor(Math.random() * 12_000)),
      bundleWorkflows(),
      kind === 'postgres' ? Postgres.create() : undefined,
    ]);
    writeFileSync(join(home, 'bundle.json'), JSON.stringify(bundle));
    const client = await ProcessClient.connect(temporal);
    const city = new FallibleCity(home, temporal, client, bundle, postgres);
    await Promise.all([city.#startKeeper(), city.#startWorker()]);
    return city;
  }

  /** Kills the parts at the same moment. */
  async kill(victims: readonly Part[]): Promise<void> {
    this.#noteSurprises();
    await Promise.all(victims.map((part) => this.#killPart(part)));
  }

  async #killPart(part: Part): Promise<void> {
    if (part === 'worker') return this.#worker?.kill9();
    if (part === 'database') return this.#killDatabase();
    process.kill(this.#temporal.pid, 'SIGKILL');
    await this.#temporal.exited;
  }

  /** Brings back whatever is not there. */
  async restart(victims: readonly Part[]): Promise<void> {
    const starting: Promise<void>[] = [];
    if (victims.includes('temporal')) {
      starting.push(
        temporalIn(this.#home, this.#port).then((temporal) => {
          if (temporal.address !== this.#temporal.address) throw new Error('Another has its port.');
          this.#temporal = temporal;
        }),
      );
    }
    if (victims.includes('database') && this.#postgres !== undefined)
      starting.push(this.#postgres.start());
    await Promise.all(starting);
    await Promise.all([this.#startKeeper(), this.#startWorker()]);
  }

  /** A connection of the asker's own. */
  openLedger(): Promise<Ledger> {
    return openLedger({ home: this.#home, databaseUrl: this.#postgres?.databaseUrl() });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#noteSurprises();
    await this.client.close();
    await this.#worker?.kill9();
    await this.#keeper?.kill9();
    await this.#temporal.stop();
    await this.#postgres?.[Symbol.asyncDispose]();
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #startWorker(): Promise<void> {
    if (this.#worker?.running === true) return;
    const { address } = this.#temporal;
    const url = this.#postgres?.databaseUrl() ?? '';
    const args = [address, this.#home, url, join(this.#home, 'bundle.json')];
    this.#worker = new Program(script('./worker-process.ts'), args, join(this.#home, 'worker.log'));
    await this.#worker.ready;
  }

  async #startKeeper(): Promise<void> {
    if (this.#postgres !== undefined) return;
    if (this.#keeper?.running === true) return;
    const log = join(this.#home, 'keeper.log');
    this.#keeper = new Program(script('./ledger-process.ts'), [this.#home], log);
    await this.#keeper.ready;
  }

  async #killDatabase(): Promise<void> {
    if (this.#postgres !== undefined) return this.#postgres.kill9();
    const owner = this.#owner();
    await (owner === this.#worker?.pid ? this.#worker : this.#keeper)?.kill9();
  }

  #owner(): number | undefined {
    try {
      const text = readFileSync(join(this.#home, 'ledger.lock'), 'utf8');
      return EmbeddedOwner.parse(JSON.parse(text)).pid;
    } catch {
      return undefined;
    }
  }

  #noteSurprises(): void {
    if (this.#worker?.endedByItself === true) this.surprises.push('The worker ended by itself.');
    if (this.#keeper?.endedByItself === true) this.surprises.push('The keeper ended by itself.');
  }
}

function temporalIn(home: string, port: number): Promise<TemporalServer> {
  return startTemporal({ home: join(home, 'temporal'), port, log: () => undefined });
}
