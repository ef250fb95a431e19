import { lookup as resolve } from 'node:dns';
import { request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-addresses.ts';

const patienceMs = 10_000;
const mostBytes = 2_000_000;
const mostRedirects = 3;

export interface WebAnswer {
  readonly status: number;
  /** Empty for HEAD. */
  readonly body: string;
}

/**
 * Fetches what anybody on the internet could fetch: http or https, public addresses only, also after redirects and whatever a
 * name resolves to; at most 2 MB, 10 seconds and 3 redirects.
 */
export class WebReader {
  private readonly isAllowed: (address: string) => boolean;

  /** @param isAllowed which addresses may be spoken to; tests allow their own */
  constructor(isAllowed: (address: string) => boolean = isPublicAddress) {
    this.isAllowed = isAllowed;
  }

  /** @throws Error when nothing answers, or the address is not allowed */
  async fetch(method: 'GET' | 'HEAD', url: string, redirects = 0): Promise<WebAnswer> {
    const address = new URL(url);
    if (address.protocol !== 'https:' && address.protocol !== 'http:')
      throw new Error(`${address.protocol} is not fetched.`);
    const response = await this.ask(method, address);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
      response.destroy();
      if (redirects >= mostRedirects) throw new Error('Too many redirects.');
      return this.fetch(method, new URL(headers.location, address).href, redirects + 1);
    }
    return { status: statusCode, body: await read(response) };
  }

  private ask(method: string, url: URL): Promise<IncomingMessage> {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    if (isIP(host) !== 0 && !this.isAllowed(host))
      return Promise.reject(new Error(`${host} is no public address.`));
    const request = url.protocol === 'https:' ? secureRequest : plainRequest;
    return new Promise((resolveAnswer, reject) => {
      const options = {
        method,
        lookup: this.lookup,
        signal: AbortSignal.timeout(patienceMs),
        headers: { accept: 'application/json', 'user-agent': 'statehouse' },
      };
      request(url, options, resolveAnswer).once('error', reject).end();
    });
  }

  /** The very address that is checked is the one that is spoken to. */
  private readonly lookup: LookupFunction = (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const refused = addresses.find(({ address }) => !this.isAllowed(address));
      if (refused !== undefined) {
        callback(new Error(`${hostname} is at ${refused.address}, no public address.`), '');
      } else if (options.all === true) callback(null, addresses);
      else callback(null, addresses[0]?.address ?? '', addresses[0]?.family);
    });
  };
}

async function read(response: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > mostBytes) throw new Error('The answer is too long.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
