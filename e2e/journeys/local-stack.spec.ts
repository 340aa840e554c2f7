import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { Stack } from '../stack/stack.ts';

const ect = path.resolve(import.meta.dirname, '../../ect');

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Runs ./ect to its end, without blocking: this process must be able to take note meanwhile that the suite has ended. */
function ended(args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(ect, args);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, stdout, stderr })));
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`${signal} ends everything that was started, and nothing is left running`, async () => {
    const stack = await Stack.create();
    try {
      await stack.up();
      const started = stack.processes();
      expect(started.length).toBeGreaterThanOrEqual(6);
      expect(stack.printed).toContain(`Sign in     as ${stack.administrator}`);
      await stack.down(signal);
      await expect.poll(() => started.filter(alive), { message: 'processes left running' }).toEqual([]);
    } finally {
      await stack.remove();
    }
  });
}

test('a second ./ect up with the same data is refused and harms nothing; ./ect down stops the first', async () => {
  const stack = await Stack.create();
  try {
    await stack.up();
    const started = stack.processes();
    const second = await ended(['up', '--data', stack.data, '--port-offset', '9000']);
    expect(second.code).not.toBe(0);
    expect(second.stderr).toContain('is running');
    expect(second.stderr).toContain('./ect down');
    expect(started.filter(alive)).toEqual(started);
    const down = await ended(['down', '--data', stack.data]);
    expect(down.stdout).toContain('stopped the suite');
    expect(down.code).toBe(0);
    await expect.poll(() => started.filter(alive), { message: 'processes left running' }).toEqual([]);
  } finally {
    await stack.remove();
  }
});

test('a taken port: one line that says what to do, exit code not 0, nothing left running', async () => {
  const stack = await Stack.create();
  const squatter = createServer();
  await new Promise<void>((resolve) => squatter.listen(stack.port, '127.0.0.1', resolve));
  try {
    const started = await stack.up().then(
      () => 'started',
      (failure: Error) => failure.message,
    );
    expect(started).toContain(`Port ${stack.port}, which the gateway needs, is taken`);
    expect(started).toContain('--port-offset');
    expect(started).not.toContain('at org.');
  } finally {
    squatter.close();
    await stack.remove();
  }
});

test('a service that dies at start: one line with its log, exit code not 0, nothing left running', async () => {
  const stack = await Stack.create();
  try {
    // A keyset that is none: auth-service refuses to start with it.
    mkdirSync(path.join(stack.data, 'secrets'), { recursive: true });
    writeFileSync(path.join(stack.data, 'secrets/secrets.properties'), 'keyset.auth=broken\n');
    const failed = await stack.up().then(
      () => 'started',
      (failure: Error) => failure.message,
    );
    expect(failed).toMatch(/auth-service ended at start with exit code 1: .*auth-service\.log/);
    await expect
      .poll(() => stack.leftovers().filter(alive), { message: 'processes left running' })
      .toEqual([]);
  } finally {
    await stack.remove();
  }
});

test('help is there for every command', async () => {
  for (const command of ['', 'up', 'down', 'service', 'break-glass', 'test', 'build', 'fmt', 'doctor']) {
    const help = await ended([...(command ? [command] : []), '--help']);
    expect(help.code, help.stderr).toBe(0);
    expect(help.stdout).toMatch(/usage/i);
  }
});
