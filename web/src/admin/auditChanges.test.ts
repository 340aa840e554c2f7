import { expect, test } from 'vitest'
import { changesOf } from './auditChanges'

test('shows only what differs', () => {
  expect(
    changesOf({ role: 'USER', name: 'Ann', version: 1 }, { role: 'NCS', name: 'Ann', version: 2 }),
  ).toEqual([
    { name: 'role', before: 'USER', after: 'NCS' },
    { name: 'version', before: '1', after: '2' },
  ])
})

test('shows all that is said of something new or gone', () => {
  expect(changesOf(null, { name: 'Bot', scopes: ['a', 'b'], note: null })).toEqual([
    { name: 'name', before: undefined, after: 'Bot' },
    { name: 'scopes', before: undefined, after: '["a","b"]' },
  ])
  expect(changesOf({ name: 'Bot' }, null)).toEqual([{ name: 'name', before: 'Bot', after: undefined }])
})

test('takes what is no object as a whole', () => {
  expect(changesOf('old', 7)).toEqual([{ name: '', before: 'old', after: '7' }])
  expect(changesOf(null, null)).toEqual([])
})
