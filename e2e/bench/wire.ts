import http from 'node:http';

export interface Answer {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: string;
  /** From the first byte sent to the last received. */
  milliseconds: number;
}

/** Connections to one port of this machine that are kept open, with nothing between: what is measured is the service. */
export class Wire {
  private readonly agent: http.Agent;

  constructor(
    private readonly port: number,
    connections: number,
  ) {
    this.agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  }

  get(path: string, headers: Record<string, string>): Promise<Answer> {
    return this.send('GET', path, headers, '');
  }

  post(path: string, headers: Record<string, string>, body: unknown): Promise<Answer> {
    return this.send('POST', path, { ...headers, 'Content-Type': 'application/json' }, JSON.stringify(body));
  }

  form(path: string, headers: Record<string, string>, fields: Record<string, string>): Promise<Answer> {
    return this.send(
      'POST',
      path,
      { ...headers, 'Content-Type': 'application/x-www-form-urlencoded' },
      new URLSearchParams(fields).toString(),
    );
  }

  close(): void {
    this.agent.destroy();
  }

  private send(
    method: string,
    path: string,
    headers: Record<string, string>,
    payload: string,
  ): Promise<Answer> {
    const begun = performance.now();
    return new Promise((resolve, reject) => {
      const request = http.request(
        {
          port: this.port,
          host: '127.0.0.1',
          path,
          method,
          agent: this.agent,
          headers: payload ? { ...headers, 'Content-Length': Buffer.byteLength(payload) } : headers,
        },
        (response) => {
          let body = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (body += chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body,
              milliseconds: performance.now() - begun,
            }),
          );
        },
      );
      request.on('error', reject);
      request.end(payload);
    });
  }
}
