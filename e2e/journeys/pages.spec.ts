import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { linkIn, Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

const pictures = process.env.ECT_PICTURES ?? path.resolve(import.meta.dirname, '../test-results/pictures');
const sizes = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'wide', width: 1920, height: 1080 },
];
const schemes = ['light', 'dark'] as const;

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
        const look = async (name: string, address: string, ready: string): Promise<void> => {
          await test.step(`${name}, ${size.name}, ${scheme}`, async () => {
            await page.goto(address);
            await expect(page.locator(ready).first()).toBeVisible();
            await page.waitForLoadState('networkidle');
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
        await look('admin-mails', '/admin/mails', 'main');
        await look('not-found', '/no/such/page', 'main');
        expect(complaints).toEqual([]);
        // The session rotates: what the next window starts with is what this one ends with.
        Object.assign(cookies, await context.storageState());
        await context.close();
        await signInPages(browser, stack, mailbox, size, scheme);
      }
    }
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await stack.remove();
  }
});

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

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

async function judge(page: Page, picture: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${picture}.png`), fullPage: true });
  const found = await new AxeBuilder({ page }).analyze();
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(
    serious.map(
      ({ id, nodes }) => `${picture}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    ),
  ).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, `${picture}: wider than the screen`).toBeLessThanOrEqual(0);
}

async function newest(person: Person, status: string): Promise<string> {
  const nets = (await (await person.get(`/ectlog/nets?status=${status}`)).json()) as {
    items: { id: string }[];
  };
  const first = nets.items[0];
  if (!first) throw new Error(`the demonstration data hold no net that is ${status}`);
  return first.id;
}
