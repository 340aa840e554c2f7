import { describe, expect, it } from 'vitest'
import { expiry, scopeWords } from './keyWords'

describe('expiry', () => {
  const now = new Date('2026-03-12T12:00:00Z')

  it.each([
    ['2026-03-12T12:00:00Z', true, false],
    ['2026-03-12T12:00:01Z', false, true],
    ['2026-03-26T11:59:59Z', false, true],
    ['2026-03-26T12:00:00Z', false, false],
  ])('of a key that ends at %s', (at, dead, soon) => {
    expect(expiry(at, now)).toEqual({ dead, soon })
  })
})

describe('scopeWords', () => {
  it('leaves a scope it does not know as it is', () => {
    expect(scopeWords('ectlog:read')).toBe('Read nets and their logs')
    expect(scopeWords('radio:key')).toBe('radio:key')
  })
})
