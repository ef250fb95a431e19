import type { ClientHttp2Session, IncomingHttpHeaders } from 'node:http2';

/** One message: a byte that says "not compressed", four bytes of length, the message. */
const prefixBytes = 5;

/** gRPC's number for "there is no such thing". */
export const grpcNotFound = 5;

export class GrpcCallError extends Error {
  override readonly name = 'GrpcCallError';
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * One unary gRPC call without a gRPC library: enough to ask a local server whether it is up.
 * @throws GrpcCallError with the status the server answered, or Error if it did not answer.
 */
export function grpcCall(
  session: ClientHttp2Session,
  path: string,
  message: Uint8Array,
  timeoutMs: number,
): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const stream = session.request({
      ':method': 'POST',
      ':path': path,
      'content-type': 'application/grpc',
      te: 'trailers',
    });
    const chunks: Buffer[] = [];
    let status: number | undefined;
    let detail = '';
    const readStatus = (headers: IncomingHttpHeaders): void => {
      if (headers['grpc-status'] === undefined) return;
      status = Number(headers['grpc-status']);
      detail = String(headers['grpc-message'] ?? '');
    };
    stream.setTimeout(timeoutMs, () => {
      stream.destroy(new Error(`no answer within ${timeoutMs} ms`));
    });
    stream.on('response', readStatus);
    stream.on('trailers', readStatus);
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.once('error', reject);
    stream.once('close', () => {
      if (status === 0) resolve(Buffer.concat(chunks).subarray(prefixBytes));
      else reject(new GrpcCallError(status ?? -1, detail || 'the connection closed'));
    });
    const frame = Buffer.alloc(prefixBytes + message.length);
    frame.writeUInt32BE(message.length, 1);
    frame.set(message, prefixBytes);
    stream.end(frame);
  });
}
