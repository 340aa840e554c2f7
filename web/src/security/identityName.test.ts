import { describe, expect, it } from 'vitest'
import { identityName } from './identityName'

describe('the name of an account elsewhere', () => {
  it('tells two accounts at one provider apart', () => {
    expect(identityName({ providerName: 'Google', label: 'ann@example.org' })).toBe(
      'Google (ann@example.org)',
    )
  })

  it('is the provider’s alone when nothing else is known', () => {
    expect(identityName({ providerName: 'Microsoft', label: '' })).toBe('Microsoft')
  })
})
