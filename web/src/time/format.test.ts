import { describe, expect, it } from 'vitest'
import { bytes, clock, day, dayAndClock, elapsed, instantOf, relative, wallClock, zoneName } from './format'

const berlin = { zone: 'Europe/Berlin', locale: 'en-GB' }

describe('clock and day', () => {
  it('reads an instant in a zone, on a 24-hour clock even where people use 12', () => {
    expect(clock('2026-07-01T22:30:05Z', berlin)).toBe('00:30:05')
    expect(clock('2026-07-01T22:30:05Z', { zone: 'America/New_York', locale: 'en-US' }, false)).toBe('18:30')
    expect(clock('2026-07-02T00:00:00Z', { zone: 'UTC', locale: 'en-US' }, false)).toBe('00:00')
    expect(day('2026-07-01T22:30:05Z', berlin)).toBe('Thu, 2 Jul 2026')
  })

  it('tells the zone with each date', () => {
    expect(dayAndClock('2026-01-01T12:00:00Z', berlin)).toContain('13:00 CET')
    expect(dayAndClock('2026-07-01T12:00:00Z', berlin)).toContain('14:00 CEST')
    expect(zoneName('2026-07-01T12:00:00Z', { zone: 'UTC', locale: 'en' })).toBe('UTC')
  })
})

describe('elapsed', () => {
  it.each([
    [-5_000, '00:00'],
    [59_999, '00:59'],
    [3_599_000, '59:59'],
    [3_600_000, '1:00:00'],
    [90_061_000, '25:01:01'],
  ])('writes %d ms as %s', (milliseconds, text) => {
    expect(elapsed(milliseconds)).toBe(text)
  })
})

describe('relative', () => {
  const now = new Date('2026-11-03T12:00:00Z')
  it.each([
    ['2026-11-03T15:00:00Z', 'in 3 hours'],
    ['2026-11-01T12:00:00Z', '2 days ago'],
    ['2026-11-03T11:59:40Z', 'this minute'],
  ])('says %s as %s', (at, text) => {
    expect(relative(at, now, 'en')).toBe(text)
  })
})

describe('instantOf', () => {
  it.each([
    ['2026-11-03T19:00', 'Europe/Berlin', '2026-11-03T18:00:00Z'],
    ['2026-07-03T19:00', 'Europe/Berlin', '2026-07-03T17:00:00Z'],
    ['2026-11-03T19:00', 'UTC', '2026-11-03T19:00:00Z'],
    ['2026-11-03T19:00', 'Asia/Kolkata', '2026-11-03T13:30:00Z'],
    // On the day the clock goes forward, before and after the gap.
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    // 02:30 does not exist that night.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
    // Far from Greenwich, across the date line.
    ['2026-11-03T19:00', 'Pacific/Auckland', '2026-11-03T06:00:00Z'],
    ['2026-03-08T01:30', 'America/New_York', '2026-03-08T06:30:00Z'],
  ])('reads %s in %s as %s', (local, zone, instant) => {
    expect(instantOf(local, zone)).toBe(instant)
  })

  it('is undone by wallClock', () => {
    for (const zone of ['Europe/Berlin', 'America/St_Johns', 'Asia/Tokyo', 'UTC']) {
      expect(wallClock(instantOf('2026-10-24T18:45', zone), zone)).toBe('2026-10-24T18:45')
    }
  })
})

describe('bytes', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_500, '1.5 kB'],
    [48_123_456, '48 MB'],
    [2_000_000_000_000, '2.0 TB'],
  ])('writes %d as %s', (size, text) => {
    expect(bytes(size)).toBe(text)
  })
})
