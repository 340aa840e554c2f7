import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import * as oauth from 'oauth4webapi';
import * as oidc from 'openid-client';
import { Callback } from '../stack/callback.ts';
import { Mailbox } from '../stack/mailbox.ts';
import { Person } from '../stack/person.ts';
import { Stack } from '../stack/stack.ts';

interface Registered {
  client: { id: string };
  secret?: string;
}

/** A local stack speaks plain HTTP; nothing else that the libraries check is left out. */
const plainHttp = { execute: [oidc.allowInsecureRequests] };
const plain = { [oauth.allowInsecureRequests]: true };

/**
 * The suite as OpenID provider for two independent, strict libraries, openid-client and oauth4webapi: they discover it,
 * write the requests, and check each answer to the letter. People sign in and agree in a real browser.
 */
test('strict clients of others sign people in with the suite', async ({ browser }) => {
  const stack = await Stack.create();
  const mailbox = new Mailbox(stack.mailbox);
  const callback = await Callback.open();
  try {
    await stack.up();
    const issuer = new URL(`${stack.origin}/auth`);
    const admin = await Person.signIn(stack.origin, mailbox, stack.administrator);
    const person = await Person.signIn(stack.origin, mailbox, 'anna@ect.example');
    await person.introduce('Anna Berger', 'DL1ECT', 'Europe/Berlin');
    const subject = ((await (await person.get('/auth/me')).json()) as { id: string }).id;
    const context = await browser.newContext({ storageState: await person.http.storageState() });
    const page = await context.newPage();

    const redirectUri = `${callback.origin}/callback`;
    // Of a loopback address the port is free: what is registered names another one.
    const registration = {
      name: 'Weather board',
      authentication: 'SECRET',
      redirectUris: ['http://127.0.0.1/callback'],
      postLogoutRedirectUris: [`${callback.origin}/bye`],
      grants: ['AUTHORIZATION_CODE', 'REFRESH_TOKEN'],
      scopes: ['openid', 'profile', 'email', 'ect'],
      audiences: ['ectlog-service'],
    };

    const { client: board, secret } = await register(admin, registration);
    const config = await test.step('1. the description is found and is consistent', async () => {
      const after8414 = await oidc.discovery(issuer, board.id, secret, undefined, {
        algorithm: 'oauth2',
        ...plainHttp,
      });
      const found = await oidc.discovery(issuer, board.id, secret, undefined, plainHttp);
      expect(found.serverMetadata()).toEqual(after8414.serverMetadata());
      expect(found.serverMetadata().supportsPKCE('S256')).toBe(true);
      return found;
    });

    const signedIn =
      await test.step('2. code flow with PKCE, nonce, iss; consent in the browser; ID token RS256', async () => {
        const sent = await begin(page, config, redirectUri, { scope: 'openid profile email ect' });
        await expect(page.getByRole('heading', { name: /weather board/i })).toBeVisible();
        await page.locator('#agree').click();
        const back = await callback.next();
        expect(back.searchParams.get('iss')).toBe(issuer.href);
        const tokens = await oidc.authorizationCodeGrant(config, back, sent.checks);
        expect(tokens.claims()).toMatchObject({ iss: issuer.href, aud: board.id, sub: subject });
        expect(header(tokens.id_token!)).toMatchObject({ alg: 'RS256', typ: 'JWT' });
        expect(tokens.scope!.split(' ').sort()).toEqual(['ect', 'email', 'openid', 'profile']);
        return tokens;
      });

    await test.step('3. userinfo, and the token at a service it is for', async () => {
      const info = await oidc.fetchUserInfo(config, signedIn.access_token, subject);
      expect(info).toMatchObject({ name: 'Anna Berger', callsign: 'DL1ECT', email: person.email });
      const nets = await oidc.fetchProtectedResource(
        config,
        signedIn.access_token,
        new URL(`${stack.origin}/ectlog/nets`),
        'GET',
      );
      expect(nets.status).toBe(200);
    });

    await test.step('4. introspection answers the service that the token is for, and nobody else', async () => {
      const service = new oidc.Configuration(
        config.serverMetadata(),
        'ectlog-service',
        undefined,
        oidc.ClientSecretBasic(serviceSecret(stack)),
      );
      oidc.allowInsecureRequests(service);
      expect(await oidc.tokenIntrospection(service, signedIn.access_token)).toMatchObject({
        active: true,
        sub: subject,
        client_id: board.id,
        iss: issuer.href,
      });
      expect(await oidc.tokenIntrospection(config, signedIn.access_token)).toEqual({ active: false });
    });

    await test.step('5. refresh tokens rotate; one that comes back too late ends the session', async () => {
      const second = await oidc.refreshTokenGrant(config, signedIn.refresh_token!);
      expect(second.refresh_token).not.toBe(signedIn.refresh_token);
      expect(second.claims()).toMatchObject({ sub: subject, aud: board.id });
      const third = await oidc.refreshTokenGrant(config, second.refresh_token!);
      await refused(oidc.refreshTokenGrant(config, signedIn.refresh_token!), 'invalid_grant');
      await refused(oidc.refreshTokenGrant(config, third.refresh_token!), 'invalid_grant');
    });

    await test.step('6. who has agreed is not asked again; a code is good for its own verifier alone', async () => {
      const sent = await begin(page, config, redirectUri, { scope: 'openid' });
      const back = await callback.next();
      await refused(
        oidc.authorizationCodeGrant(config, back, {
          ...sent.checks,
          pkceCodeVerifier: oidc.randomPKCECodeVerifier(),
        }),
        'invalid_grant',
      );
    });

    await test.step('7. a code that comes twice ends what it gave', async () => {
      const sent = await begin(page, config, redirectUri, { scope: 'openid' });
      const back = await callback.next();
      const tokens = await oidc.authorizationCodeGrant(config, back, sent.checks);
      await refused(oidc.authorizationCodeGrant(config, back, sent.checks), 'invalid_grant');
      await refused(oidc.refreshTokenGrant(config, tokens.refresh_token!), 'invalid_grant');
      await expect(oidc.fetchUserInfo(config, tokens.access_token, subject)).rejects.toMatchObject({
        code: oauth.WWW_AUTHENTICATE_CHALLENGE,
        status: 401,
      });
    });

    await test.step('8. nobody is sent to an address that is not registered; other mistakes go back', async () => {
      await begin(page, config, `${callback.origin}/elsewhere`, { scope: 'openid' });
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect(new URL(page.url()).origin).toBe(stack.origin);

      const unknown = await begin(page, config, redirectUri, { scope: 'openid', response_type: 'token' });
      const back = await callback.next();
      await expect(oidc.authorizationCodeGrant(config, back, unknown.checks)).rejects.toMatchObject({
        code: oauth.AUTHORIZATION_RESPONSE_ERROR,
        error: 'unsupported_response_type',
      });
      const silent = await begin(page, config, redirectUri, {
        scope: 'openid',
        prompt: 'none',
        code_challenge: '',
      });
      await expect(
        oidc.authorizationCodeGrant(config, await callback.next(), silent.checks),
      ).rejects.toMatchObject({ code: oauth.AUTHORIZATION_RESPONSE_ERROR, error: 'invalid_request' });
    });

    await test.step('9. a person may refuse', async () => {
      const { client, secret: own } = await register(admin, { ...registration, name: 'Curious map' });
      const map = await oidc.discovery(issuer, client.id, own, oidc.ClientSecretBasic(own), plainHttp);
      const sent = await begin(page, map, redirectUri, { scope: 'openid email' });
      await page.locator('#refuse').click();
      await expect(
        oidc.authorizationCodeGrant(map, await callback.next(), sent.checks),
      ).rejects.toMatchObject({ code: oauth.AUTHORIZATION_RESPONSE_ERROR, error: 'access_denied' });
    });

    await test.step('10. ID token ES256 for a client that signs with its own key', async () => {
      for (const alg of ['ES256', 'PS256'] as const) {
        const keys = await oauth.generateKeyPair(alg, { extractable: true });
        const jwk = {
          ...(await crypto.subtle.exportKey('jwk', keys.publicKey)),
          kid: 'one',
          alg,
          use: 'sig',
        };
        const { client } = await register(admin, {
          ...registration,
          name: `Server ${alg}`,
          authentication: 'PRIVATE_KEY_JWT',
          idTokenAlgorithm: 'ES256',
          jwks: JSON.stringify({ keys: [jwk] }),
        });
        const signing = await oidc.discovery(
          issuer,
          client.id,
          { id_token_signed_response_alg: 'ES256' },
          oidc.PrivateKeyJwt({ key: keys.privateKey, kid: 'one' }),
          plainHttp,
        );
        const sent = await begin(page, signing, redirectUri, { scope: 'openid', max_age: '3600' });
        await page.locator('#agree').click();
        const tokens = await oidc.authorizationCodeGrant(signing, await callback.next(), {
          ...sent.checks,
          maxAge: 3600,
        });
        expect(header(tokens.id_token!)).toMatchObject({ alg: 'ES256' });

        await oidc.tokenRevocation(signing, tokens.refresh_token!);
        await refused(oidc.refreshTokenGrant(signing, tokens.refresh_token!), 'invalid_grant');

        const stranger = await oauth.generateKeyPair(alg);
        const impostor = await oidc.discovery(
          issuer,
          client.id,
          { id_token_signed_response_alg: 'ES256' },
          oidc.PrivateKeyJwt({ key: stranger.privateKey, kid: 'one' }),
          plainHttp,
        );
        await notBelieved(oidc.refreshTokenGrant(impostor, tokens.refresh_token!));
      }
    });

    await test.step('11. a device without a browser, whose owner agrees on a phone', async () => {
      const { client } = await register(admin, {
        name: 'Repeater terminal',
        authentication: 'NONE',
        grants: ['DEVICE_CODE', 'REFRESH_TOKEN'],
        scopes: ['openid', 'profile', 'offline_access'],
      });
      const device = await oidc.discovery(issuer, client.id, undefined, oidc.None(), plainHttp);
      const codes = await oidc.initiateDeviceAuthorization(device, {
        scope: 'openid profile offline_access',
      });
      const polled = oidc.pollDeviceAuthorizationGrant(device, codes);
      await page.goto(codes.verification_uri);
      await page.locator('#user_code').fill(codes.user_code.toLowerCase());
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: /repeater terminal/i })).toBeVisible();
      await page.locator('#agree').click();
      const tokens = await polled;
      expect(tokens.claims()).toMatchObject({ sub: subject, aud: client.id });
      const again = await oidc.refreshTokenGrant(device, tokens.refresh_token!);
      await oidc.tokenRevocation(device, again.access_token);
      await expect(oidc.fetchUserInfo(device, again.access_token, subject)).rejects.toMatchObject({
        status: 401,
      });

      const refusedCodes = await oidc.initiateDeviceAuthorization(device, { scope: 'openid' });
      await page.goto(refusedCodes.verification_uri_complete!);
      await page.locator('#find-device').click();
      await page.locator('#refuse').click();
      await refused(oidc.pollDeviceAuthorizationGrant(device, refusedCodes), 'access_denied');
    });

    await test.step('12. the same by oauth4webapi, which trusts nothing', async () => {
      const as = await oauth.processDiscoveryResponse(
        issuer,
        await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...plain }),
      );
      const client: oauth.Client = { client_id: board.id, id_token_signed_response_alg: 'RS256' };
      const proof = oauth.ClientSecretBasic(secret!);
      const verifier = oauth.generateRandomCodeVerifier();
      const nonce = oauth.generateRandomNonce();
      const state = oauth.generateRandomState();
      const address = new URL(as.authorization_endpoint!);
      address.search = new URLSearchParams({
        client_id: client.client_id,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'openid profile email ect',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        nonce,
        state,
      }).toString();
      await page.goto(address.href);
      const parameters = oauth.validateAuthResponse(as, client, await callback.next(), state);
      const answer = await oauth.authorizationCodeGrantRequest(
        as,
        client,
        proof,
        parameters,
        redirectUri,
        verifier,
        plain,
      );
      const tokens = await oauth.processAuthorizationCodeResponse(as, client, answer, {
        expectedNonce: nonce,
        requireIdToken: true,
      });
      await oauth.validateApplicationLevelSignature(as, answer, plain);
      expect(oauth.getValidatedIdTokenClaims(tokens)!.sub).toBe(subject);

      // A service of others, which checks access tokens after RFC 9068.
      const request = new Request(`${stack.origin}/ectlog/nets`, {
        headers: { Authorization: `Bearer ${tokens.access_token}` },
      });
      const access = await oauth.validateJwtAccessToken(as, request, 'ectlog-service', plain);
      expect(access).toMatchObject({ sub: subject, client_id: board.id });

      const info = await oauth.processUserInfoResponse(
        as,
        client,
        subject,
        await oauth.userInfoRequest(as, client, tokens.access_token, plain),
      );
      expect(info.email).toBe(person.email);

      const renewed = await oauth.processRefreshTokenResponse(
        as,
        client,
        await oauth.refreshTokenGrantRequest(as, client, proof, tokens.refresh_token!, plain),
      );
      await oauth.processRevocationResponse(
        await oauth.revocationRequest(as, client, proof, renewed.refresh_token!, plain),
      );
      const wrong = await oauth.refreshTokenGrantRequest(
        as,
        client,
        oauth.ClientSecretPost(oauth.generateRandomState()),
        renewed.refresh_token!,
        plain,
      );
      await notBelieved(oauth.processRefreshTokenResponse(as, client, wrong));
    });

    await test.step('13. a client acts in its own name', async () => {
      const { client, secret: own } = await register(admin, {
        name: 'Nightly script',
        authentication: 'SECRET',
        grants: ['CLIENT_CREDENTIALS'],
        scopes: ['people:read'],
        audiences: ['auth-service'],
      });
      const script = await oidc.discovery(issuer, client.id, own, oidc.ClientSecretBasic(own), plainHttp);
      const tokens = await oidc.clientCredentialsGrant(script, { scope: 'people:read' });
      expect(tokens.expiresIn()).toBeGreaterThan(0);
      await refused(oidc.clientCredentialsGrant(script, { scope: 'people:mail' }), 'invalid_scope');
    });

    await test.step('14. a person sees whom he has let in, and shows them out', async () => {
      await page.goto(`${stack.origin}/security`);
      const one = page.locator('[data-consent="Server PS256"]');
      await expect(one).toContainText('know who you are');
      await one.getByRole('button', { name: /withdraw/i }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
      await expect(one).toHaveCount(0);
      await expect(page.locator('[data-consent="Weather board"]')).toBeVisible();
    });

    await test.step('15. the client signs its person out', async () => {
      const sent = await begin(page, config, redirectUri, { scope: 'openid' });
      const tokens = await oidc.authorizationCodeGrant(config, await callback.next(), sent.checks);
      const bad = oidc.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token!,
        post_logout_redirect_uri: `${callback.origin}/elsewhere`,
      });
      expect((await page.goto(bad.href))!.status()).toBe(400);

      const good = oidc.buildEndSessionUrl(config, {
        id_token_hint: tokens.id_token!,
        post_logout_redirect_uri: `${callback.origin}/bye`,
        state: 'of-the-board',
      });
      await page.goto(good.href);
      const bye = await callback.next();
      expect(bye.pathname).toBe('/bye');
      expect(bye.searchParams.get('state')).toBe('of-the-board');
      await refused(oidc.refreshTokenGrant(config, tokens.refresh_token!), 'invalid_grant');

      const silent = await begin(page, config, redirectUri, { scope: 'openid', prompt: 'none' });
      await expect(
        oidc.authorizationCodeGrant(config, await callback.next(), silent.checks),
      ).rejects.toMatchObject({ code: oauth.AUTHORIZATION_RESPONSE_ERROR, error: 'login_required' });
    });
  } catch (failure) {
    stack.keepLogs(test.info().outputPath('logs'));
    throw failure;
  } finally {
    await callback.close();
    await stack.remove();
  }
});

