import { expect, test } from 'vitest'
import type { SigningKey } from './api'
import { fate } from './keyFate'

const key: SigningKey = {
  kid: 'k',
  algorithm: 'ES256',
  state: 'NEXT',
  publishedAt: '2026-03-01T12:00:00Z',
  activeAt: null,
  retiringAt: null,
  goneAt: null,
  revoked: false,
  changesAt: 'noon',
}
const plain = (at: string) => at

test('says of each state what follows', () => {
  expect(fate(key, plain)).toBe('Published; signs from noon on')
  expect(fate({ ...key, state: 'ACTIVE' }, plain)).toBe('Signs until noon or a little later')
  expect(fate({ ...key, state: 'RETIRING' }, plain)).toBe('Signs no more; published until noon')
})

test('tells a key that was erased in its time from one that was withdrawn', () => {
  const gone: SigningKey = { ...key, state: 'GONE', changesAt: null, goneAt: 'one' }
  expect(fate(gone, plain)).toBe('Erased one')
  expect(fate({ ...gone, revoked: true }, plain)).toBe('Withdrawn one')
})
