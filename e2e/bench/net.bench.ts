import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import { WebSocket } from 'ws';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';
import { percentile, table } from './figures.ts';
import { type Answer, Wire } from './wire.ts';

const loggers = 32;
const seconds = 20;
const manyNets = 16;
const audience = 1_000;
const announcements = 50;

/** One machine plays a whole region here: the limits of one person are not what is measured. */
const settings = [
  'ECT_WEB_LIMIT_PERSON_PER_MINUTE=10000000',
  'ECT_WEB_LIMIT_ADDRESS_PER_MINUTE=10000000',
  `ECT_ECTLOG_LIVE_SOCKETS_PER_PERSON=${audience + 10}`,
];

class Client {
  private readonly wire: Wire;

  constructor(
    port: number,
    private readonly token: string,
  ) {
    this.wire = new Wire(port, loggers);
  }

  post(address: string, body: unknown): Promise<Answer> {
    return this.wire.post(
      address,
      { Authorization: `Bearer ${this.token}`, 'Idempotency-Key': randomUUID() }, // As the web client does.
      body,
    );
  }

  async created<T>(address: string, body: unknown): Promise<T> {
    const answer = await this.post(address, body);
    if (answer.status !== 201) throw new Error(`${address}: ${answer.status} ${answer.body}`);
    return JSON.parse(answer.body) as T;
  }

  async openNet(name: string): Promise<string> {
    const { id } = await this.created<{ id: string }>('/ectlog/nets', { name });
    const started = await this.post(`/ectlog/nets/${id}/start`, {});
    if (started.status !== 200) throw new Error(`start: ${started.status} ${started.body}`);
    return id;
  }
}

/** Counts the check-ins that a subscriber is told of. */
class Subscriber {
  private constructor(
    private readonly socket: WebSocket,
    private checkIns = 0,
    private heard: (at: number) => void = () => undefined,
  ) {}

  static async open(port: number, origin: string, netId: string, token: string): Promise<Subscriber> {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ectlog/live/nets/${netId}`, ['ect.live.v1'], {
      headers: { Authorization: `Bearer ${token}`, Origin: origin },
    });
    const subscriber = new Subscriber(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.on('message', (data: Buffer) => {
        // Not parsed: at this rate the reader would be measured.
        const text = data.toString();
        if (text.includes('"caught-up"')) resolve();
        if (text.includes('"check-in.added"')) {
          subscriber.checkIns += text.split('"check-in.added"').length - 1;
          subscriber.heard(performance.now());
        }
      });
    });
    return subscriber;
  }

  get count(): number {
    return this.checkIns;
  }

  /** When the next check-in is heard of, by this process's clock. */
  next(): Promise<number> {
    return new Promise((resolve) => (this.heard = resolve));
  }

  close(): void {
    this.socket.terminate();
  }
}

let number = 0;
function callsign(): string {
  number++;
  const letters = (n: number): string =>
    String.fromCharCode(65 + (Math.floor(n / 676) % 26), 65 + (Math.floor(n / 26) % 26), 65 + (n % 26));
  return `K${Math.floor(number / 17_576) % 10}${letters(number)}${number >= 175_760 ? '/P' : ''}`;
}

/** Logs stations at the given nets, one after another on each of the connections, until the time is over. */
async function log(client: Client, nets: string[]): Promise<{ perSecond: number; latencies: number[] }> {
  const latencies: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  await Promise.all(
    Array.from({ length: loggers }, async (_, index) => {
      while (performance.now() < end) {
        const net = nets[index % nets.length]!;
        const answer = await client.post(`/ectlog/nets/${net}/check-ins`, { callsign: callsign() });
        if (answer.status !== 201) throw new Error(`check-in: ${answer.status} ${answer.body}`);
        latencies.push(answer.milliseconds);
      }
    }),
  );
  return { perSecond: (latencies.length / (performance.now() - begun)) * 1_000, latencies };
}

test('check-ins per second, and the way of a change to a large audience', async () => {
  const stack = await Stack.create();
  const rows: string[][] = [];
  const kind = process.env.ECT_NATIVE ? 'native' : 'JVM';
  try {
    await stack.up(...settings.flatMap((setting) => ['--set', setting]));
    const person = await Person.signIn(stack.origin, new Mailbox(stack.mailbox), stack.administrator);
    const port = stack.port + 2;
    const client = new Client(port, person.accessToken);

    for (const [what, count] of [
      ['one net', 1],
      [`${manyNets} nets`, manyNets],
    ] as const) {
      const nets = await Promise.all(
        Array.from({ length: count }, (_, index) => client.openNet(`Bench ${index} ${randomUUID()}`)),
      );
      await log(client, nets); // The first round warms up: pools, plans, and on the JVM the compiler.
      const subscribers = await Promise.all(
        nets.map((net) => Subscriber.open(port, stack.origin, net, person.accessToken)),
      );
      const measured = await log(client, nets);
      const expected = measured.latencies.length;
      const told = (): number => subscribers.reduce((sum, one) => sum + one.count, 0);
      for (let waited = 0; told() < expected && waited < 100; waited++) await pause(100);
      rows.push([
        `check-ins into ${what}, ${loggers} connections`,
        `${measured.perSecond.toFixed(0)}/s`,
        percentile(measured.latencies, 0.5).toFixed(1),
        percentile(measured.latencies, 0.99).toFixed(1),
        `${told()} of ${expected} announced`,
      ]);
      subscribers.forEach((one) => one.close());
    }

    const net = await client.openNet(`Audience ${randomUUID()}`);
    const subscribers: Subscriber[] = [];
    while (subscribers.length < audience) {
      subscribers.push(
        ...(await Promise.all(
          Array.from({ length: 50 }, () => Subscriber.open(port, stack.origin, net, person.accessToken)),
        )),
      );
    }
    await pause(2_000);
    const delays: number[] = [];
    const last: number[] = [];
    for (let round = 0; round < announcements; round++) {
      const heard = subscribers.map((one) => one.next());
      const begun = performance.now();
      await client.created(`/ectlog/nets/${net}/check-ins`, { callsign: callsign() });
      const times = (await Promise.all(heard)).map((at) => at - begun);
      delays.push(...times);
      last.push(Math.max(...times));
      await pause(100);
    }
    rows.push([
      `a check-in to ${audience} sockets, from the request to the last of them`,
      '',
      percentile(delays, 0.5).toFixed(1),
      percentile(last, 0.99).toFixed(1),
      `${delays.length} of ${audience * announcements} announced`,
    ]);
    subscribers.forEach((one) => one.close());
  } finally {
    await stack.remove();
  }
  console.log(table([kind, 'rate', 'median, ms', 'p99, ms', 'complete?'], rows));
});
