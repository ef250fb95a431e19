import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker, WorkflowBundleWithSourceMap } from '@temporalio/worker';
import type { WebReader } from '../../activities/catalogue/web-reader.ts';
import { createActivities } from '../../activities/create-activities.ts';
import { ProcessClient } from '../../client/process-client.ts';
import type { Activities } from '../../contracts/activities.ts';
import type { CodeActivities } from '../../contracts/code-activities.ts';
import { startTemporal, type TemporalServer } from '../../embedded/start-temporal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { bundleWorkflows } from '../../worker/bundle-workflows.ts';
import { createWorker } from '../../worker/create-worker.ts';
import { quietRuntime } from './quiet-runtime.ts';

export interface CityOptions {
  readonly timeSkipping?: boolean;
  readonly databaseUrl?: string;
  /** What reads catalogues. */
  readonly web?: WebReader;
  /** Changes what the worker does outside, for tests of what happens when it fails. */
  readonly activities?: (real: Activities) => Activities & Partial<CodeActivities>;
  /** A module that registers code machines. */
  readonly workflows?: string;
}

/** All the real parts in a throw-away folder: Temporal's development server, the ledger, a worker, a client. */
export class City implements AsyncDisposable {
  readonly home: string;
  readonly temporal: TemporalServer;
  readonly ledger: Ledger;
  readonly client: ProcessClient;
  readonly bundle: WorkflowBundleWithSourceMap;
  private readonly options: CityOptions;
  private worker: { readonly worker: Worker; readonly done: Promise<void> } | undefined;

  private constructor(
    options: CityOptions,
    parts: Pick<City, 'home' | 'temporal' | 'ledger' | 'client' | 'bundle'>,
  ) {
    this.options = options;
    this.home = parts.home;
    this.temporal = parts.temporal;
    this.ledger = parts.ledger;
    this.client = parts.client;
    this.bundle = parts.bundle;
  }

  static async open(options: CityOptions = {}): Promise<City> {
    quietRuntime();
    const home = mkdtempSync(join(tmpdir(), 'statehouse-test-'));
    const [temporal, ledger, bundle] = await Promise.all([
      startTemporal({
        home,
        inMemory: true,
        timeSkipping: options.timeSkipping ?? false,
        log: () => undefined,
        port: 20_000 + Math.floor(Math.random() * 20_000),
      }),
      openLedger({ home, databaseUrl: options.databaseUrl }),
      bundleWorkflows(options.workflows),
    ]);
    const client = await ProcessClient.connect(temporal);
    const city = new City(options, { home, temporal, ledger, client, bundle });
    await city.startWorker();
    return city;
  }

  async startWorker(): Promise<void> {
    const real = createActivities({
      ledger: this.ledger,
      ...(this.options.web === undefined ? {} : { web: this.options.web }),
    });
    const worker = await createWorker({
      address: this.temporal.address,
      namespace: this.temporal.namespace,
      activities: this.options.activities?.(real) ?? real,
      workflowBundle: this.bundle,
    });
    this.worker = { worker, done: worker.run() };
  }

  async stopWorker(): Promise<void> {
    if (this.worker === undefined) return;
    const { worker, done } = this.worker;
    this.worker = undefined;
    worker.shutdown();
    await done;
  }

  /** Leaves the ledger alone in the world. */
  async stopTemporal(): Promise<void> {
    await this.stopWorker();
    await this.client.close();
    await this.temporal.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stopTemporal();
    await this.ledger.close();
    rmSync(this.home, { recursive: true, force: true });
  }
}
