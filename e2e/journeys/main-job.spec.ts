import { randomUUID } from 'node:crypto';
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import WebSocket from 'ws';
import { fillMedia, fingerprint } from '../stack/files.ts';
import { linkIn, type Mail, Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Relay } from '../stack/relay.ts';
import { Stack } from '../stack/stack.ts';

interface Net {
  id: string;
  sequence: number;
  version: number;
}
interface CheckIn {
  id: string;
  callsign: string;
  checkedInAt: string;
  loggedBy: { callsign: string };
}

const AT_ONCE = 1_000;
const zoneOf = { A: 'Europe/Berlin', B: 'America/New_York' };

/**
 * The suite's main job from door to door: sign in by mail, run a net that others follow live, survive what goes wrong,
 * and get the log by mail afterwards. A and B are people in a browser, C uses the API.
 */
test('from sign-in to e-mailed log', async ({ browser }) => {
  const stack = await Stack.create();
  const mailbox = new Mailbox(stack.mailbox);
  const relay = await Relay.to(stack.port);
  const wired = await browserThrough(relay, stack.port);
  try {
    fillMedia(stack.media);
    const mediaBefore = fingerprint(stack.media);
    await stack.up();

    const a = await person(browser, stack.origin);
    await test.step('1. A signs in by mail, becomes ADMIN, and says who A is', async () => {
      await signIn(a, mailbox, stack.administrator, '/');
      await introduce(a, 'Anna Berger', 'DL1ECT', zoneOf.A);
      const me = (await (await asPerson(a, stack.administrator)).get('/auth/me')).json();
      expect(await me).toMatchObject({ role: 'ADMIN', callsign: 'DL1ECT', name: 'Anna Berger' });
    });

    const b = await person(wired, stack.origin);
    let net = '';
    await test.step('2. A creates a net, opens it, and takes check-ins by keyboard alone', async () => {
      await a.goto('/nets/new');
      await a.getByLabel(/^name/i).fill('Tuesday Emergency Net');
      await a.getByRole('button', { name: /add a frequency/i }).click();
      await a.getByLabel(/^frequency \(mhz\)/i).fill('146.520');
      await a.getByRole('button', { name: /save frequency/i }).click();
      await a.getByRole('button', { name: /create net/i }).click();
      await a.waitForURL(/\/nets\/[0-9a-f-]{36}$/);
      net = new URL(a.url()).pathname.split('/').at(-1)!;
      await a.getByRole('button', { name: /^start/i }).click();
      await expect(a.locator('[data-connection=live]')).toBeVisible();
      await a.locator('input[name=callsign]').focus();
      for (const callsign of ['W1AW', 'K1ABC', 'VE3/N1XYZ/P']) {
        await a.keyboard.type(callsign);
        await a.keyboard.press('Enter');
        await expect(row(a, callsign)).toBeVisible();
        await expect(a.locator('input[name=callsign]')).toBeFocused();
        await expect(a.locator('input[name=callsign]')).toHaveValue('');
      }
    });

    const c =
      await test.step('3. B watches live, checks in, writes; what only the NCS may do is refused', async () => {
        await signIn(b, mailbox, 'b@ect.example', `/nets/${net}`);
        await introduce(b, 'Bob Field', 'K2BOB', zoneOf.B);
        await b.goto(`/nets/${net}`);
        await expect(b.locator('[data-connection=live]')).toBeVisible();
        for (const callsign of ['W1AW', 'K1ABC', 'VE3/N1XYZ/P']) await expect(row(b, callsign)).toBeVisible();

        await a.locator('input[name=callsign]').fill('KC1JMH');
        await a.keyboard.press('Enter');
        await expect(row(b, 'KC1JMH')).toBeVisible({ timeout: AT_ONCE });

        const ncs = await asPerson(a, stack.administrator);
        const logged = await checkIn(ncs, net, 'KC1JMH');
        const changed = await ncs.http.patch(`/ectlog/nets/${net}/check-ins/${logged.id}`, {
          headers: { Authorization: `Bearer ${ncs.accessToken}`, 'If-Match': `"${logged.version}"` },
          data: { status: 'HAS_TRAFFIC' },
        });
        expect(changed.status(), await changed.text()).toBe(200);
        await expect(row(b, 'KC1JMH')).toContainText(/traffic/i, { timeout: AT_ONCE });

        await a.getByRole('textbox', { name: 'Message' }).fill('Good evening, all');
        await a.keyboard.press('Enter');
        await expect(chat(b).getByText('Good evening, all')).toBeVisible({ timeout: AT_ONCE });

        await b.getByRole('button', { name: 'Check in as K2BOB' }).click();
        await expect(row(b, 'K2BOB')).toBeVisible();
        await expect(row(a, 'K2BOB')).toBeVisible({ timeout: AT_ONCE });
        await b.getByRole('textbox', { name: 'Message' }).fill('73 from the van');
        await b.keyboard.press('Enter');
        await expect(chat(a).getByText('73 from the van')).toBeVisible({ timeout: AT_ONCE });
        await b.getByRole('button', { name: 'Follow by mail: off' }).click();

        const user = await asPerson(b, 'b@ect.example');
        for (const refused of [
          user.post(`/ectlog/nets/${net}/close`),
          user.post(`/ectlog/nets/${net}/check-ins`, { callsign: 'W9XYZ' }),
          user.post('/ectlog/nets', { name: 'not mine to make' }),
          user.put(`/ectlog/nets/${net}/roles/${randomUUID()}`, {
            role: 'NCS',
            name: 'B',
            callsign: 'K2BOB',
          }),
          user.get('/auth/accounts'),
          user.get('/notification/messages'),
        ]) {
          expect((await refused).status()).toBe(403);
        }

        const third = await Person.signIn(stack.origin, mailbox, 'c@ect.example');
        await third.introduce('Chris Relay', 'W3CCC', 'UTC');
        const profile = (await (await third.get('/auth/me')).json()) as { id: string };
        const granted = await ncs.put(`/ectlog/nets/${net}/roles/${profile.id}`, {
          role: 'LOGGER',
          name: 'Chris Relay',
          callsign: 'W3CCC',
        });
        expect(granted.ok(), await granted.text()).toBe(true);
        return third;
      });

    await test.step('4. the same callsign from two at the same moment makes one check-in', async () => {
      const ncs = await asPerson(a, stack.administrator);
      for (let round = 0; round < 10; round++) {
        const callsign = `N${round}RAC`;
        const answers = await Promise.all(
          [ncs, c].map((logger) => logger.post(`/ectlog/nets/${net}/check-ins`, { callsign })),
        );
        expect(answers.map((answer) => answer.status()).sort()).toEqual([201, 409]);
        const won = (await answers.find((answer) => answer.status() === 201)!.json()) as CheckIn;
        const lost = (await answers.find((answer) => answer.status() === 409)!.json()) as {
          code: string;
          loggedBy: { callsign: string };
        };
        expect(lost.code).toBe('already-checked-in');
        expect(lost.loggedBy.callsign).toBe(won.loggedBy.callsign);
      }
      const calls = (await allCheckIns(ncs, net)).map((each) => each.callsign);
      expect(new Set(calls).size).toBe(calls.length);
    });

    await test.step("5. B's connection is cut, comes back, and B has missed nothing", async () => {
      relay.cut();
      await expect(b.locator('[data-connection=live]')).toBeHidden();
      for (const callsign of ['K7CUT', 'K8CUT', 'K9CUT']) {
        const logged = await c.post(`/ectlog/nets/${net}/check-ins`, { callsign });
        expect(logged.status()).toBe(201);
      }
      await expect(row(b, 'K9CUT')).toHaveCount(0);
      relay.mend();
      await expect(b.locator('[data-connection=live]')).toBeVisible({ timeout: 40_000 });
      for (const callsign of ['K7CUT', 'K8CUT', 'K9CUT']) await expect(row(b, callsign)).toBeVisible();
      await expect(b.locator('tr[data-callsign]')).toHaveCount(await a.locator('tr[data-callsign]').count());
    });

    await test.step('6. A closes the net while mail is down; later every subscriber gets the log, once', async () => {
      const seen = { a: await mailbox.to(stack.administrator), b: await mailbox.to('b@ect.example') };
      await stack.service('stop', 'notification-service');
      await a.getByRole('button', { name: /^close/i }).click();
      await a.getByRole('dialog').getByRole('button', { name: 'Close net' }).click();
      await expect(a.getByText(/closed/i).first()).toBeVisible();
      await stack.service('start', 'notification-service');
      const logs = {
        a: await mailbox.next(stack.administrator, seen.a),
        b: await mailbox.next('b@ect.example', seen.b),
      };
      const first = (await allCheckIns(c, net))[0]!;
      for (const [who, log] of Object.entries(logs)) {
        const zone = who === 'a' ? zoneOf.A : zoneOf.B;
        expect(log.subject).toContain('Tuesday Emergency Net');
        for (const part of [log.text, log.html]) {
          expect(part).toContain('W1AW');
          expect(part).toContain(clock(first.checkedInAt, zone));
        }
        expect(await mailbox.attachment(log, /\.csv$/)).toContain('VE3/N1XYZ/P');
        const form = await mailbox.attachment(log, /309.*\.txt$/i);
        expect(form).toContain('ICS 309');
        expect(form).toContain(clock(first.checkedInAt, zone));
      }
      await settled(async () => {
        expect(logsOf(await mailbox.to(stack.administrator), 'Tuesday Emergency Net')).toHaveLength(1);
        expect(logsOf(await mailbox.to('b@ect.example'), 'Tuesday Emergency Net')).toHaveLength(1);
        expect(logsOf(await mailbox.to('c@ect.example'), 'Tuesday Emergency Net')).toHaveLength(0);
      });
    });

    await test.step('7. B finds and plays media; not a byte or a time stamp of the library changes', async () => {
      const user = await asPerson(b, 'b@ect.example');
      const items = ((await (await user.get('/media/items?limit=200')).json()) as { items: MediaItem[] })
        .items;
      const kinds = new Map(items.map((item) => [item.kind, item]));
      expect([...kinds.keys()].sort()).toEqual(['AUDIO', 'DOCUMENT', 'IMAGE', 'VIDEO']);
      expect(kinds.get('AUDIO')!.durationSeconds).toBeGreaterThan(0);
      expect(kinds.get('VIDEO')!.durationSeconds).toBeGreaterThan(0);
      expect(kinds.get('DOCUMENT')!.pages).toBeGreaterThan(0);
      expect(kinds.get('IMAGE')!.recordedAt).toMatch(/^20/);

      const audio = kinds.get('AUDIO')!;
      await b.goto('/library');
      await b.getByRole('searchbox').fill(audio.title.split(' ')[0]!);
      await b
        .getByRole('link', { name: new RegExp(escapeExpression(audio.title)) })
        .first()
        .click();
      await b.locator('audio').evaluate(async (player: HTMLAudioElement) => {
        await player.play();
      });
      await expect
        .poll(() => b.locator('audio').evaluate((player: HTMLAudioElement) => player.currentTime))
        .toBeGreaterThan(0);

      const ticket = (await (await user.post(`/media/items/${audio.id}/ticket`)).json()) as { url: string };
      const whole = await user.http.get(ticket.url);
      expect(whole.status()).toBe(200);
      const part = await user.http.get(ticket.url, { headers: { Range: 'bytes=100-199' } });
      expect(part.status()).toBe(206);
      expect(part.headers()['content-range']).toBe(`bytes 100-199/${audio.size}`);
      expect(Buffer.compare(await part.body(), (await whole.body()).subarray(100, 200))).toBe(0);
      const beyond = await user.http.get(ticket.url, { headers: { Range: `bytes=${audio.size}-` } });
      expect(beyond.status()).toBe(416);

      expect(fingerprint(stack.media)).toEqual(mediaBefore);
    });

    await test.step('8. A bans B: within 10 s every service refuses B, and the open socket closes', async () => {
      const admin = await asPerson(a, stack.administrator);
      const running = await openNet(admin, 'Second Net');
      const user = await asPerson(b, 'b@ect.example');
      const socket = await liveSocket(stack.origin, running.id, user.accessToken);
      for (const service of ['/auth/me', '/ectlog/nets', '/media/items']) {
        expect((await user.get(service)).status(), service).toBe(200);
      }
      expect((await user.get('/notification/messages')).status()).toBe(403);

      await a.goto('/admin/accounts');
      await a
        .getByRole('row', { name: /b@ect\.example/ })
        .getByRole('button', { name: /^ban/i })
        .click();
      await a
        .getByRole('dialog')
        .getByLabel(/reason/i)
        .fill('left the team');
      await a.getByRole('dialog').getByRole('button', { name: /^ban/i }).click();
      await expect(a.getByRole('row', { name: /b@ect\.example/ })).toContainText(/banned/i);

      await expect
        .poll(
          async () =>
            await Promise.all(
              ['/auth/me', '/ectlog/nets', '/media/items', '/notification/messages'].map(async (path) =>
                (await user.get(path)).status(),
              ),
            ),
          { timeout: 10_000, intervals: [250] },
        )
        .toEqual([401, 401, 401, 401]);
      expect(await socket.closed).toBe(1008);
      const again = await user.http.post('/auth/session/token', { headers: { 'X-ECT-Request': 'web' } });
      expect(again.status()).toBe(401);
    });

    await test.step('9. the plug is pulled in the middle of it all: nothing acknowledged is lost or doubled', async () => {
      const admin = await asPerson(a, stack.administrator);
      const mailed = await openNet(admin, 'Net Closed In Time');
      const running = await openNet(admin, 'Net In The Storm');
      await stack.service('stop', 'notification-service');
      const seen = await mailbox.to(stack.administrator);
      expect((await admin.post(`/ectlog/nets/${mailed.id}/close`)).status()).toBe(200);

      const acknowledged = new Set<string>();
      const spoken = new Set<string>();
      const unanswered: { path: string; data: unknown; key: string }[] = [];
      const send = async (path: string, data: unknown, onDone: () => void): Promise<boolean> => {
        const key = randomUUID();
        try {
          const answer = await admin.post(path, data, key);
          if (answer.status() === 201) {
            onDone();
            return true;
          }
        } catch {
          // no answer: it may or may not have been written, so the same key asks again later
        }
        unanswered.push({ path, data, key });
        return false;
      };
      const logging = (async () => {
        for (let i = 0; i < 5_000; i++) {
          const callsign = `W${i % 10}${letters(i)}`;
          const net = `/ectlog/nets/${running.id}`;
          if (!(await send(`${net}/check-ins`, { callsign }, () => acknowledged.add(callsign)))) return;
          if (
            i % 5 === 0 &&
            !(await send(`${net}/chat`, { text: `line ${i}` }, () => spoken.add(`line ${i}`)))
          )
            return;
        }
      })();
      await expect.poll(() => acknowledged.size, { intervals: [10] }).toBeGreaterThan(40);
      await stack.kill();
      await logging;
      expect(unanswered.length).toBeGreaterThan(0);

      await stack.up();
      await admin.refresh();
      for (const { path, data, key } of unanswered) {
        const answer = await admin.post(path, data, key);
        expect(answer.status(), await answer.text()).toBe(201);
        const { callsign, text } = data as { callsign?: string; text?: string };
        if (callsign) acknowledged.add(callsign);
        if (text) spoken.add(text);
      }
      const calls = (await allCheckIns(admin, running.id)).map((each) => each.callsign);
      expect([...calls].sort()).toEqual([...acknowledged].sort());
      const lines = (await pages<{ text: string }>(admin, `/ectlog/nets/${running.id}/chat`)).map(
        ({ text }) => text,
      );
      expect([...lines].sort()).toEqual([...spoken].sort());

      // A mail that was being handed over when the plug was pulled belongs to the dead relay for two minutes more.
      await mailbox.next(stack.administrator, seen, 180_000);
      await settled(async () => {
        expect(logsOf(await mailbox.to(stack.administrator), 'Net Closed In Time')).toHaveLength(1);
      });
    });

    await test.step('10. the journal has no gap, and nothing in it is out of order', async () => {
      const admin = await asPerson(a, stack.administrator);
      const events = await pages<{ sequence: number }>(admin, `/ectlog/nets/${net}/journal`, 'since');
      expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    });
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await wired.close();
    await relay.close();
    await stack.remove();
  }
});

