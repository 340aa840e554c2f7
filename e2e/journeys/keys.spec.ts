import { expect, test } from '@playwright/test';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

/** Signing keys are changed while people work: nobody is signed out, and what is void is refused. */
test('signing keys can be turned, and made void, beside the running suite', async () => {
  await beside(async (stack, admin) => {
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
});

/** A stack for a while, and an administrator who is signed in. */
async function beside(journey: (stack: Stack, admin: Person) => Promise<void>): Promise<void> {
  const stack = await Stack.create();
  const mailbox = new Mailbox(stack.mailbox);
  try {
    await stack.up();
    const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
    await admin.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
    await journey(stack, admin);
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await stack.remove();
  }
}

async function kids(person: Person): Promise<string[]> {
  const jwks = (await (await person.http.get('/auth/jwks')).json()) as { keys: { kid: string }[] };
  return jwks.keys.map(({ kid }) => kid);
}
