import { connect } from 'node:net';
import type { ProcessClient, TemporalPlace } from '../../client/process-client.ts';
import { StatehouseError } from '../../contracts/statehouse-error.ts';
import { readCityFile } from './city-file.ts';
import { settings, type Settings } from './settings.ts';

/** A person at a terminal waits no longer than this for an answer. */
const patienceMs = 20_000;

/** gRPC: deadline exceeded; what a query meets that finds no worker. */
const unansweredCodes = new Set([4, 9]);
/** gRPC: cancelled, unavailable. */
const lostCodes = new Set([1, 14]);

/**
 * Talks to running processes while `use` runs.
 *
 * @throws StatehouseError `TemporalUnavailable` when the server or its worker does not answer
 */
export async function withProcesses<T>(use: (client: ProcessClient) => Promise<T>): Promise<T> {
  const place = temporalPlace(settings());
  await refuseClosedPort(place);
  // Temporal's SDK takes a while to load, which commands that only read the ledger need not wait for.
  const { ProcessClient } = await import('../../client/process-client.ts');
  const client = await ProcessClient.connect(place);
  try {
    return await client.temporal.withDeadline(Date.now() + patienceMs, () => use(client));
  } catch (error) {
    throw inWords(error, place);
  } finally {
    await client.close();
  }
}

/** TEMPORAL_ADDRESS, else the note of a running `up`, else where `up` usually is. */
export function temporalPlace(from: Settings): TemporalPlace {
  const { temporalAddress, namespace, defaultAddress, home } = from;
  if (temporalAddress !== undefined) return { address: temporalAddress, namespace };
  return readCityFile(home) ?? { address: defaultAddress, namespace };
}

/** Temporal's SDK would try again for seconds. */
async function refuseClosedPort({ address }: TemporalPlace): Promise<void> {
  const [, host = '', port = ''] = /^(?:\[?)(.*?)(?:\]?):(\d+)$/.exec(address) ?? [];
  if (port === '') return;
  const socket = connect(Number(port), host);
  const isRefused = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => {
      resolve(false);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      resolve(error.code === 'ECONNREFUSED');
    });
  });
  socket.destroy();
  if (!isRefused) return;
  throw new StatehouseError(
    'TemporalUnavailable',
    `Nothing answers at ${address}. Start Statehouse with \`npm start\`, name its data folder in STATEHOUSE_HOME, or set TEMPORAL_ADDRESS.`,
    { address },
  );
}

function inWords(error: unknown, { address }: TemporalPlace): unknown {
  if (error instanceof StatehouseError || !(error instanceof Error)) return error;
  const code = grpcCode(error);
  if (code === undefined) return error;
  const facts = { address, reason: error.message };
  if (unansweredCodes.has(code)) {
    return new StatehouseError(
      'TemporalUnavailable',
      `Temporal answers at ${address}, but no worker does. Is \`npm start\` still running there? Its log is worker.log in the data folder.`,
      facts,
    );
  }
  if (!lostCodes.has(code)) return error;
  return new StatehouseError(
    'TemporalUnavailable',
    `The connection to Temporal at ${address} was lost. Start it with \`npm start\`, or set TEMPORAL_ADDRESS.`,
    facts,
  );
}

function grpcCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && typeof error.code === 'number') return error.code;
  return 'cause' in error ? grpcCode(error.cause) : undefined;
}
