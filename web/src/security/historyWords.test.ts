import { expect, test } from 'vitest'
import { wordsOf } from './historyWords'

test('calls actions by plain words', () => {
  expect(wordsOf('session.opened')).toBe('Signed in')
})

test('reads an action without words as it is', () => {
  expect(wordsOf('passkey.sign-count_odd')).toBe('Passkey sign count odd')
})
