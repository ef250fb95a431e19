import { randomBytes, randomInt } from 'node:crypto';
import { chmod } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { errorCode } from './database-error.ts';
import { socketPath, type EmbeddedOwner } from './embedded-owner.ts';
import { WireConnection, type SharedSession } from './wire-connection.ts';

export type EmbeddedLedgerServer = {
  readonly owner: EmbeddedOwner;
  /** Lets in those who connected meanwhile. */
  open(session: Omit<SharedSession, 'password'>): void;
  /** Answers what was asked, sends every guest away and lets no more in, still listening: the owner is not gone yet. */
  dismiss(): Promise<void>;
  close(): Promise<void>;
};

/** `sun_path` holds 104 bytes on the system with the shortest. */
const longestSocketPath = 100;

function listen(server: Server, target: { path: string } | { host: string; port: number }) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(target, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Listens in `home`; on a loopback port where Unix sockets do not work. */
async function listenNear(server: Server, home: string): Promise<{ host: string; port: number }> {
  for (;;) {
    const near = { host: home, port: randomInt(1024, 65_536) };
    const path = socketPath(near);
    if (path === undefined || path.length > longestSocketPath || process.platform === 'win32')
      break;
    try {
      await listen(server, { path });
      await chmod(path, 0o600);
      return near;
    } catch (error) {
      if (errorCode(error) !== 'EADDRINUSE') throw error;
    }
  }
  await listen(server, { host: '127.0.0.1', port: 0 });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { host: '127.0.0.1', port: address.port };
}

/**
 * Serves the embedded database to other processes of the same user by PostgreSQL's wire protocol, one session by turns.
 * It listens before the database is open: whoever listens is the owner. `psql -h <home> -p <port>` works too, with the
 * password in `ledger.lock`. (`@electric-sql/pglite-socket` mixes the messages of concurrent clients and hangs when the
 * owner has a transaction open: electric-sql/pglite issue 1046.)
 */
export async function serveEmbeddedLedger(home: string): Promise<EmbeddedLedgerServer> {
  const password = randomBytes(24).toString('base64url');
  const guests = new Set<WireConnection>();
  const opened = Promise.withResolvers<Omit<SharedSession, 'password'> | undefined>();
  let dismissed = false;
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    socket.on('error', () => socket.destroy());
    void opened.promise.then((session) => {
      if (session === undefined || dismissed) {
        socket.destroy();
        return;
      }
      const guest = new WireConnection(socket, { ...session, password });
      guests.add(guest);
      socket.once('close', () => guests.delete(guest));
      socket.resume();
    });
  });
  const place = await listenNear(server, home);
  server.unref();
  return {
    owner: { pid: process.pid, ...place, password },
    open: opened.resolve,
    async dismiss() {
      dismissed = true;
      opened.resolve(undefined);
      await Promise.all([...guests].map((guest) => guest.end()));
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
