import { createServer } from 'node:net';
import { EmbeddedError } from './embedded-error.ts';

const neighbours = 20;

export interface PortWish {
  readonly port: number;
  /** The setting that demands this very port, if one does. */
  readonly demandedBy?: string | undefined;
}

/**
 * Returns the wished port if it is free on 127.0.0.1, else one near it.
 * @throws EmbeddedError `PortTaken` if the port is demanded and taken.
 */
export async function choosePort(wish: PortWish, log: (line: string) => void): Promise<number> {
  const { port, demandedBy } = wish;
  if (await isFree(port)) return port;
  if (demandedBy !== undefined) {
    throw new EmbeddedError(
      'PortTaken',
      `Port ${port} on 127.0.0.1 is taken by another program, and ${demandedBy} demands it. Stop that program, set ${demandedBy} to a free port, or unset it to let Statehouse choose.`,
      { port, demandedBy },
    );
  }
  for (let other = port + 1; other <= port + neighbours; other++) {
    if (!(await isFree(other))) continue;
    log(`Port ${port} is taken by another program; using ${other}.`);
    return other;
  }
  throw new EmbeddedError(
    'PortTaken',
    `Ports ${port} to ${port + neighbours} on 127.0.0.1 are all taken. Set STATEHOUSE_PORT to a free port.`,
    { port },
  );
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(false);
    });
    probe.listen(port, '127.0.0.1', () => {
      probe.close(() => {
        resolve(true);
      });
    });
  });
}
