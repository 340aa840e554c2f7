import { createHmac } from 'node:crypto';
import { type BrowserContext, type CDPSession, type Page } from '@playwright/test';

/** A security key that the browser believes to be built in. */
export class SecurityKey {
  private constructor(
    private readonly cdp: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async in(context: BrowserContext, page: Page): Promise<SecurityKey> {
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return new SecurityKey(cdp, authenticatorId);
  }

  /** Whether the person shows a finger or a face; without, the browser says what it says after "Cancel". */
  async recognises(isUserVerified: boolean): Promise<void> {
    await this.cdp.send('WebAuthn.setUserVerified', {
      authenticatorId: this.authenticatorId,
      isUserVerified,
    });
  }

  /** From now on it signs that it did not look who holds it, or signs with another key, or neither. */
  async misbehaves(how: { isBadUV?: boolean; isBogusSignature?: boolean }): Promise<void> {
    await this.cdp.send('WebAuthn.setResponseOverrideBits', {
      authenticatorId: this.authenticatorId,
      isBadUV: false,
      isBogusSignature: false,
      ...how,
    });
  }
}

/** What an authenticator with this secret shows now, or so many half minutes later (RFC 6238). */
export function totp(secret: string, later = 0): string {
  let bits = '';
  for (const digit of secret)
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(digit).toString(2).padStart(5, '0');
  const key = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const hash = createHmac('sha1', key).update(step).digest();
  const number = hash.readUInt32BE(hash[19]! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}
