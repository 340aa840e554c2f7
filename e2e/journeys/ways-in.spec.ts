import { expect, test } from '@playwright/test';
import { listen } from '../stack/looks.ts';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

/** An administrator is locked out, and somebody with a shell on the host helps. */
test('a code made on the host lets an administrator in, once', async ({ page }) => {
  await beside(async (stack, mailbox) => {
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
      await page.context().clearCookies();
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
});

/** A stack for a while, with an administrator who has signed in once. */
async function beside(
  journey: (stack: Stack, mailbox: Mailbox, admin: Person) => Promise<void>,
): Promise<void> {
  const stack = await Stack.create();
  const mailbox = new Mailbox(stack.mailbox);
  try {
    await stack.up();
    const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
    await admin.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
    await journey(stack, mailbox, admin);
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await stack.remove();
  }
}
