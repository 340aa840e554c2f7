import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { test } from '@playwright/test';
import { type ServiceName, Stack } from '../stack/stack.ts';
import { median, table } from './figures.ts';
import { age, memory } from './program.ts';

const services: ServiceName[] = ['auth-service', 'ectlog-service', 'media-service', 'notification-service'];
const rounds = 5;
const project = path.resolve(import.meta.dirname, '../..');

async function ready(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}

/** Size of what is shipped, in MiB: the binary, or the folder of jars. */
function size(service: ServiceName): number {
  const target = path.join(project, service, 'target');
  return process.env.ECT_NATIVE
    ? statSync(path.join(target, `${service}-0.1.0-runner`)).size / 2 ** 20
    : Number(
        execFileSync('du', ['-sk', path.join(target, 'quarkus-app')], { encoding: 'utf8' }).split('\t')[0],
      ) / 1024;
}

test('start time and resident memory', async () => {
  const stack = await Stack.create();
  const rows: string[][] = [];
  try {
    await stack.up();
    for (const [index, service] of services.entries()) {
      const health = `http://127.0.0.1:${9081 + index + stack.port - 8080}/q/health/ready`;
      const seconds: number[] = [];
      for (let round = 0; round < rounds; round++) {
        await stack.service('stop', service);
        const started = stack.service('start', service);
        while (!(await ready(health))) await pause(2);
        seconds.push(age(stack.pid(service)));
        await started;
      }
      // Idle: what the start needed has been given back, and the first rounds of the schedulers are over.
      await pause(20_000);
      rows.push([
        service,
        size(service).toFixed(0),
        (median(seconds) * 1000).toFixed(0),
        memory(stack.pid(service), 'VmRSS').toFixed(0),
        memory(stack.pid(service), 'RssAnon').toFixed(0),
      ]);
    }
  } finally {
    await stack.remove();
  }
  console.log(
    table(
      [
        process.env.ECT_NATIVE ? 'native' : 'JVM',
        'size, MiB',
        `start to ready, ms (median of ${rounds})`,
        'resident when idle, MiB',
        'of that its own, MiB',
      ],
      rows,
    ),
  );
});
