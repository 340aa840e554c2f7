import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { test } from '@playwright/test';
import { Stack } from '../stack/stack.ts';
import { basic, ectlogService } from './clients.ts';
import { table } from './figures.ts';
import { memory, processorTime } from './program.ts';
import { Relay } from './relay.ts';
import { Wire } from './wire.ts';

const mails = Number(process.env.ECT_BENCH_MAILS ?? 2_000);
const queue = Number(process.env.ECT_BENCH_QUEUE ?? 100_000);
const connections = 8;
const kind = process.env.ECT_NATIVE ? 'native' : 'JVM';

/** Sends as ectlog-service does. */
class Producer {
  private readonly tokens: Wire;
  private readonly messages: Wire;
  private token = Promise.resolve('');
  private until = 0;

  constructor(private readonly stack: Stack) {
    this.tokens = new Wire(stack.port + 1, 1);
    this.messages = new Wire(stack.port + 4, connections);
  }

  async send(count: number): Promise<void> {
    let left = count;
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (left-- > 0) await this.accepted();
      }),
    );
  }

  close(): void {
    this.tokens.close();
    this.messages.close();
  }

  private async accepted(): Promise<void> {
    const answer = await this.messages.post(
      '/notification/messages',
      { Authorization: `Bearer ${await this.current()}`, 'Idempotency-Key': randomUUID() },
      this.netLog(),
    );
    if (answer.status !== 202) throw new Error(`${answer.status}: ${answer.body}`);
  }

  private netLog(): unknown {
    const at = '2026-03-12T18:31:00Z';
    return {
      kind: 'net-log',
      recipient: { address: `bench-${randomUUID()}@ect.example` },
      data: {
        netName: 'Bench Net',
        ncs: ['DL1ABC (Anneliese)'],
        frequencies: ['146.520 MHz FM'],
        startedAt: at,
        closedAt: at,
        stations: 10,
        rechecks: 0,
        rows: Array.from({ length: 10 }, (_, index) => ({
          number: index + 1,
          at,
          callsign: `DL${index}ECT`,
          name: 'Jörg',
          status: 'CHECKED_IN',
          loggedBy: 'DL1ABC',
        })),
        url: `${this.stack.origin}/nets/${randomUUID()}`,
      },
    };
  }

  /** One token for all connections, renewed before it dies. */
  private current(): Promise<string> {
    if (performance.now() > this.until) {
      this.until = performance.now() + 120_000;
      this.token = this.fetchToken();
    }
    return this.token;
  }

  private async fetchToken(): Promise<string> {
    const answer = await this.tokens.form('/auth/oauth/token', basic(ectlogService(this.stack)), {
      grant_type: 'client_credentials',
      audience: 'notification-service',
      scope: 'notifications:send',
    });
    if (answer.status !== 200) throw new Error(`no token: ${answer.status} ${answer.body}`);
    return (JSON.parse(answer.body) as { access_token: string }).access_token;
  }
}

/** How many mails the relay has taken, as the service counts them. */
async function sent(stack: Stack): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${stack.port + 1004}/q/metrics`);
  const counts = (await response.text()).matchAll(/^ect_mail_attempts_total\{[^}]*outcome="sent"\} (\S+)$/gm);
  return [...counts].reduce((sum, [, count]) => sum + Number(count), 0);
}

async function untilSent(stack: Stack, count: number): Promise<void> {
  while ((await sent(stack)) < count) await pause(200);
}

/** A suite whose mail goes to a relay of its own, and somebody who sends. */
async function withRelay(
  run: (stack: Stack, relay: Relay, producer: Producer) => Promise<void>,
): Promise<void> {
  const stack = await Stack.create();
  const relay = new Relay(path.join(stack.data, 'relay'), stack.port + 2000, stack.port + 2001);
  try {
    await relay.start();
    await stack.up(
      ...[
        'ECT_SMTP_HOST=localhost',
        `ECT_SMTP_PORT=${relay.port}`,
        'ECT_SMTP_TLS=implicit',
        `ECT_SMTP_CA_FILE=${relay.authority}`,
        'ECT_WEB_LIMIT_SERVICE_PER_MINUTE=10000000',
        'ECT_WEB_LIMIT_ADDRESS_PER_MINUTE=10000000',
      ].flatMap((setting) => ['--set', setting]),
    );
    const producer = new Producer(stack);
    await run(stack, relay, producer);
    producer.close();
  } finally {
    await stack.remove();
    await relay.stop();
  }
}

test('mails per second to a relay with TLS', async () => {
  const rows: string[][] = [];
  await withRelay(async (stack, relay, producer) => {
    rows.push(['smtp-source alone, no TLS', `${relay.source(mails, 6_000, connections).toFixed(0)}/s`, '']);

    // The first round warms up: pools, plans, and on the JVM the compiler.
    await producer.send(mails);
    await untilSent(stack, mails);
    const pid = stack.pid('notification-service');
    const used = processorTime(pid);
    const begun = performance.now();
    await producer.send(mails);
    const accepted = performance.now();
    await untilSent(stack, 2 * mails);
    const done = performance.now();
    rows.push([
      `accepted by the API, ${connections} connections`,
      `${((mails / (accepted - begun)) * 1_000).toFixed(0)}/s`,
      '',
    ]);
    rows.push([
      'from the first request to the last 250 of the relay',
      `${((mails / (done - begun)) * 1_000).toFixed(0)}/s`,
      `${(mails / (processorTime(pid) - used)).toFixed(0)}/s`,
    ]);
  });
  console.log(table([kind, 'rate', 'per second of its processor'], rows));
});

test('a queue that is far too full', async () => {
  test.setTimeout(120 * 60_000);
  const rows: string[][] = [];
  await withRelay(async (stack, relay, producer) => {
    const note = (what: string, waiting: number): void => {
      const pid = stack.pid('notification-service');
      rows.push([what, String(waiting), memory(pid, 'VmRSS').toFixed(0), memory(pid, 'RssAnon').toFixed(0)]);
    };
    note('idle', 0);
    await relay.shut();
    for (let quarter = 1; quarter <= 4; quarter++) {
      await producer.send(queue / 4);
      note('filling, relay away', (queue / 4) * quarter);
    }
    await relay.open();
    for (let quarter = 1; quarter <= 4; quarter++) {
      await untilSent(stack, (queue / 4) * quarter);
      note('draining', queue - (queue / 4) * quarter);
    }
  });
  console.log(table([kind, 'messages in the queue', 'resident, MiB', 'of that its own, MiB'], rows));
});
