import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { SecurityKey, totp } from '../stack/authenticator.ts';
import { listen } from '../stack/looks.ts';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Provider } from '../stack/provider.ts';
import { Stack } from '../stack/stack.ts';

/** What people sign in with beside the mail, on one stack: each journey is somebody else's. */
test.describe.configure({ mode: 'serial' });

let stack: Stack;
let mailbox: Mailbox;
let provider: Provider;

test.beforeAll(async () => {
  stack = await Stack.create();
  provider = await Provider.open();
  mailbox = new Mailbox(stack.mailbox);
  // All of this comes from one address, faster than people type.
  await stack.up('--set', 'ECT_WEB_LIMIT_SIGN_IN_PER_MINUTE=200', ...provider.settings);
});

test.afterEach(() => {
  if (test.info().status !== test.info().expectedStatus) stack.keepLogs(test.info().outputPath('logs'));
});

test.afterAll(async () => {
  await provider.close();
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

  await test.step('1. a passkey is added on the security page, at the second try', async () => {
    await page.goto('/security');
    await page.getByRole('button', { name: 'New passkey' }).click();
    await page.getByLabel('Name').fill('Telephone');
    await key.recognises(false);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByText('No passkey was made. Try again when you are ready.')).toBeVisible();
    await expect(page.locator('li[data-passkey]')).toHaveCount(0);
    await key.recognises(true);
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

  await test.step('3. it signs in, without mail and without a name', async () => {
    await leave(context);
    await page.goto('/auth/sign-in?return_to=%2Fsecurity');
    await key.recognises(false);
    await page.locator('#use-passkey').click();
    await expect(page.getByRole('alert')).toContainText('No passkey was shown. Try again');
    await key.recognises(true);
    await page.locator('#use-passkey').click();
    await page.waitForURL('**/security');
    await expect(page.locator('li[data-passkey]')).toContainText('Last used');
  });

  await test.step('4. one that does not verify its owner, and a forged one, let no administrator in', async () => {
    await leave(context);
    await page.goto('/auth/sign-in?return_to=%2Fsecurity');
    await key.misbehaves({ isBadUV: true });
    await page.locator('#use-passkey').click();
    await expect(page.getByRole('alert')).toContainText('must ask for a PIN, a fingerprint or a face');
    await key.misbehaves({ isBogusSignature: true });
    await page.locator('#use-passkey').click();
    await expect(page.getByRole('alert')).toContainText('That passkey was not accepted');
    await key.misbehaves({});
    await page.goto('/security');
    await expect(page).toHaveURL(/auth\/sign-in/);
  });

  await test.step('5. signed in by mail, the administrator shows it before the first deed', async () => {
    await byMail(page, stack.administrator, '/admin/invitations');
    await page.waitForURL('**/admin/invitations');
    const invite = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Invite somebody' }).click();
      await page.getByLabel('E-mail address').fill('guest@ect.example');
      await page.getByRole('button', { name: 'Send invitation' }).click();
    };
    const invited = page.locator('tr[data-invitation="guest@ect.example"]');
    await invite();
    await page.waitForURL('**/auth/sign-in/step-up**');
    await key.recognises(false);
    await page.locator('#use-passkey').click();
    await expect(page.getByRole('alert')).toContainText('No passkey was shown. Try again');
    await key.recognises(true);
    await page.locator('#use-passkey').click();
    await page.waitForURL('**/admin/invitations');
    await expect(page.getByText('Nobody is invited yet')).toBeVisible();
    await invite();
    await expect(invited).toBeVisible();
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
    await page.getByLabel('2. Type the code').fill(wrong(totp(secret)));
    await page.getByRole('button', { name: 'Turn on' }).click();
    await expect(page.getByText('Type the code that the authenticator shows now')).toBeVisible();
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

test('people sign in with an account that they have elsewhere', async ({ browser }) => {
  const throughProvider = async (page: Page): Promise<void> => {
    await page.locator('#with-google').click();
    await page.locator('#agree').click();
  };

  await test.step('1. somebody new comes in by one press of a button, without a script on our pages', async () => {
    const context = await browser.newContext({ baseURL: stack.origin, javaScriptEnabled: false });
    const page = await context.newPage();
    provider.who = { subject: 'nora', email: 'nora@ect.example' };
    await page.goto('/auth/sign-in?return_to=/security');
    await throughProvider(page);
    await expect(page).toHaveURL(`${stack.origin}/security`);
    const scripted = await browser.newContext({
      baseURL: stack.origin,
      storageState: await context.storageState(),
    });
    const security = await scripted.newPage();
    await security.goto('/security');
    await expect(security.locator('li[data-identity=google]')).toContainText('nora@ect.example');
    await scripted.close();
    await context.close();
  });

  await test.step('2. an account that is there is opened only after a proof by mail', async () => {
    const email = 'member@ect.example';
    await Person.signIn(stack.origin, mailbox, email);
    const context = await browser.newContext({ baseURL: stack.origin });
    const page = await context.newPage();
    const complaints = listen(page);
    const seen = await mailbox.to(email);
    provider.who = { subject: 'member', email };
    await page.goto('/auth/sign-in?return_to=/security');
    await throughProvider(page);
    await expect(page.getByRole('heading', { name: 'Is this your account?' })).toBeVisible();
    await page.goto('/security');
    await expect(page).toHaveURL(/auth\/sign-in/);
    await page.goto('/auth/identities/confirm');
    await page.locator('#send-link').click();
    await expect(page).toHaveURL(/sign-in\/code/);
    await page.goto(await mailbox.link(email, seen));
    await page.locator('#confirm-sign-in').click();
    await expect(page.getByRole('heading', { name: 'Link Google?' })).toBeVisible();
    await page.locator('#link-identity').click();
    await expect(page.locator('li[data-identity=google]')).toContainText(email);
    expect(complaints).toEqual([]);
    await context.close();
  });

  await test.step('3. from then on the provider is enough, until it is removed; and it can be linked again', async () => {
    const context = await browser.newContext({ baseURL: stack.origin });
    const page = await context.newPage();
    await page.goto('/auth/sign-in?return_to=/security');
    await throughProvider(page);
    const row = page.locator('li[data-identity=google]');
    await row.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Link Google' }).click();
    await page.locator('#agree').click();
    await expect(row).toContainText('member@ect.example');
    await context.close();
  });

  await test.step('4. a provider that lies signs nobody in, and one that is away leaves the mail', async () => {
    const context = await browser.newContext({ baseURL: stack.origin });
    const page = await context.newPage();
    provider.who = { subject: 'nora', email: 'nora@ect.example' };
    provider.lying = true;
    await page.goto('/auth/sign-in');
    await throughProvider(page);
    await expect(page.getByRole('alert')).toContainText('cannot be trusted');
    provider.lying = false;

    await page.locator('#with-google').click();
    const back = await page.locator('#agree').getAttribute('href');
    provider.away = true;
    await page.goto(back!);
    await expect(page.getByRole('alert')).toContainText('Google does not answer');
    const seen = await mailbox.to('nora@ect.example');
    await page.getByLabel('E-mail address').fill('nora@ect.example');
    await page.locator('#send-link').click();
    await expect(page).toHaveURL(/sign-in\/code/);
    await page.goto(await mailbox.link('nora@ect.example', seen));
    await page.locator('#confirm-sign-in').click();
    await expect(page).toHaveURL(`${stack.origin}/`);
    provider.away = false;
    await context.close();
  });
});

/** A browser in which somebody is signed in. */
async function windowOf(
  browser: Browser,
  person: Person,
): Promise<{ context: BrowserContext; page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    storageState: await person.http.storageState(),
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
  await page.goto(await mailbox.link(email, seen));
  await page.locator('#confirm-sign-in').click();
}

/** Six other digits. */
function wrong(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}
