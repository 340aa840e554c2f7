import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const pictures = process.env.ECT_PICTURES ?? path.resolve(import.meta.dirname, '../test-results/pictures');

export const sizes = [
  { name: 'phone', width: 360, height: 740 },
  { name: 'wide', width: 1920, height: 1080 },
];
export const schemes = ['light', 'dark'] as const;

/** Collects what the page complains of: scripts or styles that the policy stops, errors of scripts. */
export function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trusted type/i.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  return complaints;
}

/** Takes a picture of the page; nothing serious for axe, nothing wider than the screen or its dialog. */
export async function judge(page: Page, picture: string): Promise<void> {
  mkdirSync(pictures, { recursive: true });
  // A dialog covers the window; below it, a full page would show what nobody sees.
  const fullPage = (await page.locator('dialog[open]').count()) === 0;
  if (fullPage) await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: path.join(pictures, `${picture}.png`), fullPage, animations: 'disabled' });
  const found = await new AxeBuilder({ page }).analyze();
  const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  // One fault does not hide the others.
  expect
    .soft(
      serious.map(
        ({ id, nodes }) => `${picture}: ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    )
    .toEqual([]);
  const wider = await page.evaluate(() =>
    [document.documentElement, ...Array.from(document.querySelectorAll('dialog[open]'))]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => `${part.tagName}: ${part.scrollWidth} in ${part.clientWidth}`),
  );
  expect.soft(wider, `${picture}: wider than its place`).toEqual([]);
}
