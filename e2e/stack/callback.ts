import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address of a program on a desk that people come back to from the provider; notes where they arrived. */
export class Callback {
  private readonly arrived: URL[] = [];
  private waiting: ((url: URL) => void) | undefined;

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Callback> {
    const server = createServer();
    const callback = new Callback(server);
    server.on('request', (request, response) => {
      const url = new URL(request.url ?? '/', callback.origin);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      if (url.pathname === '/favicon.ico') {
        response.writeHead(404).end();
        return;
      }
      response.end('<!doctype html><html lang="en"><title>Back at the program</title><h1>Back</h1></html>');
      if (callback.waiting) callback.waiting(url);
      else callback.arrived.push(url);
      callback.waiting = undefined;
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return callback;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The next address at which somebody arrives, or has arrived already. */
  next(patience = 20_000): Promise<URL> {
    const here = this.arrived.shift();
    if (here) return Promise.resolve(here);
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('nobody came back')), patience);
      this.waiting = (url) => {
        clearTimeout(late);
        resolve(url);
      };
    });
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
