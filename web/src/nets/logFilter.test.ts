import { describe, expect, it } from 'vitest'
import { aCheckIn } from '../live/testNet'
import { matches } from './logFilter'

const row = aCheckIn({ number: 7, notes: 'Needs blankets', status: 'HAS_TRAFFIC' })

describe('matches', () => {
  it('finds each word in any text of the row', () => {
    expect(matches(row, 'aachen 5cm', 'all')).toBe(true)
    expect(matches(row, 'BLANKETS', 'all')).toBe(true)
    expect(matches(row, '#7', 'all')).toBe(true)
    expect(matches(row, 'aachen bonn', 'all')).toBe(false)
  })

  it('shows rows by their status', () => {
    const out = aCheckIn({ status: 'CHECKED_OUT' })
    expect(matches(row, '', 'traffic')).toBe(true)
    expect(matches(row, '', 'out')).toBe(false)
    expect(matches(out, '', 'live')).toBe(false)
    expect(matches(out, '', 'out')).toBe(true)
    expect(matches(out, '', 'all')).toBe(true)
  })
})
