import { describe, expect, it } from 'vitest'
import { callsFault, callsOf, positionOf, positionText } from './profileText'

const nowhere = { grid: null, latitude: null, longitude: null }

describe('earlier callsigns', () => {
  it('are read from one line, however they are separated', () => {
    expect(callsOf(' kb1old, WN1ZZZ;dl/w1aw  k1a ')).toEqual(['KB1OLD', 'WN1ZZZ', 'DL/W1AW', 'K1A'])
    expect(callsOf('  ')).toEqual([])
  })

  it.each([
    [['W1-AW'], 'W1-AW is no callsign.'],
    [['AB'], 'AB is no callsign.'],
    [['K1A', 'K1A'], 'K1A stands there twice.'],
    [['W1AW'], 'W1AW is your callsign of today.'],
    [Array.from({ length: 11 }, (_, index) => `K1A${index}`), 'Ten at most.'],
  ])('refuses %j', (calls, fault) => {
    expect(callsFault(calls, 'W1AW')).toBe(fault)
  })

  it('finds no fault with good ones', () => {
    expect(callsFault(['KB1OLD', 'WN1ZZZ'], 'W1AW')).toBeUndefined()
    expect(callsFault([], '')).toBeUndefined()
  })
})

describe('a position', () => {
  it.each(['FN31', 'fn31pr', 'JO62QM43', 'JO62qm43xx'])('is the locator %s', (text) => {
    expect(positionOf(` ${text} `)).toEqual({ ...nowhere, grid: text })
  })

  it.each([
    ['41.7148, -72.7273', 41.7148, -72.7273],
    ['-33.8568 151.2153', -33.8568, 151.2153],
    ['+90;-180', 90, -180],
  ])('is degrees in %s', (text, latitude, longitude) => {
    expect(positionOf(text)).toEqual({ ...nowhere, latitude, longitude })
  })

  it.each(['FN3', 'ZZ99', '91, 0', '0, 181', '41.7148', '41,7148, -72,7273', 'here', '1e3, 4'])(
    'is not in %s',
    (text) => {
      expect(positionOf(text)).toBeUndefined()
    },
  )

  it('may be left out', () => {
    expect(positionOf('  ')).toEqual(nowhere)
  })

  it('is written as it is read', () => {
    for (const text of ['FN31pr', '41.7148, -72.7273']) {
      expect(positionText(positionOf(text) ?? null)).toBe(text)
    }
    expect(positionText(null)).toBe('')
    expect(positionText(nowhere)).toBe('')
  })
})
