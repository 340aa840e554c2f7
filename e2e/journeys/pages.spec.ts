import { type Browser, expect, type Page, test } from '@playwright/test';
import { judge, listen, schemes, sizes } from '../stack/looks.ts';
import { linkIn, Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

/**
 * Every page with the demonstration data: nothing serious for axe, no message about the content security policy, nothing
 * wider than the screen. Pictures of all of them are left in test-results/pictures (or ECT_PICTURES).
 */
test('every page can be used on a phone and on a wide screen, light and dark, by everybody', async ({
  browser,
}) => {
  const stack = await Stack.create();
  try {
    await stack.up('--demo');
    const mailbox = new Mailbox(stack.mailbox);
    const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
    await admin.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
    const running = await newest(admin, 'ACTIVE');
    const closed = await newest(admin, 'CLOSED');
    const item = (await (await admin.get('/media/items?kind=AUDIO')).json()) as { items: { id: string }[] };
    const photo = (await (await admin.get('/media/items?kind=IMAGE')).json()) as { items: { id: string }[] };
    await mailSettings(admin);
    const board = await registerClients(admin);
    const cookies = await admin.http.storageState();

    for (const size of sizes) {
      for (const scheme of schemes) {
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
          await test.step(`${name}, ${size.name}, ${scheme}`, async () => {
            await page.goto(address);
            await expect(page.locator(ready).first()).toBeVisible();
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
        await look('media-audio', `/library/${item.items[0]!.id}`, 'audio');
        await look('media-photo', `/library/${photo.items[0]!.id}`, 'main img');
        await look('profile', '/profile', 'form');
        await look('security', '/security', 'li[data-session]');
        await look('admin-accounts', '/admin/accounts', 'table');
        await look('admin-audit', '/admin/audit', 'tr[data-audit]');
        await look('admin-address-bans', '/admin/address-bans', 'main h1');
        await look('admin-invitations', '/admin/invitations', 'main h1');
        await look('admin-review', '/admin/review', 'tr[data-reviewed]');
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
        await signInPages(browser, stack, mailbox, size, scheme);
        await providerPages(browser, stack, mailbox, board, size, scheme);
      }
    }
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await stack.remove();
  }
});

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

async function signInPages(
  browser: Browser,
  stack: Stack,
  mailbox: Mailbox,
  size: (typeof sizes)[number],
  scheme: (typeof schemes)[number],
): Promise<void> {
  const context = await browser.newContext({
    baseURL: stack.origin,
    viewport: { width: size.width, height: size.height },
    colorScheme: scheme,
    javaScriptEnabled: true,
  });
  const page = await context.newPage();
  const complaints = listen(page);
  const email = `${size.name}-${scheme}@ect.example`;
  const name = (page: string): string => `${page}-${size.name}-${scheme}`;
  await page.goto('/auth/sign-in');
  await judge(page, name('sign-in'));
  await page.locator('input[name=email]').fill(email);
  await page.locator('#send-link').click();
  await judge(page, name('sign-in-sent'));
  const link = linkIn(await mailbox.next(email, []));
  await page.goto(link);
  await judge(page, name('sign-in-confirm'));
  await page.goto(link.replace(/t=[^&]*/, 't=not-a-link'));
  await judge(page, name('sign-in-bad-link'));
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
  stack: Stack,
  mailbox: Mailbox,
  clients: { site: string; terminal: string },
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

  await test.step(`provider, ${size.name}, ${scheme}`, async () => {
    const request = new URLSearchParams({
      response_type: 'code',
      client_id: clients.site,
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
      form: { client_id: clients.terminal, scope: 'openid profile' },
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
