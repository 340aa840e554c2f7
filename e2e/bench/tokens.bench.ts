import { createHash, randomBytes } from 'node:crypto';
import { test } from '@playwright/test';
import { Mailbox } from '../stack/mailbox.ts';
import { hiddenFields, Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';
import { basic, ectlogService, type Program } from './clients.ts';
import { percentile, table } from './figures.ts';
import { memory, processorTime } from './program.ts';
import { type Answer, Wire } from './wire.ts';

const kind = process.env.ECT_NATIVE ? 'native' : 'JVM';
const connections = 32;
const seconds = Number(process.env.ECT_BENCH_SECONDS ?? 15);
/** As many as are exchanged in a round; a code lives for a minute, so they are fetched right before. */
const codes = 1_500;

/** One machine plays all clients of the world here: the limits of one address are not what is measured. */
const settings = [
  'ECT_WEB_LIMIT_SIGN_IN_PER_MINUTE=10000000',
  'ECT_WEB_LIMIT_ANONYMOUS_PER_MINUTE=10000000',
  'ECT_WEB_LIMIT_ADDRESS_PER_MINUTE=10000000',
  'ECT_AUTH_MAGIC_LINK_BUDGET_CLIENT_ADDRESS=10000',
];

interface Client extends Program {
  scope: string;
}

/** An authorization code, and what proves that it was asked for by whoever exchanges it (RFC 7636). */
interface Code {
  code: string;
  verifier: string;
}

const redirect = 'https://bench.example/callback';
const tokenEndpoint = '/auth/oauth/token';

test('tokens per second', async () => {
  const stack = await Stack.create();
  const rows: string[][] = [];
  try {
    await stack.up(...settings.flatMap((setting) => ['--set', setting]));
    const pid = stack.pid('auth-service');
    const mailbox = new Mailbox(stack.mailbox);
    const administrator = await Person.signIn(stack.origin, mailbox, stack.administrator);
    const rs256 = await register(administrator, ['openid', 'ect'], 'RS256');
    const es256 = await register(administrator, ['openid', 'ect'], 'ES256');
    const noIdToken = await register(administrator, ['ect'], 'RS256');
    // One person's tokens are given one after the other; that is not what is measured.
    const people: Record<string, string>[] = [];
    for (let index = 0; index < connections; index++) {
      const person = await Person.signIn(stack.origin, mailbox, `bench-${index}@ect.example`);
      for (const client of [rs256, es256, noIdToken]) await agree(person, client);
      people.push(await cookieOf(person));
    }
    const wire = new Wire(stack.port + 1, connections);

    const measure = async (
      what: string,
      round: () => Promise<Answer[]>,
      prepare: () => Promise<void> = () => Promise.resolve(),
    ): Promise<void> => {
      await prepare();
      await round(); // Warms up: pools, plans, and on the JVM the compiler.
      await prepare();
      const used = processorTime(pid);
      const begun = performance.now();
      const answers = await round();
      const elapsed = (performance.now() - begun) / 1_000;
      const times = answers.map(({ milliseconds }) => milliseconds);
      rows.push([
        what,
        `${(answers.length / elapsed).toFixed(0)}/s`,
        `${(answers.length / (processorTime(pid) - used)).toFixed(0)}/s`,
        percentile(times, 0.5).toFixed(1),
        percentile(times, 0.99).toFixed(1),
        memory(pid, 'VmRSS').toFixed(0),
      ]);
    };

    const ectlog = basic(ectlogService(stack));
    await measure('client credentials', () =>
      forAWhile(() =>
        wire.form(tokenEndpoint, ectlog, {
          grant_type: 'client_credentials',
          audience: 'notification-service',
          scope: 'notifications:send',
        }),
      ),
    );

    for (const [what, client] of [
      ['with an ID token in RS256', rs256],
      ['with an ID token in ES256', es256],
      ['without an ID token', noIdToken],
    ] as const) {
      const refreshTokens = await Promise.all(
        people.map(async (cookie) =>
          refreshTokenIn(await exchange(wire, client, await authorize(wire, client, cookie))),
        ),
      );
      await measure(`refreshes, ${what}`, () =>
        forAWhile(async (index) => {
          const answer = await wire.form(tokenEndpoint, basic(client), {
            grant_type: 'refresh_token',
            refresh_token: refreshTokens[index]!,
          });
          if (answer.status === 200) refreshTokens[index] = refreshTokenIn(answer);
          return answer;
        }),
      );

      let waiting: Code[] = [];
      await measure(
        `code exchanges, ${what}`,
        () => inTurn(codes, (index) => exchange(wire, client, waiting[index]!)),
        async () => {
          waiting = [];
          await inTurn(codes, async (index) => {
            const code = await authorize(wire, client, people[index % people.length]!);
            waiting.push(code);
            return code.answer;
          });
        },
      );
    }
    wire.close();
  } finally {
    await stack.remove();
  }
  console.log(
    table(
      [kind, 'rate', 'per second of its processor', 'median, ms', 'p99, ms', 'resident afterwards, MiB'],
      rows,
    ),
  );
});

/** On each connection one request after another, until the time is over. */
async function forAWhile(deed: (connection: number) => Promise<Answer>): Promise<Answer[]> {
  const end = performance.now() + seconds * 1_000;
  return await onAllConnections(deed, () => performance.now() < end);
}

/** So many requests, spread over the connections. */
async function inTurn(count: number, deed: (index: number) => Promise<Answer>): Promise<Answer[]> {
  let next = 0;
  return await onAllConnections(
    () => deed(next++),
    () => next < count,
  );
}

async function onAllConnections(
  deed: (connection: number) => Promise<Answer>,
  goOn: () => boolean,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      while (goOn()) {
        const answer = await deed(connection);
        if (answer.status >= 400) throw new Error(`${answer.status}: ${answer.body}`);
        answers.push(answer);
      }
    }),
  );
  return answers;
}

