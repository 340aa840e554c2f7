import { describe, expect, it } from 'vitest'
import { playerKey } from './playerKey'

describe('playerKey', () => {
  it.each([
    ['ArrowLeft', { seek: -5 }],
    ['ArrowRight', { seek: 5 }],
    ['j', { seek: -15 }],
    ['l', { seek: 15 }],
    ['k', { switch: 'play' }],
    ['m', { switch: 'mute' }],
    ['3', { to: 0.3 }],
  ])('knows %s', (key, act) => {
    expect(playerKey(key)).toEqual(act)
  })

  it.each(['Tab', 'Enter', 'x', '10'])('leaves %s to the browser', (key) => {
    expect(playerKey(key)).toBeUndefined()
  })
})
