import { expect } from '@playwright/test';

export interface Mail {
  id: string;
  to: string[];
  subject: string;
  messageId: string;
  text: string;
  html: string;
  attachments: { name: string; contentType: string; size: number }[];
}

/** The mails that the suite has sent, as they arrived over SMTP. */
export class Mailbox {
  constructor(private readonly address: string) {}

  async to(recipient: string): Promise<Mail[]> {
    const response = await fetch(`${this.address}/api/mails?to=${encodeURIComponent(recipient)}`);
    return (await response.json()) as Mail[];
  }

  /** The newest mail to somebody that is not among those already seen; waits for it, in milliseconds. */
  async next(recipient: string, seen: Mail[], patience = 60_000): Promise<Mail> {
    const known = new Set(seen.map((mail) => mail.id));
    let found: Mail | undefined;
    await expect
      .poll(
        async () => {
          found = (await this.to(recipient)).find((mail) => !known.has(mail.id));
          return found !== undefined;
        },
        { message: `a mail to ${recipient}`, timeout: patience, intervals: [100, 200, 500] },
      )
      .toBe(true);
    return found!;
  }

  /** The newest link to a page of auth-service in a mail that is not among those already seen; other mails may come between. */
  async link(recipient: string, seen: Mail[], page = '/auth/sign-in/link?'): Promise<string> {
    const known = new Set(seen.map(({ id }) => id));
    let found: string | undefined;
    await expect
      .poll(
        async () => {
          for (const mail of await this.to(recipient)) {
            if (!known.has(mail.id)) found ??= linkTo(page, mail);
          }
          return found;
        },
        { message: `a link to ${page} for ${recipient}`, timeout: 60_000, intervals: [100, 200, 500] },
      )
      .toBeTruthy();
    return found!;
  }

  async attachment(mail: Mail, name: string | RegExp): Promise<string> {
    const index = mail.attachments.findIndex(({ name: given }) =>
      typeof name === 'string' ? given === name : name.test(given),
    );
    expect(
      index,
      `attachment ${name} among ${mail.attachments.map((a) => a.name).join(', ')}`,
    ).toBeGreaterThanOrEqual(0);
    const response = await fetch(`${this.address}/api/mails/${mail.id}/attachments/${index}`);
    return await response.text();
  }
}

/** The sign-in link in a mail, as its plain text shows it. */
export function linkIn(mail: Mail): string {
  const link = linkTo('/auth/sign-in/link?', mail);
  if (!link) throw new Error(`no link in:\n${mail.text}`);
  return link;
}

function linkTo(page: string, mail: Mail): string | undefined {
  return mail.text.match(/https?:\/\/\S+/g)?.find((link) => link.includes(page));
}
