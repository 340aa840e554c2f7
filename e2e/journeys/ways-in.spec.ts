import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { SecurityKey, totp } from '../stack/authenticator.ts';
import { judge, listen, schemes, sizes } from '../stack/looks.ts';
import { linkIn, Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

/** What people sign in with beside the mail, on one stack: each journey is somebody else's. */
test.describe.configure({ mode: 'serial' });

let stack: Stack;
let mailbox: Mailbox;

test.beforeAll(async () => {
  stack = await Stack.create();
  mailbox = new Mailbox(stack.mailbox);
  // All of this comes from one address, faster than people type.
  await stack.up('--set', 'ECT_WEB_LIMIT_SIGN_IN_PER_MINUTE=200');
});

test.afterEach(() => {
  if (test.info().status !== test.info().expectedStatus) stack.keepLogs(test.info().outputPath('logs'));
});

test.afterAll(async () => {
  await stack.remove();
});

test('a code made on the host lets an administrator in, once', async ({ page }) => {
  await (await Person.signIn(stack.origin, mailbox, stack.administrator)).introduce('Anna', 'DL1ECT', 'UTC');
  const address = `${stack.origin}/auth/sign-in/break-glass`;
  const complaints = listen(page);
  const use = async (code: string): Promise<void> => {
    await page.goto(address);
    await page.getByLabel('One-time code').fill(code);
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const printed = await stack.ect('break-glass', stack.administrator);
  const code = /^One-time code +(\S{43})$/m.exec(printed)?.[1];

  await test.step('1. the host prints the code and the address of a page', () => {
    expect(code, printed).toBeTruthy();
    expect(printed).toContain(address);
    expect(printed).toContain('1 administrator');
  });

  await test.step('2. it lets the administrator in', async () => {
    await use(code!);
    await page.waitForURL('**/security');
    await expect(page.getByText('break-glass code')).toBeVisible();
  });

  await test.step('3. it does so once', async () => {
    await leave(page.context());
    await use(code!);
    await expect(page.getByText('That code is not good').first()).toBeVisible();
  });

  await test.step('4. the administrators are told of both', async () => {
    const subjects = async (): Promise<string[]> =>
      (await mailbox.to(stack.administrator)).map(({ subject }) => subject);
    for (const told of ['A break-glass code was made', 'Somebody signed in with a break-glass code']) {
      await expect.poll(subjects, { timeout: 60_000 }).toContainEqual(expect.stringContaining(told));
    }
  });

  await test.step('5. nobody else gets such a code', async () => {
    await expect(stack.ect('break-glass', 'nobody@ect.example')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('No administrator has this address'),
    });
  });
  expect(complaints).toEqual([]);
});

test('an administrator signs in with a passkey, and shows it before a deed', async ({ browser }) => {
  const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
  const { context, page, complaints } = await windowOf(browser, admin);
  const key = await SecurityKey.in(context, page);

  await test.step('1. a passkey is added on the security page', async () => {
    await page.goto('/security');
    await page.getByRole('button', { name: 'New passkey' }).click();
    await page.getByLabel('Name').fill('Telephone');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.locator('li[data-passkey]')).toContainText('Telephone');
    await expect(page.locator('li[data-passkey]')).toContainText('Never used');
  });

  await test.step('2. the same device makes no second one', async () => {
    await page.getByRole('button', { name: 'New passkey' }).click();
    await page.getByLabel('Name').fill('Telephone again');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('has a passkey of your account already')).toBeVisible();
    await page.getByRole('button', { name: 'Cancel' }).click();
  });

  await test.step('3. it signs in, without mail', async () => {
    await leave(context);
    await page.goto('/auth/sign-in?return_to=%2Fsecurity');
    await page.locator('#use-passkey').click();
    await page.waitForURL('**/security');
    await expect(page.locator('li[data-passkey]')).toContainText('Last used');
  });

  await test.step('4. a device that does not verify its owner lets no administrator in', async () => {
    await leave(context);
    await key.verifies(false);
    await page.goto('/auth/sign-in');
    await page.locator('#use-passkey').click();
    await expect(page.locator('.error-summary, #passkey-failure').first()).toBeVisible();
    await key.verifies(true);
  });

  await test.step('5. signed in by mail, the administrator shows it before the first deed', async () => {
    await byMail(page, stack.administrator, '/admin/keys');
    await page.waitForURL('**/admin/keys');
    const rotate = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Rotate now' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Rotate', exact: true }).click();
    };
    await rotate();
    await page.waitForURL('**/auth/sign-in/step-up**');
    await page.locator('#use-passkey').click();
    await page.waitForURL('**/admin/keys');
    await rotate();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    expect(page.url()).toContain('/admin/keys');
  });

  await test.step('6. a removed passkey opens nothing', async () => {
    await page.goto('/security');
    await page.getByRole('button', { name: 'Remove the passkey Telephone' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.locator('li[data-passkey]')).toHaveCount(0);
    await leave(context);
    await page.goto('/auth/sign-in');
    await page.locator('#use-passkey').click();
    await expect(page.getByText('That passkey was not accepted')).toBeVisible();
  });
  expect(complaints).toEqual([]);
  await context.close();
});