async function register(
  administrator: Person,
  scopes: string[],
  idTokenAlgorithm: 'RS256' | 'ES256',
): Promise<Client> {
  const answer = await administrator.post('/auth/admin/clients', {
    name: 'Bench',
    authentication: 'SECRET',
    redirectUris: [redirect],
    grants: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
    scopes,
    audiences: ['ectlog-service'],
    idTokenAlgorithm,
  });
  if (answer.status() !== 201) throw new Error(await answer.text());
  const { client, secret } = (await answer.json()) as { client: { id: string }; secret: string };
  return { id: client.id, secret, scope: scopes.join(' ') };
}

function authorization(client: Client, verifier: string): string {
  return `/auth/oauth/authorize?${new URLSearchParams({
    response_type: 'code',
    client_id: client.id,
    redirect_uri: redirect,
    scope: client.scope,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })}`;
}

/** The person agrees on the consent page, once. */
async function agree(person: Person, client: Client): Promise<void> {
  const page = await person.http.get(authorization(client, 'x'.repeat(43)));
  const done = await person.http.post('/auth/oauth/authorize/consent', {
    form: { ...hiddenFields(await page.text()), decision: 'agree' },
    maxRedirects: 0,
  });
  if (done.status() !== 200) throw new Error(`${done.status()}: ${await done.text()}`);
}

async function cookieOf(person: Person): Promise<Record<string, string>> {
  const { cookies } = await person.http.storageState();
  return { Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
}

async function authorize(
  wire: Wire,
  client: Client,
  cookie: Record<string, string>,
): Promise<Code & { answer: Answer }> {
  const verifier = randomBytes(32).toString('base64url');
  const answer = await wire.get(authorization(client, verifier), cookie);
  const code = new URL(answer.headers.location ?? 'about:blank').searchParams.get('code');
  if (!code) throw new Error(`no code: ${answer.status} ${answer.headers.location ?? answer.body}`);
  return { code, verifier, answer };
}

function exchange(wire: Wire, client: Client, { code, verifier }: Code): Promise<Answer> {
  return wire.form(tokenEndpoint, basic(client), {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: redirect,
  });
}

function refreshTokenIn(answer: Answer): string {
  return (JSON.parse(answer.body) as { refresh_token: string }).refresh_token;
}
