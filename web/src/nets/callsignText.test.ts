import { describe, expect, it } from 'vitest'
import { complete, isCallsignText, readCallsign } from './callsignText'

describe('readCallsign', () => {
  it.each([
    [' dl5cm ', 'DL5CM'],
    ['ve3/w1aw/p', 'VE3/W1AW/P'],
    ['smØeve', 'SM0EVE'],
  ])('reads %j as %s', (typed, callsign) => {
    expect(readCallsign(typed)).toBe(callsign)
  })
})

describe('isCallsignText', () => {
  it.each(['W1AW', 'VE3/W1AW/P', 'AID3', 'A'.repeat(20)])('takes %s', (callsign) => {
    expect(isCallsignText(callsign)).toBe(true)
  })

  it.each(['', 'W1 AW', 'W1AW-7', 'Ä1X', 'A'.repeat(21)])('refuses %j', (callsign) => {
    expect(isCallsignText(callsign)).toBe(false)
  })
})

describe('complete', () => {
  it('fills in what is known but leaves what was typed', () => {
    const typed = { callsign: 'DL5CM', name: 'Carla M.', location: ' ' }

    expect(complete(typed, { name: 'Carla', location: 'Aachen' })).toEqual({
      callsign: 'DL5CM',
      name: 'Carla M.',
      location: 'Aachen',
    })
  })
})
