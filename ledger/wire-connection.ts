import { timingSafeEqual } from 'node:crypto';
import type { Socket } from 'node:net';
import type { Mutex } from './mutex.ts';
import {
  fatalError,
  greeting,
  gssRequest,
  passwordRequest,
  protocolVersion,
  simpleQuery,
  sslRequest,
  takeMessage,
  type WireMessage,
} from './wire-messages.ts';

/** One PostgreSQL session that several connections share by turns. */
export type SharedSession = {
  readonly turns: Mutex;
  readonly password: string;
  readonly serverVersion: string;
  /** Runs whole protocol messages and answers the backend's bytes. Call it only while holding the turn. */
  execute(messages: Uint8Array): Promise<Uint8Array>;
};

/** A guest that stops in the middle of a transaction would stop everyone. */
const patience = 15_000;
const idle = 'I'.charCodeAt(0);

/**
 * Serves one guest of the embedded database. A turn begins with a query and ends when the backend is ready *and* out of a
 * transaction. The messages of one extended query reach the backend together, because the unnamed statement they share
 * belongs to the session, not to the connection.
 */
export class WireConnection {
  readonly #socket: Socket;
  readonly #session: SharedSession;
  #stage: 'opening' | 'password' | 'open' | 'ended' = 'opening';
  #received = Buffer.alloc(0);
  #query: Buffer[] = [];
  #release: (() => void) | undefined;
  readonly #closed = Promise.withResolvers<undefined>();
  #work: Promise<void> = Promise.resolve();

  constructor(socket: Socket, session: SharedSession) {
    this.#socket = socket;
    this.#session = session;
    socket.setNoDelay(true);
    socket.on('data', (data: Buffer) => {
      this.#then(() => this.#receive(data));
    });
    socket.on('error', () => socket.destroy());
    socket.on('timeout', () => socket.destroy());
    socket.on('close', () => {
      this.#then(() => this.#abandon());
      this.#closed.resolve(undefined);
    });
  }

  /** Answers what has been received so far, then hangs up. */
  async end(): Promise<void> {
    this.#then(() => {
      this.#stage = 'ended';
      this.#socket.destroySoon();
      return Promise.resolve();
    });
    await this.#closed.promise;
    await this.#work;
  }

  #then(step: () => Promise<void>): void {
    this.#work = this.#work.then(step).catch((error: unknown) => {
      this.#fail('08P01', String(error));
      return this.#abandon();
    });
  }

  #fail(sqlState: string, text: string): void {
    if (this.#socket.writable) this.#socket.write(fatalError(sqlState, text));
    this.#socket.destroySoon();
  }

  async #receive(data: Buffer): Promise<void> {
    this.#received = Buffer.concat([this.#received, data]);
    while (this.#stage !== 'ended') {
      const taken = takeMessage(this.#received, this.#stage !== 'opening');
      if (taken === undefined) return;
      this.#received = Buffer.from(taken.rest);
      if (this.#stage === 'open') await this.#take(taken.message);
      else this.#admit(taken.message);
    }
  }

  #admit({ type, bytes }: WireMessage): void {
    const code = type === '' && bytes.length >= 8 ? bytes.readInt32BE(4) : 0;
    if (code === sslRequest || code === gssRequest) {
      this.#socket.write('N');
    } else if (code === protocolVersion) {
      this.#stage = 'password';
      this.#socket.write(passwordRequest());
    } else if (this.#stage === 'password' && type === 'p') {
      const given = bytes.subarray(5, -1);
      const wanted = Buffer.from(this.#session.password);
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) {
        this.#fail('28P01', 'Wrong password.');
        return;
      }
      this.#stage = 'open';
      this.#socket.write(greeting(this.#session.serverVersion));
    } else {
      this.#socket.destroy();
    }
  }

  async #take({ type, bytes }: WireMessage): Promise<void> {
    if (type === 'X') {
      this.#socket.end();
      return;
    }
    this.#query.push(bytes);
    if (type !== 'S' && type !== 'Q') return;
    const messages = Buffer.concat(this.#query);
    this.#query = [];
    this.#release ??= await this.#session.turns.acquire();
    if (this.#socket.destroyed) return;
    const answer = await this.#session.execute(messages);
    // The last byte is the state in ReadyForQuery: I idle, T in a transaction, E in a failed one.
    if (answer.at(-1) === idle) this.#letGo();
    else this.#socket.setTimeout(patience);
    if (this.#socket.writable) this.#socket.write(answer);
  }

  #letGo(): void {
    this.#socket.setTimeout(0);
    this.#release?.();
    this.#release = undefined;
  }

  async #abandon(): Promise<void> {
    if (this.#release === undefined) return;
    try {
      await this.#session.execute(simpleQuery('rollback'));
    } finally {
      this.#letGo();
    }
  }
}
