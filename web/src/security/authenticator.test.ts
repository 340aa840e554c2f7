import { describe, expect, it } from 'vitest'
import { bytes, creationOptions, refusal, text } from './authenticator'

const invitation = {
  ticket: 'T',
  challenge: '-_8AAQ',
  relyingPartyId: 'ect.example.org',
  relyingPartyName: 'ECT Suite',
  userHandle: 'AQI',
  userName: 'ann@example.org',
  userDisplayName: 'Ann',
  algorithms: [-7, -257],
  known: ['AwQ'],
  userVerification: 'required',
}

describe('base64url', () => {
  it('reads what it has written, with the digits that only it has', () => {
    const all = Uint8Array.from({ length: 256 }, (_, i) => i)

    expect([...bytes(text(all.buffer))]).toEqual([...all])
    expect(text(Uint8Array.of(0xfb, 0xff).buffer)).toBe('-_8')
  })
})

describe('creationOptions', () => {
  it('asks for a passkey that says itself whose it is, and for no statement about its make', () => {
    const options = creationOptions(invitation)

    expect([...new Uint8Array(options.challenge as ArrayBuffer)]).toEqual([0xfb, 0xff, 0, 1])
    expect(options.rp).toEqual({ id: 'ect.example.org', name: 'ECT Suite' })
    expect([...(options.user.id as Uint8Array)]).toEqual([1, 2])
    expect(options.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-7, -257])
    expect(options.excludeCredentials?.map(({ id }) => [...(id as Uint8Array)])).toEqual([[3, 4]])
    expect(options.authenticatorSelection).toMatchObject({
      residentKey: 'required',
      userVerification: 'required',
    })
    expect(options.attestation).toBe('none')
  })
})

describe('refusal', () => {
  it('tells a device that has one already from somebody who changed his mind', () => {
    expect(refusal(new DOMException('', 'InvalidStateError'))).toMatch(/already/)
    expect(refusal(new DOMException('', 'NotAllowedError'))).toMatch(/Try again/)
  })
})