interface MediaItem {
  id: string;
  kind: string;
  title: string;
  size: number;
  durationSeconds: number;
  pages: number;
  recordedAt: string;
}

/** A second browser whose way to the suite leads through a wire that the journey can cut. */
async function browserThrough(relay: Relay, port: number): Promise<Browser> {
  const executable = process.env.ECT_BROWSER;
  return await chromium.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--autoplay-policy=no-user-gesture-required',
      `--host-resolver-rules=MAP localhost:${port} 127.0.0.1:${relay.port}`,
    ],
  });
}

async function person(browser: Browser, origin: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  page.on('console', (message) => {
    if (/Content Security Policy/i.test(message.text())) throw new Error(message.text());
  });
  return page;
}

/** Signs in as people do, and shows on the way that opening the link alone signs nobody in. */
async function signIn(page: Page, mailbox: Mailbox, email: string, start: string): Promise<void> {
  const seen = await mailbox.to(email);
  await page.goto(start);
  await page.waitForURL(/\/auth\/sign-in/);
  await page.locator('input[name=email]').fill(email);
  await page.locator('#send-link').click();
  const mail: Mail = await mailbox.next(email, seen);
  await page.goto(linkIn(mail));
  const before = await page.request.post('/auth/session/token', { headers: { 'X-ECT-Request': 'web' } });
  expect(before.status()).toBe(401);
  await page.locator('#confirm-sign-in').click();
  await page.waitForURL((url) => url.pathname === start);
}

