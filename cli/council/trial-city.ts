import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ProcessClient } from '../../client/process-client.ts';
import { dataFolderPath } from '../../embedded/data-folder.ts';
import { findTemporalCli } from '../../embedded/find-temporal-cli.ts';
import { startTemporal } from '../../embedded/start-temporal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { startWorker } from '../city/start-worker.ts';

/** What a trial needs of a city. */
export interface Place {
  readonly client: ProcessClient;
  readonly ledger: Ledger;
}

/**
 * Does something in a city that is brought up for it alone, in a folder of its own, and taken down afterwards: Temporal that can
 * skip time, worker, embedded ledger. A city that runs beside it is not touched.
 */
export async function inTrialCity<T>(act: (place: Place) => Promise<T>): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), 'statehouse-trial-'));
  const closing: (() => Promise<unknown>)[] = [];
  try {
    const worker = startWorker(home);
    closing.push(() => worker.stop());
    const { path } = await findTemporalCli({ home: dataFolderPath() });
    const { STATEHOUSE_PORT: _ofTheCity, ...env } = process.env;
    const temporal = await startTemporal({
      home,
      inMemory: true,
      timeSkipping: true,
      log: () => undefined,
      env: { ...env, TEMPORAL_CLI_PATH: path },
    });
    closing.push(() => temporal.stop());
    const ledger = await openLedger({ home, databaseUrl: undefined });
    closing.push(() => ledger.close());
    const { address, namespace } = temporal;
    await worker.work({ address, namespace, home, databaseUrl: undefined });
    const client = await ProcessClient.connect(temporal);
    closing.push(() => client.close());
    return await act({ client, ledger });
  } finally {
    // The worker first, though it was begun first: it must let go of Temporal and the ledger before they end.
    const [stopWorker, ...others] = closing;
    await stopWorker?.();
    for (const close of others.reverse()) await close();
    rmSync(home, { recursive: true, force: true });
  }
}
