import { randomUUID } from 'node:crypto';
import { type APIRequestContext, type APIResponse, expect, request } from '@playwright/test';
import { linkIn, type Mailbox } from './mailbox.ts';

/** Somebody who uses the suite through its API: signs in by mail like everybody, then sends requests. */
export class Person {
  private token = '';

  private constructor(
    readonly email: string,
    readonly http: APIRequestContext,
  ) {}

  /** Signs in without a browser: the same pages, forms and mail. */
  static async signIn(origin: string, mailbox: Mailbox, email: string): Promise<Person> {
    const http = await request.newContext({ baseURL: origin });
    const seen = await mailbox.to(email);
    const page = await (await http.get('/auth/sign-in')).text();
    const sent = await http.post('/auth/sign-in/link', { form: { ...hiddenFields(page), email } });
    expect(sent.ok(), await sent.text()).toBe(true);
    const landing = await http.get(linkIn(await mailbox.next(email, seen)));
    const done = await http.post('/auth/sign-in/link/redeem', {
      form: hiddenFields(await landing.text()),
      maxRedirects: 0,
    });
    expect(done.status(), await done.text()).toBe(303);
    const person = new Person(email, http);
    await person.refresh();
    return person;
  }

  /** Takes over the session of a browser, whose cookies the given context shares. */
  static async ofBrowser(email: string, http: APIRequestContext): Promise<Person> {
    const person = new Person(email, http);
    await person.refresh();
    return person;
  }

  get accessToken(): string {
    return this.token;
  }

  async refresh(): Promise<void> {
    const response = await this.http.post('/auth/session/token', { headers: { 'X-ECT-Request': 'web' } });
    expect(response.status(), await response.text()).toBe(200);
    this.token = ((await response.json()) as { access_token: string }).access_token;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<APIResponse> {
    return this.http.get(path, { headers: { ...this.authorization(), ...headers } });
  }

  post(path: string, data?: unknown, key: string = randomUUID()): Promise<APIResponse> {
    return this.http.post(path, {
      headers: { ...this.authorization(), 'Idempotency-Key': key },
      ...(data === undefined ? {} : { data }),
    });
  }

  async put(path: string, data: unknown, version?: number): Promise<APIResponse> {
    const match: Record<string, string> = version === undefined ? {} : { 'If-Match': `"${version}"` };
    return await this.http.put(path, { headers: { ...this.authorization(), ...match }, data });
  }

  delete(path: string): Promise<APIResponse> {
    return this.http.delete(path, { headers: this.authorization() });
  }

  /** Says who one is: name, callsign, zone. */
  async introduce(name: string, callsign: string | null, zone: string): Promise<void> {
    const me = (await (await this.get('/auth/me')).json()) as { version: number; locale: string };
    const saved = await this.put(
      '/auth/me',
      { name, zone, locale: me.locale, ...(callsign ? { callsign } : {}) },
      me.version,
    );
    expect(saved.status(), await saved.text()).toBe(200);
    await this.refresh();
  }

  private authorization(): Record<string, string> {
    return { Authorization: `Bearer ${this.token}` };
  }
}

/** What a page's form sends along unseen. */
export function hiddenFields(page: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [tag] of page.matchAll(/<input\b[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(tag)?.[1];
    if (name) fields[name] = unescape(/value="([^"]*)"/.exec(tag)?.[1] ?? '');
  }
  return fields;
}

function unescape(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