async function introduce(page: Page, name: string, callsign: string, zone: string): Promise<void> {
  await page.goto('/profile');
  await page.getByLabel(/^name/i).fill(name);
  await page.getByLabel(/^callsign/i).fill(callsign);
  await page.getByLabel(/^time zone/i).selectOption(zone);
  await page.getByRole('button', { name: /save/i }).click();
  await expect(page.getByText(/saved/i).first()).toBeVisible();
}

async function asPerson(page: Page, email: string): Promise<Person> {
  return await Person.ofBrowser(email, page.request);
}

function chat(page: Page) {
  return page.getByRole('log', { name: 'Chat messages' });
}

function row(page: Page, callsign: string) {
  return page.locator(`tr[data-callsign="${callsign}"]`);
}

async function pages<T>(person: Person, path: string, parameter = 'cursor'): Promise<T[]> {
  const all: T[] = [];
  let next: string | number | null | undefined = '';
  do {
    const query: string = next === '' ? '' : `&${parameter}=${encodeURIComponent(String(next))}`;
    const answer = await person.get(`${path}?limit=200${query}`);
    expect(answer.status(), await answer.text()).toBe(200);
    const page = (await answer.json()) as { items: T[]; next?: string | number | null };
    all.push(...page.items);
    next = page.next;
  } while (next !== null && next !== undefined);
  return all;
}

