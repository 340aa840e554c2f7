import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Stack } from '../stack/stack.ts';

/** A program that shows who it is by a secret. */
export interface Program {
  id: string;
  secret: string;
}

/** HTTP Basic at the token endpoint (RFC 6749 section 2.3.1). */
export function basic({ id, secret }: Program): Record<string, string> {
  return { Authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` };
}

/** ectlog-service of a running stack. */
export function ectlogService(stack: Stack): Program {
  const secrets = readFileSync(path.join(stack.data, 'secrets', 'secrets.properties'), 'utf8');
  const secret = /^client\.ectlog=(.*)$/m.exec(secrets)?.[1];
  if (!secret) throw new Error('the stack has no secret of ectlog-service');
  return { id: 'ectlog-service', secret };
}
