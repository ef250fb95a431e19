import { ProcessClient, type TemporalPlace } from '../../client/process-client.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { openDataFolder } from '../../embedded/data-folder.ts';
import { startTemporal, type TemporalServer } from '../../embedded/start-temporal.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { openLedger } from '../../ledger/open-ledger.ts';
import { writeCityFile } from '../place/city-file.ts';
import { settings, type Settings } from '../place/settings.ts';
import { startWorker, workerEnded, type WorkerProcess } from './start-worker.ts';

export interface City {
  readonly place: TemporalPlace;
  /** Whether the Temporal server is ours. */
  readonly ownTemporal: boolean;
  readonly settings: Settings;
  readonly client: ProcessClient;
  readonly ledger: Ledger;
  /** Resolves to why, when a part ends that nobody told to. */
  readonly broken: Promise<Error>;
  /** Stops the worker, then the ledger, then Temporal. */
  stop(): Promise<void>;
}

/** What has been started so far. */
interface Parts {
  worker?: WorkerProcess;
  ledger?: Ledger;
  temporal?: TemporalServer;
  client?: ProcessClient;
  removeNote?: () => void;
  closeFolder?: () => void;
}

/**
 * Brings up all that processes need, or uses what the environment names: data folder, ledger, Temporal, worker.
 *
 * @throws StatehouseError, EmbeddedError; whatever had started is stopped again
 */
export async function runCity(log: (line: string) => void): Promise<City> {
  const parts: Parts = {};
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= stopParts(parts));
  try {
    return { ...(await startParts(parts, log)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function startParts(parts: Parts, log: (line: string) => void): Promise<Omit<City, 'stop'>> {
  const from = settings();
  const { home, databaseUrl } = from;
  const folder = openDataFolder();
  parts.closeFolder = () => {
    folder.close();
  };
  const worker = (parts.worker = startWorker(home));
  const started = await Promise.allSettled([
    openLedger({ home, databaseUrl }).then((ledger) => (parts.ledger = ledger)),
    bringTemporal(from, parts, log),
  ]);
  const [ledger, place] = started;
  if (ledger.status === 'rejected') throw ledger.reason;
  if (place.status === 'rejected') throw place.reason;
  const client = (parts.client = await ProcessClient.connect(place.value));
  await worker.work({ ...place.value, home, databaseUrl });
  parts.removeNote = writeCityFile(home, place.value);
  return {
    place: place.value,
    ownTemporal: parts.temporal !== undefined,
    settings: from,
    client,
    ledger: ledger.value,
    broken: firstEnd(worker, parts.temporal),
  };
}

async function bringTemporal(
  from: Settings,
  parts: Parts,
  log: (line: string) => void,
): Promise<TemporalPlace> {
  const { home, namespace, temporalAddress } = from;
  if (temporalAddress !== undefined) return { address: temporalAddress, namespace };
  const temporal = (parts.temporal = await startTemporal({ home, log, timeSkipping: true }));
  return { address: temporal.address, namespace: temporal.namespace };
}

/** The first part to end. Parts that are told to stop end too; by then nobody listens. */
async function firstEnd(
  worker: WorkerProcess,
  temporal: TemporalServer | undefined,
): Promise<Error> {
  const workerEnd = worker.exited.then(() => workerEnded(worker.logPath, worker.lastWords()));
  if (temporal === undefined) return workerEnd;
  const temporalEnd = temporal.exited.then(
    ({ code, signal }) =>
      new StatehouseError(
        'TemporalUnavailable',
        `The Temporal server has ended unexpectedly (${signal ?? `exit code ${code ?? 'unknown'}`}). Its log is ${temporal.logPath}.`,
        { log: temporal.logPath },
      ),
  );
  return Promise.race([workerEnd, temporalEnd]);
}

async function stopParts(parts: Parts): Promise<void> {
  parts.removeNote?.();
  await parts.worker?.stop();
  await parts.client?.close();
  await parts.ledger?.close();
  await parts.temporal?.stop();
  parts.closeFolder?.();
}