async function allCheckIns(person: Person, net: string): Promise<CheckIn[]> {
  return await pages<CheckIn>(person, `/ectlog/nets/${net}/check-ins`);
}

async function checkIn(
  person: Person,
  net: string,
  callsign: string,
): Promise<CheckIn & { version: number }> {
  const found = (await allCheckIns(person, net)).find((each) => each.callsign === callsign);
  expect(found, callsign).toBeDefined();
  return found as CheckIn & { version: number };
}

async function openNet(person: Person, name: string): Promise<Net> {
  const created = await person.post('/ectlog/nets', { name });
  expect(created.status(), await created.text()).toBe(201);
  const net = (await created.json()) as Net;
  expect((await person.post(`/ectlog/nets/${net.id}/start`)).status()).toBe(200);
  return net;
}

async function liveSocket(origin: string, net: string, token: string): Promise<{ closed: Promise<number> }> {
  const socket = new WebSocket(
    `${origin.replace('http', 'ws')}/ectlog/live/nets/${net}?since=0`,
    ['ect.live.v1', encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`)],
    { headers: { Origin: origin } },
  );
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise<void>((resolve, reject) => {
    socket.once('message', () => resolve());
    socket.once('error', reject);
  });
  return { closed };
}

function logsOf(mails: Mail[], net: string): Mail[] {
  return mails.filter((mail) => mail.subject === `Net log: ${net}`);
}

/** Holds now and for a while longer: for what must not happen a second time. */
async function settled(check: () => Promise<void>): Promise<void> {
  for (let i = 0; i < 4; i++) {
    await check();
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
}

function clock(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(instant),
  );
}

function letters(n: number): string {
  const letter = (value: number): string => String.fromCharCode(65 + (value % 26));
  return letter(Math.floor(n / 676)) + letter(Math.floor(n / 26)) + letter(n);
}

function escapeExpression(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
