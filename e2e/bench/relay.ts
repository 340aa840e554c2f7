import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { connect, type Server, type Socket } from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import tls, { type TLSSocket } from 'node:tls';

/** Where Postfix' tools are: in the PATH (Debian: postfix; its daemon need not run), or in ECT_BENCH_TOOLS. */
const environment = {
  ...process.env,
  PATH: `${process.env.ECT_BENCH_TOOLS ?? ''}:${process.env.PATH ?? ''}:/usr/sbin`,
};

/**
 * Postfix' own `smtp-sink`, which takes mails as fast as they come. It knows neither TLS nor a login; both are done before
 * it by this program, which passes on the rest of each conversation as it is.
 */
export class Relay {
  private sink: ChildProcess | undefined;
  private door: Server | undefined;
  private readonly guests = new Set<Socket>();

  constructor(
    private readonly folder: string,
    private readonly sinkPort: number,
    readonly port: number,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  /** The certificate that a client has to trust, as PEM. */
  get authority(): string {
    return path.join(this.folder, 'relay.pem');
  }

  async start(): Promise<void> {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost'],
        ...['-addext', 'subjectAltName=DNS:localhost', '-keyout', path.join(this.folder, 'relay.key')],
        ...['-out', this.authority],
      ],
      { stdio: 'ignore' },
    );
    this.sink = spawn('smtp-sink', [...asUser(), `127.0.0.1:${this.sinkPort}`, '1024'], {
      env: environment,
      stdio: 'ignore',
    });
    await listening(this.sinkPort);
    await this.open();
  }

  /** Lets mails through. */
  async open(): Promise<void> {
    const door = tls.createServer(
      {
        cert: readFileSync(this.authority),
        key: readFileSync(path.join(this.folder, 'relay.key')),
      },
      (client) => this.receive(client),
    );
    this.door = door;
    await new Promise<void>((resolve) => door.listen(this.port, '127.0.0.1', resolve));
  }

  /** Nobody is there any more. */
  async shut(): Promise<void> {
    const closed = new Promise((resolve) => this.door?.close(resolve));
    for (const guest of this.guests) guest.destroy();
    await closed;
  }

  /** What Postfix' own client hands to the sink, in mails a second: without TLS and without a queue. */
  source(count: number, bytes: number, connections: number): number {
    const begun = performance.now();
    execFileSync(
      'smtp-source',
      [
        ...['-s', String(connections), '-m', String(count), '-l', String(bytes)],
        ...['-f', 'suite@ect.example', '-t', 'bench@ect.example', `127.0.0.1:${this.sinkPort}`],
      ],
      { env: environment, stdio: 'ignore' },
    );
    return (count / (performance.now() - begun)) * 1_000;
  }

  async stop(): Promise<void> {
    if (this.door?.listening) await this.shut();
    this.sink?.kill('SIGTERM');
  }

  private receive(client: TLSSocket): void {
    const sink = connect(this.sinkPort, '127.0.0.1');
    this.guests.add(client);
    const part = (): void => {
      this.guests.delete(client);
      client.destroy();
      sink.destroy();
    };
    for (const one of [client, sink]) one.on('close', part).on('error', part);
    client.setNoDelay(true);
    sink.setNoDelay(true);
    client.write('220 localhost ESMTP\r\n');
    let line = '';
    client.on('data', function greet(chunk: Buffer) {
      line += chunk.toString('latin1');
      if (!line.endsWith('\r\n')) return;
      const command = line.slice(0, 4).toUpperCase();
      line = '';
      if (command === 'EHLO') {
        client.write('250-localhost\r\n250-8BITMIME\r\n250-PIPELINING\r\n250 AUTH PLAIN\r\n');
      } else if (command === 'AUTH') {
        client.off('data', greet);
        introduce(sink, () => {
          client.write('235 2.7.0 Authentication successful\r\n');
          client.pipe(sink);
          sink.pipe(client);
        });
      } else {
        client.end('502 5.5.1 EHLO and AUTH PLAIN come first\r\n');
      }
    });
  }
}

/** Greets the sink in the client's place. */
function introduce(sink: Socket, done: () => void): void {
  let heard = '';
  sink.on('data', function listen(chunk: Buffer) {
    heard += chunk.toString('latin1');
    if (/^220 [^\n]*\n$/.test(heard)) sink.write('EHLO localhost\r\n');
    if (/^250 [^\n]*\n$/m.test(heard)) {
      sink.off('data', listen);
      done();
    }
  });
}

/** smtp-sink does not run as root. */
function asUser(): string[] {
  return process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const up = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (up) return;
    await pause(100);
  }
  throw new Error(`nobody listens on port ${port}`);
}
