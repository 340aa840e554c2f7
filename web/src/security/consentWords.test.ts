import { describe, expect, test } from 'vitest'
import { consentWords } from './consentWords'

describe('what an application may do', () => {
  test('is said in one order, whatever the order of the scopes', () => {
    expect(consentWords(['email', 'openid'])).toBe('know who you are and see your e-mail address')
    expect(consentWords(['openid', 'profile', 'email'])).toBe(
      'know who you are, see your name, callsign, time zone and language and see your e-mail address',
    )
  })

  test('hides nothing that has no words', () => {
    expect(consentWords(['future', 'openid'])).toBe('know who you are and future')
    expect(consentWords([])).toBe('do nothing')
  })
})
