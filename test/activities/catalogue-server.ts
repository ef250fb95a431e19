import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What `package_show` answers for an identifier, or a status without a body. */
export type Shown = object | number;

/** A small CKAN on this machine: `package_show`, and files that answer or not. */
export class CatalogueServer implements AsyncDisposable {
  readonly shown = new Map<string, Shown>();
  readonly files = new Set<string>();
  private readonly server: Server;

  private constructor(server: Server) {
    this.server = server;
  }

  static async open(): Promise<CatalogueServer> {
    const server = createServer();
    const catalogue = new CatalogueServer(server);
    server.on('request', (request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      if (pathname === '/moved') {
        response.writeHead(302, { location: '/file.csv' }).end();
        return;
      }
      if (pathname !== '/api/3/action/package_show') {
        response.writeHead(catalogue.files.has(pathname) ? 200 : 404).end();
        return;
      }
      const shown = catalogue.shown.get(searchParams.get('id') ?? '') ?? 404;
      if (typeof shown === 'number') response.writeHead(shown).end();
      else response.end(JSON.stringify({ success: true, result: shown }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return catalogue;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
