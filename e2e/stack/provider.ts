import { createHash, createSign, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Somebody with an account at the provider. */
export interface Somebody {
  subject: string;
  email: string;
}

interface Grant {
  who: Somebody;
  nonce: string;
  challenge: string;
}

/** Plays Google: one page with a button, codes that are good once, ID tokens in RS256. And it can misbehave. */
export class Provider {
  /** Who has signed in there, in whatever browser. */
  who: Somebody = { subject: randomUUID(), email: 'nobody@ect.example' };
  /** Signs what it says with a key that it does not publish. */
  lying = false;
  /** Breaks off every connection. */
  away = false;

  private readonly grants = new Map<string, Grant>();
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private readonly otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 });

  private constructor(private readonly server: Server) {}

  static async open(): Promise<Provider> {
    const server = createServer();
    const provider = new Provider(server);
    server.on('request', (request, response) => void provider.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How a suite is told of it. */
  get settings(): string[] {
    return [
      'ECT_GOOGLE_CLIENT_ID=suite',
      'ECT_GOOGLE_CLIENT_SECRET=told-to-the-suite-alone',
      `ECT_AUTH_SOCIAL_GOOGLE_ISSUER=${this.issuer}`,
    ].flatMap((setting) => ['--set', setting]);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.issuer);
    if (this.away) {
      request.socket.destroy();
      return;
    }
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /.well-known/openid-configuration':
        return json(response, 200, {
          issuer: this.issuer,
          authorization_endpoint: `${this.issuer}/authorize`,
          token_endpoint: `${this.issuer}/token`,
          jwks_uri: `${this.issuer}/keys`,
        });
      case 'GET /keys':
        return json(response, 200, {
          keys: [{ ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }],
        });
      case 'GET /authorize':
        return this.ask(url, response);
      case 'POST /token':
        return this.give(new URLSearchParams(await text(request)), response);
      default:
        response.writeHead(404).end();
    }
  }

  private ask(url: URL, response: ServerResponse): void {
    const code = randomUUID();
    this.grants.set(code, {
      who: this.who,
      nonce: url.searchParams.get('nonce') ?? '',
      challenge: url.searchParams.get('code_challenge') ?? '',
    });
    const back = new URL(url.searchParams.get('redirect_uri') ?? this.issuer);
    back.searchParams.set('code', code);
    back.searchParams.set('state', url.searchParams.get('state') ?? '');
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="en"><title>Provider</title><h1>Provider</h1>` +
        `<a id="agree" href="${back.href.replaceAll('&', '&amp;')}">Go on as ${this.who.email}</a></html>`,
    );
  }

  private give(form: URLSearchParams, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const grant = this.grants.get(code);
    this.grants.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (!grant || grant.challenge !== challenge || form.get('client_secret') !== 'told-to-the-suite-alone') {
      return json(response, 400, { error: 'invalid_grant' });
    }
    const now = Math.floor(Date.now() / 1000);
    const claims = {
      iss: this.issuer,
      aud: 'suite',
      sub: grant.who.subject,
      iat: now,
      exp: now + 600,
      nonce: grant.nonce,
      email: grant.who.email,
      email_verified: true,
      hd: 'ect.example',
    };
    const key = this.lying ? this.otherKeys.privateKey : this.keys.privateKey;
    json(response, 200, {
      access_token: randomUUID(),
      token_type: 'Bearer',
      expires_in: 600,
      id_token: signed(claims, key),
    });
  }
}

function signed(claims: object, key: KeyObject): string {
  const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
  const input = `${encode({ alg: 'RS256', kid: 'one' })}.${encode(claims)}`;
  return `${input}.${createSign('RSA-SHA256').update(input).sign(key, 'base64url')}`;
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}
