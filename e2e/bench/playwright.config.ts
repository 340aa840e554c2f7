import { defineConfig } from '@playwright/test';

/** The programs that measure; they print tables for docs/reference/performance.md and hold nothing against a limit. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.bench.ts',
  workers: 1,
  retries: 0,
  timeout: 15 * 60_000,
  reporter: [['line']],
});
