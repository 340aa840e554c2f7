import { type Browser, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { SecurityKey, totp } from '../stack/authenticator.ts';
import { judge, listen, schemes, sizes } from '../stack/looks.ts';
import { linkIn, Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Provider } from '../stack/provider.ts';
import { Stack } from '../stack/stack.ts';

/**
 * Every page with the demonstration data: nothing serious for axe, no message about the content security policy, nothing
 * wider than the screen. Pictures of all of them are left in test-results/pictures (or ECT_PICTURES). One stack for all.
 */
test.describe.configure({ mode: 'serial' });

let stack: Stack;
let mailbox: Mailbox;
let provider: Provider;
let shown: {
  running: string;
  closed: string;
  audio: string;
  photo: string;
  board: { site: string; terminal: string };
  invitations: { open: string; dead: string };
  cookies: Awaited<ReturnType<BrowserContext['storageState']>>;
};

test.beforeAll(async () => {
  stack = await Stack.create();
  mailbox = new Mailbox(stack.mailbox);
  provider = await Provider.open();
  await stack.up('--demo', ...manyWaysIn, ...provider.settings);
  const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
  await admin.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
  const item = async (kind: string): Promise<string> =>
    ((await (await admin.get(`/media/items?kind=${kind}`)).json()) as { items: { id: string }[] }).items[0]!
      .id;
  await mailSettings(admin);
  shown = {
    running: await newest(admin, 'ACTIVE'),
    closed: await newest(admin, 'CLOSED'),
    audio: await item('AUDIO'),
    photo: await item('IMAGE'),
    board: await registerClients(admin),
    invitations: await people(admin),
    cookies: await admin.http.storageState(),
  };
});

test.afterEach(() => {
  if (test.info().status !== test.info().expectedStatus) stack.keepLogs(test.info().outputPath('logs'));
});

test.afterAll(async () => {
  await provider.close();
  await stack.remove();
});

for (const size of sizes) {
  for (const scheme of schemes) {
    test(`every page can be used by everybody, ${size.name}, ${scheme}`, async ({ browser }) => {
      const { running, closed, audio, photo, cookies } = shown;
      const context = await browser.newContext({
        baseURL: stack.origin,
        storageState: cookies,
        viewport: { width: size.width, height: size.height },
        colorScheme: scheme,
      });
      const page = await context.newPage();
      const complaints = listen(page);
      const look = async (
        name: string,
        address: string,
        ready: string,
        then: () => Promise<void> = () => Promise.resolve(),
      ): Promise<void> => {
        await test.step(name, async () => {
          await page.goto(address);
          await expect(page.locator(ready).first()).toBeVisible();
          if (address.startsWith('/admin/')) {
            await expect(page.locator('nav[aria-label="Main"] a[aria-current]')).toHaveCount(1);
          }
          await page.waitForLoadState('networkidle');
          await then();
          await judge(page, `${name}-${size.name}-${scheme}`);
        });
      };
      await look('nets', '/', 'main');
      await look('net-new', '/nets/new', 'form');
      await look('net-running', `/nets/${running}`, '[data-connection=live]');
      await look('net-closed', `/nets/${closed}`, 'tr[data-callsign]');
      await look('media', '/library', 'main a[href^="/library/"]');
      await look('media-audio', `/library/${audio}`, 'audio');
      await look('media-photo', `/library/${photo}`, 'main img');
      await look('profile', '/profile', 'form');
      await look('security', '/security', 'li[data-session]');
      await look('admin-accounts', '/admin/accounts', 'tr[data-account]');
      const account = (email: string) => page.locator(`tr[data-account="${email}"]`);
      const dialog = page.getByRole('dialog');
      await look('admin-account-role', '/admin/accounts', 'tr[data-account]', async () => {
        await account(double).getByRole('button', { name: 'Role' }).click();
        await expect(dialog).toBeVisible();
      });
      await look('admin-account-ban', '/admin/accounts', 'tr[data-account]', async () => {
        await account(double).getByRole('button', { name: 'Ban' }).click();
        await dialog.getByLabel('Reason').fill('Jammed the county net on two evenings');
        await dialog.getByLabel('Until').fill('2035-05-01T18:00');
      });
      await look('admin-account-more', '/admin/accounts', 'tr[data-account]', async () => {
        await account(double).getByRole('button', { name: 'More' }).click();
        await expect(dialog.getByRole('button', { name: 'Erase' })).toBeVisible();
      });
      await look('admin-account-deactivate', '/admin/accounts', 'tr[data-account]', async () => {
        await account(double).getByRole('button', { name: 'More' }).click();
        await dialog.getByRole('button', { name: 'Deactivate' }).click();
        await dialog.getByLabel('Reason').fill('Moved away');
      });
      await look('admin-account-merge', '/admin/accounts', 'tr[data-account]', async () => {
        await account(double).getByRole('button', { name: 'More' }).click();
        await dialog.getByRole('button', { name: 'Merge into another' }).click();
        await dialog.getByLabel('Into the account of').fill('sam');
        await dialog.getByText('sam@demo.ect.example').click();
      });
      await look('admin-audit', '/admin/audit', 'tr[data-audit]', async () => {
        await page.getByLabel('Search').fill('account.');
        await page.getByLabel('Action').fill('account.banned');
        await expect(page.locator('tr[data-audit]')).toHaveCount(1);
        await page.getByRole('button', { name: 'Details of account.banned' }).click();
      });
      await look('admin-address-bans', '/admin/address-bans', 'tr[data-address-ban]');
      await look('admin-address-ban-lift', '/admin/address-bans', 'tr[data-address-ban]', async () => {
        await page.getByRole('button', { name: 'Lift ban of' }).click();
      });
      await look('admin-invitations', '/admin/invitations', 'tr[data-invitation]');
      await look('admin-invite', '/admin/invitations', 'tr[data-invitation]', async () => {
        await page.getByRole('button', { name: 'Invite somebody' }).click();
        await expect(dialog).toBeVisible();
      });
      await look('admin-review', '/admin/review', 'tr[data-reviewed]', async () => {
        const saved = page.waitForEvent('download');
        await page.getByRole('button', { name: 'Export as CSV' }).click();
        expect((await saved).suggestedFilename()).toMatch(/\.csv$/);
      });
      await look('settings-notifications', '/settings/notifications', 'li[data-push-target]');
      await look('admin-mails', '/admin/mails', 'tr[data-mail]');
      await look('admin-announcements', '/admin/announcements', 'main form');
      await look('admin-templates', '/admin/templates', 'main pre');
      await look('admin-relay', '/admin/relay', 'main button');
      await look('admin-suppressions', '/admin/suppressions', 'tr[data-suppression]');
      await look('admin-push', '/admin/push', 'li[data-push-target]');
      await look('push-dialog', '/settings/notifications', 'li[data-push-target]', async () => {
        await page.getByRole('button', { name: 'Add a target' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      });
      await look('admin-clients', '/admin/clients', 'tr[data-client]');
      await look('admin-client-form', '/admin/clients', 'tr[data-client]', async () => {
        await page.getByRole('button', { name: 'Edit Weather board' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      });
      await look('admin-keys', '/admin/keys', 'tr[data-key]');
      await look('admin-keys-revoke', '/admin/keys', 'tr[data-key]', async () => {
        await page.getByRole('button', { name: 'Revoke all' }).click();
        await expect(page.getByRole('dialog')).toBeVisible();
      });
      await look('not-found', '/no/such/page', 'main');
      expect(complaints).toEqual([]);
      // The session rotates: what the next window starts with is what this one ends with.
      Object.assign(cookies, await context.storageState());
      await context.close();
      for (const language of ['en', 'de'] as const) await signInPages(browser, size, scheme, language);
      await suspendedPage(browser, size, scheme);
      await ownPages(browser, size, scheme);
      await providerPages(browser, size, scheme);
    });
  }
}

/** Three providers, of whom one is ours; and all of this comes from one address, faster than people type. */
const manyWaysIn = [
  'ECT_MICROSOFT_CLIENT_ID=suite',
  'ECT_MICROSOFT_CLIENT_SECRET=not-asked-for-here',
  'ECT_GITHUB_CLIENT_ID=suite',
  'ECT_GITHUB_CLIENT_SECRET=not-asked-for-here',
  'ECT_WEB_LIMIT_SIGN_IN_PER_MINUTE=200',
  'ECT_AUTH_MAGIC_LINK_BUDGET_MAILBOX_SHORT=10',
  'ECT_AUTH_MAGIC_LINK_BUDGET_CLIENT_ADDRESS=200',
].flatMap((setting) => ['--set', setting]);

/** Somebody with a ban. */
const banned = 'joe@demo.ect.example';

/** Somebody who has a second account. */
const double = 'sam.ortiz.of.the.county.emergency.communications.team@mail.example.org';

/** What the pages on people show when there is something to show; returns an invitation's link, and one that was taken back. */
async function people(admin: Person): Promise<{ open: string; dead: string }> {
  const demo = (await (await admin.get('/auth/accounts?q=demo.ect.example')).json()) as {
    items: { id: string; email: string }[];
  };
  const id = (email: string): string =>
    demo.items.find((one) => one.email === `${email}@demo.ect.example`)!.id;
  const invite = async (email: string): Promise<{ id: string; link: string }> => {
    const answer = await admin.post('/auth/admin/invitations', { email });
    expect(answer.status(), await answer.text()).toBe(201);
    const { id } = (await answer.json()) as { id: string };
    return { id, link: await mailbox.link(email, [], '/auth/invitation?') };
  };
  const open = await invite('ines.newcomer@mail.example.org');
  const dead = await invite('wrong.address@mail.example.org');
  const other = await Person.signIn(stack.origin, mailbox, double);
  await other.introduce('Sam Ortiz', 'KX2SOP', 'America/Chicago');
  const answers = [
    await admin.delete(`/auth/admin/invitations/${dead.id}`),
    await admin.put(`/auth/accounts/${id('joe')}/ban`, {
      reason: 'Did not keep to the instructions of net control, and sent over stations with traffic',
      until: '2035-05-01T18:00:00Z',
    }),
    await admin.put(`/auth/accounts/${id('priya')}/deactivation`, { reason: 'Is abroad until spring' }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([204, 200, 200]);
  // Straight to auth-service, which believes a proxy on this machine: nobody else is to be banned.
  for (let failure = 0; failure < 5; failure++) {
    const refused = await admin.http.post(`${stack.auth}/auth/oauth/token`, {
      form: { grant_type: 'client_credentials' },
      headers: {
        'X-Forwarded-For': '2001:db8:51::7',
        Authorization: `Basic ${Buffer.from('ectlog-service:guessed').toString('base64')}`,
      },
    });
    expect(refused.status(), await refused.text()).toBe(401);
  }
  await expect
    .poll(async () => {
      const bans = (await (await admin.get('/auth/admin/address-bans')).json()) as { items: unknown[] };
      return bans.items.length;
    })
    .toBe(1);
  return { open: open.link, dead: dead.link };
}

/** What the pages on mail show when there is something to show. */
async function mailSettings(admin: Person): Promise<void> {
  const answers = [
    await admin.post('/notification/suppressions', {
      address: 'full.mailbox.of.somebody.with.a.long.name@mail.example.org',
      note: 'Asked for it by phone',
    }),
    await admin.post('/notification/me/push-targets', {
      type: 'NTFY',
      name: 'My phone',
      url: 'https://ntfy.example.org',
      topic: 'dl1ect',
      kinds: ['net-log', 'announcement', 'account-notice'],
    }),
    await admin.post('/notification/me/push-targets', {
      type: 'WEBHOOK',
      name: 'Station display in the emergency operations centre',
      url: 'https://display.emergency-operations-centre.example.org/hooks/ect/7f3a',
      kinds: ['net-log'],
    }),
    await admin.post('/notification/push-targets', {
      type: 'WEBHOOK',
      name: 'Team channel',
      url: 'https://chat.example.org/hooks/ect',
      kinds: ['net-log', 'announcement', 'failure-digest'],
      locale: 'en',
      zone: 'Europe/Berlin',
    }),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([201, 201, 201, 201]);
}

/** The pages of sign-in, in the language that the browser asks for. */
async function signInPages(
  browser: Browser,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
  language: 'en' | 'de',
): Promise<void> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    viewport: { width: size.width, height: size.height },
    colorScheme: scheme,
    locale: language,
  });
  const page = await context.newPage();
  const complaints = listen(page);
  const email = `${language}-${size.name}-${scheme}@ect.example`;
  const show = async (name: string): Promise<void> => {
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await judge(page, `${name}${language === 'en' ? '' : `-${language}`}-${size.name}-${scheme}`);
  };
  await test.step(`sign-in, ${language}`, async () => {
    await page.goto('/auth/sign-in');
    await show('sign-in');
    await page.locator('input[name=email]').fill(email);
    await page.locator('#send-link').click();
    await show('sign-in-sent');
    const link = linkIn(await mailbox.next(email, []));
    await page.goto(link);
    await show('sign-in-confirm');
    await page.goto(link.replace(/t=[^&]*/, 't=not-a-link'));
    await show('sign-in-bad-link');
  });
  expect(complaints).toEqual([]);
  await context.close();
}

/** What somebody sees who may not come in. */
async function suspendedPage(
  browser: Browser,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
): Promise<void> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    viewport: { width: size.width, height: size.height },
    colorScheme: scheme,
  });
  const page = await context.newPage();
  const complaints = listen(page);
  await test.step('a ban', async () => {
    const seen = await mailbox.to(banned);
    await page.goto('/auth/sign-in');
    await page.locator('input[name=email]').fill(banned);
    await page.locator('#send-link').click();
    await page.goto(await mailbox.link(banned, seen));
    await page.locator('#confirm-sign-in').click();
    await expect(page.getByText('Did not keep to the instructions of net control')).toBeVisible();
    await judge(page, `sign-in-suspended-${size.name}-${scheme}`);
  });
  expect(complaints).toEqual([]);
  await context.close();
}

/** Everything that somebody does about the ways into the own account, and about leaving. */
async function ownPages(
  browser: Browser,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
): Promise<void> {
  const email = `own-${size.name}-${scheme}@ect.example`;
  const other = `new-${size.name}-${scheme}@ect.example`;
  await (await Person.signIn(stack.origin, mailbox, email)).introduce('Olga Owner', null, 'Europe/Berlin');
  const context = await browser.newContext({
    baseURL: stack.origin,
    viewport: { width: size.width, height: size.height },
    colorScheme: scheme,
  });
  const page = await context.newPage();
  const complaints = listen(page);
  const show = (name: string): Promise<void> => judge(page, `${name}-${size.name}-${scheme}`);
  const press = (name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
  const dialog = page.getByRole('dialog');
  const follow = async (): Promise<void> => {
    const seen = await mailbox.to(email);
    await page.locator('#send-link').click();
    await expect(page).toHaveURL(/sign-in\/code/);
    await page.goto(await mailbox.link(email, seen));
    await page.locator('#confirm-sign-in').click();
  };

  await test.step('linking an account elsewhere', async () => {
    await page.goto(shown.invitations.open);
    await show('invitation');
    await page.goto(shown.invitations.dead);
    await show('invitation-dead');
    await page.goto('/auth/identities/confirm');
    await show('identity-dead');
    provider.who = { subject: email, email };
    provider.lying = true;
    await page.goto('/auth/sign-in?return_to=/security');
    await page.locator('#with-google').click();
    await page.locator('#agree').click();
    await expect(page.getByRole('alert')).toBeVisible();
    await show('sign-in-untrusted');
    provider.lying = false;
    await page.locator('#with-google').click();
    await page.locator('#agree').click();
    await expect(page.getByRole('heading', { name: 'Is this your account?' })).toBeVisible();
    await show('prove-account');
    await follow();
    await expect(page.getByRole('heading', { name: 'Link Google?' })).toBeVisible();
    await show('confirm-identity');
    await page.locator('#link-identity').click();
    await expect(page.locator('li[data-identity=google]')).toBeVisible();
  });

  await test.step('passkeys and the second factor', async () => {
    await SecurityKey.in(context, page);
    await press('Set up an authenticator');
    const secret = (await page.locator('[data-totp-secret]').getAttribute('data-totp-secret'))!;
    await show('authenticator-dialog');
    await page.getByLabel('2. Type the code').fill(totp(secret));
    await press('Turn on');
    await expect(page.locator('[data-recovery-codes]')).toBeVisible();
    await show('codes-dialog');
    await press('I have kept them');
    await press('New passkey');
    await page.getByLabel('Name').fill('Key on the ring');
    await show('passkey-dialog');
    await press('Continue');
    await expect(page.locator('li[data-passkey]')).toBeVisible();
  });

  await test.step('another address, and leaving', async () => {
    const saved = page.waitForEvent('download');
    await press('Download my data');
    expect((await saved).suggestedFilename()).toMatch(/\.json$/);
    await press('Change');
    await page.getByLabel('New e-mail address').fill(other);
    await show('email-dialog');
    await press('Send link');
    await expect(page.getByText(`Look into the mailbox of ${other}`)).toBeVisible();
    await press('Erase my account');
    await expect(dialog).toBeVisible();
    await show('erase-dialog');
    await dialog.getByRole('button', { name: 'Erase my account' }).click();
    await expect(page.getByText('Your account will be erased')).toBeVisible();
    await page.waitForLoadState('networkidle');
    await show('security-full');
    await press('Keep my account');
    await page.goto(await mailbox.link(other, [], '/auth/email-change'));
    await show('email-change');
    await page.goto('/auth/email-change?t=not-a-link');
    await show('email-change-dead');
  });

  await test.step('showing the factor again', async () => {
    await page.goto('/auth/sign-in/step-up?return_to=%2Fsecurity');
    await show('step-up');
    await page.getByLabel('Code').fill('12345');
    await page.locator('#use-factor').click();
    await expect(page.getByRole('alert').first()).toBeVisible();
    await show('step-up-wrong');
    await context.clearCookies();
    await page.goto('/auth/sign-in?return_to=%2Fsecurity');
    await page.locator('input[name=email]').fill(email);
    await follow();
    await expect(page).toHaveURL(/second-factor/);
    await show('second-factor');
    await page.goto('/auth/sign-in/break-glass');
    await show('break-glass');
    await page.getByLabel('One-time code').fill('x');
    await page.locator('#break-glass').click();
    await show('break-glass-dead');
  });

  await test.step('the other address, and the old one again', async () => {
    const seen = await mailbox.to(email);
    await page.goto(await mailbox.link(other, [], '/auth/email-change'));
    await page.locator('#confirm-email').click();
    await expect(page.locator('#confirm-email')).toHaveCount(0);
    await show('email-change-done');
    await page.goto(await mailbox.link(email, seen, '/auth/email-change/undo'));
    await show('email-change-undo');
    await page.locator('#undo-email').click();
    await expect(page.locator('#undo-email')).toHaveCount(0);
    await show('email-change-undone');
  });
  expect(complaints).toEqual([]);
  await context.close();
}

/** A web site and a terminal that sign people in; returns their ids. */
async function registerClients(admin: Person): Promise<{ site: string; terminal: string }> {
  const register = async (client: Record<string, unknown>): Promise<string> => {
    const answer = await admin.post('/auth/admin/clients', client);
    expect(answer.status(), await answer.text()).toBe(201);
    return ((await answer.json()) as { client: { id: string } }).client.id;
  };
  return {
    site: await register({
      name: 'Weather board',
      authentication: 'SECRET',
      redirectUris: ['https://board.example/callback'],
      grants: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
      scopes: ['openid', 'profile', 'email', 'offline_access', 'ect'],
      audiences: ['ectlog-service'],
    }),
    terminal: await register({
      name: 'Repeater terminal',
      authentication: 'NONE',
      grants: ['DEVICE_CODE', 'REFRESH_TOKEN'],
      scopes: ['openid', 'profile'],
    }),
  };
}

/** What people see when a program of somebody else signs them in or out: by keyboard alone. */
async function providerPages(
  browser: Browser,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
): Promise<void> {
  const person = await Person.signIn(stack.origin, mailbox, `guest-${size.name}-${scheme}@ect.example`);
  const number = sizes.indexOf(size) * schemes.length + schemes.indexOf(scheme);
  await person.introduce('Gerda Guest', `DL${number}GST`, 'Europe/Berlin');
  const context = await browser.newContext({
    baseURL: stack.origin,
    storageState: await person.http.storageState(),
    viewport: { width: size.width, height: size.height },
    colorScheme: scheme,
  });
  await context.route('https://board.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather board</title>' }),
  );
  const page = await context.newPage();
  const complaints = listen(page);
  const show = async (name: string): Promise<void> => {
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await judge(page, `${name}-${size.name}-${scheme}`);
  };
  const press = async (button: string): Promise<void> => {
    await reach(page, button);
    await page.keyboard.press('Enter');
  };

  await test.step('provider', async () => {
    const request = new URLSearchParams({
      response_type: 'code',
      client_id: shown.board.site,
      redirect_uri: 'https://board.example/callback',
      scope: 'openid profile email offline_access ect',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    });
    await page.goto(`/auth/oauth/authorize?${request}`);
    await show('consent');
    await press('#agree');
    await page.waitForURL('https://board.example/callback?**');
    request.set('client_id', 'nobody');
    await page.goto(`/auth/oauth/authorize?${request}`);
    await show('consent-refused');

    const begun = await context.request.post('/auth/oauth/device_authorization', {
      form: { client_id: shown.board.terminal, scope: 'openid profile' },
    });
    const { user_code: code } = (await begun.json()) as { user_code: string };
    await page.goto('/auth/device');
    await show('device');
    await page.keyboard.type('BCDF-BCDF');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('alert')).toBeVisible();
    await show('device-wrong');
    await page.locator('#user_code').fill(code);
    await page.keyboard.press('Enter');
    await expect(page.locator('#agree')).toBeVisible();
    await show('device-consent');
    await press('#agree');
    await expect(page.locator('#agree')).toHaveCount(0);
    await show('device-done');

    await page.goto('/security');
    await expect(page.locator('[data-consent]')).toHaveCount(2);
    await page.waitForLoadState('networkidle');
    await judge(page, `security-applications-${size.name}-${scheme}`);

    await page.goto('/auth/oauth/logout?post_logout_redirect_uri=https%3A%2F%2Fevil.example');
    await show('logout-refused');
    await page.goto('/auth/oauth/logout');
    await show('logout');
    await press('#sign-out');
    await expect(page.locator('#sign-out')).toHaveCount(0);
    await show('logout-done');
  });
  expect(complaints).toEqual([]);
  await context.close();
}

/** Goes to something by the tab key, as somebody without a mouse does. */
async function reach(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 12; steps++) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${selector} is not reached by the tab key`);
}

async function newest(person: Person, status: string): Promise<string> {
  const nets = (await (await person.get(`/ectlog/nets?status=${status}`)).json()) as {
    items: { id: string }[];
  };
  const first = nets.items[0];
  if (!first) throw new Error(`the demonstration data hold no net that is ${status}`);
  return first.id;
}
