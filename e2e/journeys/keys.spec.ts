import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

/** Keys are changed while people work: nobody is signed out, nothing becomes unreadable, and what is void is refused. One stack for all. */
test.describe.configure({ mode: 'serial' });

let stack: Stack;
let mailbox: Mailbox;
let admin: Person;

test.beforeAll(async () => {
  stack = await Stack.create();
  mailbox = new Mailbox(stack.mailbox);
  await stack.up();
  admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
  await admin.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
});

test.afterEach(() => {
  if (test.info().status !== test.info().expectedStatus) stack.keepLogs(test.info().outputPath('logs'));
});

test.afterAll(async () => {
  await stack.remove();
});

test('signing keys can be turned, and made void, beside the running suite', async () => {
  const first = await kids(admin);
  expect(first).toHaveLength(2);

  await test.step('1. new signing keys are published, and nobody notices', async () => {
    expect(await stack.ect('rotate-keys')).toContain('take over soon');
    await expect.poll(() => kids(admin), { timeout: 90_000 }).toHaveLength(4);
    expect(await kids(admin)).toEqual(expect.arrayContaining(first));
    expect((await admin.get('/ectlog/nets')).status()).toBe(200);
  });

  await test.step('2. revoked keys and all that they signed are void within ten seconds', async () => {
    const old = await kids(admin);
    expect(await stack.ect('rotate-keys', '--revoke-all')).toContain('All signing keys are revoked');
    for (const address of ['/ectlog/nets', '/auth/me', '/media/items']) {
      await expect
        .poll(async () => (await admin.get(address)).status(), { message: address, timeout: 10_000 })
        .toBe(401);
    }
    await expect.poll(async () => (await kids(admin)).filter((kid) => old.includes(kid))).toEqual([]);
    expect(await kids(admin)).toHaveLength(2);
    // The session goes on with new tokens, which all services accept.
    await admin.refresh();
    for (const address of ['/ectlog/nets', '/auth/me', '/media/items']) {
      await expect.poll(async () => (await admin.get(address)).status(), { message: address }).toBe(200);
    }
  });
});

test('stored secrets are sealed under new keys, and the old ones are thrown away', async () => {
  const before = keysets();
  const signing = await kids(admin);

  const said = await stack.ect('rotate-secrets');

  expect(said).toMatch(/auth-service: [1-9]\d* secrets were sealed under key 2\. No other key/);
  for (const [service, keyset] of Object.entries(keysets())) {
    expect(keyset, service).toMatch(/^2:[^,]+$/);
    expect(keyset).not.toContain(before[service]!.slice(2));
  }
  // The signing keys were opened, and are the same; mails still go out.
  expect(await kids(admin)).toEqual(signing);
  await admin.refresh();
  expect((await admin.get('/ectlog/nets')).status()).toBe(200);
  await Person.signIn(stack.origin, mailbox, 'b@ect.example');
});

async function kids(person: Person): Promise<string[]> {
  const jwks = (await (await person.http.get('/auth/jwks')).json()) as { keys: { kid: string }[] };
  return jwks.keys.map(({ kid }) => kid);
}

function keysets(): Record<string, string> {
  const text = readFileSync(path.join(stack.data, 'secrets/secrets.properties'), 'utf8');
  return Object.fromEntries(
    [...text.matchAll(/^keyset\.(\w+)=(.*)$/gm)].map(([, service, keyset]) => [
      service!,
      // Colons and equals signs are escaped in properties.
      keyset!.replaceAll('\\', ''),
    ]),
  );
}