async function register(admin: Person, client: Record<string, unknown>): Promise<Registered> {
  await admin.refresh();
  const answer = await admin.post('/auth/admin/clients', client);
  expect(answer.status(), await answer.text()).toBe(201);
  return (await answer.json()) as Registered;
}

/** Sends the browser to the provider; returns what the answer must fit. */
async function begin(
  page: Page,
  config: oidc.Configuration,
  redirectUri: string,
  wanted: Record<string, string>,
): Promise<{ checks: oidc.AuthorizationCodeGrantChecks }> {
  const pkceCodeVerifier = oidc.randomPKCECodeVerifier();
  const expectedNonce = oidc.randomNonce();
  const expectedState = oidc.randomState();
  const address = oidc.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri,
    code_challenge: await oidc.calculatePKCECodeChallenge(pkceCodeVerifier),
    code_challenge_method: 'S256',
    nonce: expectedNonce,
    state: expectedState,
    ...wanted,
  });
  await page.goto(address.href);
  return { checks: { pkceCodeVerifier, expectedNonce, expectedState } };
}

async function refused(answer: Promise<unknown>, error: string): Promise<void> {
  await expect(answer).rejects.toMatchObject({ code: oauth.RESPONSE_BODY_ERROR, error });
}

/** The provider does not believe that the client is who it says. */
async function notBelieved(answer: Promise<unknown>): Promise<void> {
  await expect(answer).rejects.toMatchObject({ code: oauth.WWW_AUTHENTICATE_CHALLENGE, status: 401 });
}

function header(jwt: string): unknown {
  return JSON.parse(Buffer.from(jwt.split('.')[0]!, 'base64url').toString());
}

/** What ectlog-service shows itself by, as the local stack has made it. */
function serviceSecret(stack: Stack): string {
  const text = readFileSync(path.join(stack.data, 'secrets/secrets.properties'), 'utf8');
  return /^client\.ectlog=(.*)$/m.exec(text)![1]!.replaceAll('\\', '');
}