test('a second factor is asked for after the mail: a code, a recovery code, or a passkey', async ({
  browser,
}) => {
  const email = 'factor@ect.example';
  const { context, page, complaints } = await windowOf(
    browser,
    await Person.signIn(stack.origin, mailbox, email),
  );
  await SecurityKey.in(context, page);
  let secret = '';
  let codes: string[] = [];

  await test.step('1. an authenticator is set up', async () => {
    await page.goto('/security');
    await page.getByRole('button', { name: 'Set up an authenticator' }).click();
    secret = (await page.locator('[data-totp-secret]').getAttribute('data-totp-secret'))!;
    await page.getByLabel('2. Type the code').fill(totp(secret));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.locator('[data-recovery-codes] li')).toHaveCount(10);
    codes = await page.locator('[data-recovery-codes] li').allInnerTexts();
    await page.getByRole('button', { name: 'I have kept them' }).click();
    await page.getByRole('button', { name: 'New passkey' }).click();
    await page.getByLabel('Name').fill('Telephone');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.locator('li[data-passkey]')).toContainText('Telephone');
  });

  await test.step('2. the mail alone does not let anybody in any more', async () => {
    await leave(context);
    await byMail(page, email, '/security');
    await expect(page).toHaveURL(/second-factor/);
    await page.getByLabel('Code').fill('12345');
    await page.locator('#use-factor').click();
    await expect(page.getByText('That is not the code').first()).toBeVisible();
  });

  await test.step('3. the next code of the authenticator does', async () => {
    // Each code is good once; the service takes the one of the next half minute, too.
    await page.getByLabel('Code').fill(totp(secret, 1));
    await page.locator('#use-factor').click();
    await page.waitForURL('**/security');
    await expect(page.getByText('10 of 10 recovery codes left')).toBeVisible();
  });

  await test.step('4. so does a recovery code, once', async () => {
    await leave(context);
    await byMail(page, email, '/security');
    await page.getByLabel('Code').fill(codes[0]!);
    await page.locator('#use-factor').click();
    await page.waitForURL('**/security');
    await expect(page.getByText('9 of 10 recovery codes left')).toBeVisible();
    await page.goto('/auth/sign-in/step-up?return_to=%2Fsecurity');
    await page.getByLabel('Code').fill(codes[0]!);
    await page.locator('#use-factor').click();
    await expect(page.getByText('That is not the code').first()).toBeVisible();
  });

  await test.step('5. and a passkey', async () => {
    await page.locator('#use-passkey').click();
    await page.waitForURL('**/security');
  });
  expect(complaints).toEqual([]);
  await context.close();
});

for (const size of sizes) {
  for (const scheme of schemes) {
    test(`the pages and dialogs of all this, ${size.name}, ${scheme}`, async ({ browser }) => {
      const email = `ways-${size.name}-${scheme}@ect.example`;
      const name = (page: string): string => `ways-in-${page}-${size.name}-${scheme}`;
      const { context, page, complaints } = await windowOf(
        browser,
        await Person.signIn(stack.origin, mailbox, email),
        { viewport: { width: size.width, height: size.height }, colorScheme: scheme },
      );
      await SecurityKey.in(context, page);
      await page.goto('/security');
      await page.getByRole('button', { name: 'New passkey' }).click();
      await page.getByLabel('Name').fill('Key on the ring');
      await judge(page, name('passkey-dialog'));
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.locator('li[data-passkey]')).toBeVisible();
      await page.getByRole('button', { name: 'Set up an authenticator' }).click();
      await expect(page.locator('[data-totp-secret]')).toBeVisible();
      await judge(page, name('authenticator-dialog'));
      const secret = (await page.locator('[data-totp-secret]').getAttribute('data-totp-secret'))!;
      await page.getByLabel('2. Type the code').fill(totp(secret));
      await page.getByRole('button', { name: 'Turn on' }).click();
      await expect(page.locator('[data-recovery-codes]')).toBeVisible();
      await judge(page, name('codes-dialog'));
      await page.getByRole('button', { name: 'I have kept them' }).click();
      await judge(page, name('security'));
      await page.goto('/auth/sign-in/step-up?return_to=%2Fsecurity');
      await judge(page, name('step-up'));
      await page.getByLabel('Code').fill('12345');
      await page.locator('#use-factor').click();
      await judge(page, name('step-up-wrong'));
      await leave(context);
      await page.goto('/auth/sign-in');
      await judge(page, name('sign-in'));
      await byMail(page, email, '/security');
      await judge(page, name('second-factor'));
      await page.goto('/auth/sign-in/break-glass');
      await judge(page, name('break-glass'));
      await page.getByLabel('One-time code').fill('x');
      await page.locator('#break-glass').click();
      await judge(page, name('break-glass-dead'));
      expect(complaints).toEqual([]);
      await context.close();
    });
  }
}

/** A browser in which somebody is signed in. */
async function windowOf(
  browser: Browser,
  person: Person,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    storageState: await person.http.storageState(),
    ...options,
  });
  const page = await context.newPage();
  return { context, page, complaints: listen(page) };
}

/** The browser forgets who is signed in. */
async function leave(context: BrowserContext): Promise<void> {
  await context.clearCookies();
}

/** Signs in by the link in a mail, as far as that leads. */
async function byMail(page: Page, email: string, returnTo: string): Promise<void> {
  const seen = await mailbox.to(email);
  await page.goto(`/auth/sign-in?return_to=${encodeURIComponent(returnTo)}`);
  await page.locator('input[name=email]').fill(email);
  await page.locator('#send-link').click();
  await expect(page).toHaveURL(/sign-in\/code/);
  await page.goto(await newLink(email, seen));
  await page.locator('#confirm-sign-in').click();
}

/** The link in the newest sign-in mail; notices about the account come to the same mailbox. */
async function newLink(email: string, seen: { id: string }[]): Promise<string> {
  const known = new Set(seen.map(({ id }) => id));
  let link = '';
  await expect
    .poll(
      async () => {
        for (const mail of await mailbox.to(email)) {
          if (!known.has(mail.id) && mail.text.includes('/auth/sign-in/link?')) link = linkIn(mail);
        }
        return link;
      },
      { timeout: 60_000, intervals: [100, 200, 500] },
    )
    .not.toBe('');
  return link;
}
