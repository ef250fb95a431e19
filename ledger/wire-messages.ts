/** A message of PostgreSQL's wire protocol 3.0; `type` is empty for the untyped ones that open a connection. */
export type WireMessage = { readonly type: string; readonly bytes: Buffer };

export const protocolVersion = 196_608;
export const sslRequest = 80_877_103;
export const gssRequest = 80_877_104;

/** Cuts the first whole message off `buffer`, or answers nothing when more bytes are to come. */
export function takeMessage(
  buffer: Buffer,
  typed: boolean,
): { message: WireMessage; rest: Buffer } | undefined {
  const prefix = typed ? 1 : 0;
  if (buffer.length < prefix + 4) return undefined;
  const end = prefix + buffer.readInt32BE(prefix);
  if (end < prefix + 4) throw new Error('A message says that it is shorter than its own head.');
  if (buffer.length < end) return undefined;
  const type = typed ? String.fromCharCode(buffer.readUInt8(0)) : '';
  return { message: { type, bytes: buffer.subarray(0, end) }, rest: buffer.subarray(end) };
}

function message(type: string, ...parts: readonly (Buffer | string)[]): Buffer {
  const payload = Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(`${part}\0`) : part)),
  );
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(payload.length + 4, 1);
  return Buffer.concat([head, payload]);
}

function int32(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeInt32BE(value, index * 4));
  return bytes;
}

export function passwordRequest(): Buffer {
  return message('R', int32(3));
}

/** What a server says to a client that it lets in: its settings, and that it is ready. */
export function greeting(serverVersion: string): Buffer {
  const settings = {
    server_version: serverVersion,
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  };
  return Buffer.concat([
    message('R', int32(0)),
    ...Object.entries(settings).map(([name, value]) => message('S', name, value)),
    message('K', int32(0, 0)),
    message('Z', Buffer.from('I')),
  ]);
}

export function fatalError(sqlState: string, text: string): Buffer {
  return message('E', 'SFATAL', 'VFATAL', `C${sqlState}`, `M${text}`, Buffer.alloc(1));
}

export function simpleQuery(query: string): Buffer {
  return message('Q', query);
}
