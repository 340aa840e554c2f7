import type { PasskeyInvitation } from './api'

/** What an authenticator has made, in base64url. */
export interface MadePasskey {
  clientData: string
  attestation: string
}

/** Whether this browser knows passkeys. */
export function canMakePasskeys(): boolean {
  return typeof PublicKeyCredential !== 'undefined'
}

/** Has an authenticator make a passkey; it, or the browser, asks the person. */
export async function makePasskey(invitation: PasskeyInvitation): Promise<MadePasskey> {
  const credential = await navigator.credentials.create({ publicKey: creationOptions(invitation) })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('No passkey was made')
  const response = credential.response as AuthenticatorAttestationResponse
  return { clientData: text(response.clientDataJSON), attestation: text(response.attestationObject) }
}

/** WebAuthn Level 3, section 5.4. */
export function creationOptions(invitation: PasskeyInvitation): PublicKeyCredentialCreationOptions {
  return {
    challenge: bytes(invitation.challenge),
    rp: { id: invitation.relyingPartyId, name: invitation.relyingPartyName },
    user: {
      id: bytes(invitation.userHandle),
      name: invitation.userName,
      displayName: invitation.userDisplayName,
    },
    pubKeyCredParams: invitation.algorithms.map((alg) => ({ type: 'public-key', alg })),
    excludeCredentials: invitation.known.map((id) => ({ type: 'public-key', id: bytes(id) })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: invitation.userVerification as UserVerificationRequirement,
    },
    attestation: 'none',
  }
}

/** What to say when no passkey was made. */
export function refusal(error: unknown): string {
  const name = error instanceof DOMException ? error.name : ''
  if (name === 'InvalidStateError') return 'This device has a passkey of your account already.'
  if (name === 'NotSupportedError') return 'This device cannot make a passkey that the suite takes.'
  return 'No passkey was made. Try again when you are ready.'
}

export function bytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (digit) => digit.charCodeAt(0))
}

export function text(buffer: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')
}
