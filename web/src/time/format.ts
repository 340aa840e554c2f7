/** Dates and times as a person reads them: in a zone and language of theirs, always with the zone told. */
export interface Reading {
  zone: string
  locale: string
}

const cache = new Map<string, Intl.DateTimeFormat>()

function formatter({ zone, locale }: Reading, shape: Intl.DateTimeFormatOptions) {
  const key = `${zone} ${locale} ${JSON.stringify(shape)}`
  let found = cache.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(locale, { ...shape, timeZone: zone })
    cache.set(key, found)
  }
  return found
}

/** `19:04:31`, on a 24-hour clock as radio logs are kept. */
export function clock(at: string | Date, reading: Reading, seconds = true): string {
  const shape: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
  return formatter(reading, seconds ? { ...shape, second: '2-digit' } : shape).format(new Date(at))
}

/** `Tue, 3 Nov 2026`. */
export function day(at: string | Date, reading: Reading): string {
  return formatter(reading, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }).format(
    new Date(at),
  )
}

/** `Tue, 3 Nov 2026, 19:04 CET`. */
export function dayAndClock(at: string | Date, reading: Reading): string {
  return formatter(reading, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(new Date(at))
}

/** The zone's own short name at that moment: `CET`, `UTC`, `GMT-3`. */
export function zoneName(at: string | Date, reading: Reading): string {
  const parts = formatter(reading, { timeZoneName: 'short' }).formatToParts(new Date(at))
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? reading.zone
}

/** `1:04:09` or `04:09`; never negative, since two clocks differ. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return hours > 0 ? `${hours}:${rest}` : rest
}

/** `in 3 hours`, `2 days ago`. */
export function relative(at: string | Date, now: Date, locale: string): string {
  const seconds = (new Date(at).getTime() - now.getTime()) / 1000
  const units: [Intl.RelativeTimeFormatUnit, number][] = [
    ['year', 31_556_952],
    ['month', 2_629_746],
    ['week', 604_800],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ]
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.round(seconds / size), unit)
  }
  return format.format(0, 'minute')
}

/** A wall-clock time in a zone (`2026-11-03T19:00`) as an instant. In a gap of the clock it lies after the gap. */
export function instantOf(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}:00Z`)
  // The offset at the answer decides; two rounds settle every case but the hour that does not exist.
  let instant = asUtc - offset(asUtc, zone)
  instant = asUtc - offset(instant, zone)
  return new Date(instant).toISOString().replace('.000Z', 'Z')
}

/** An instant as the wall clock of a zone shows it, in the form of a `datetime-local` input. */
export function wallClock(at: string | Date, zone: string): string {
  const instant = new Date(at).getTime()
  return new Date(instant + offset(instant, zone)).toISOString().slice(0, 16)
}

function offset(instant: number, zone: string): number {
  const parts = formatter(
    { zone, locale: 'en-US' },
    {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    },
  ).formatToParts(new Date(instant))
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(instant / 1000) * 1000
}

/** All IANA zones the browser knows, by region. */
export function zonesByRegion(): [string, string[]][] {
  const regions = new Map<string, string[]>([['UTC', ['UTC']]])
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    if (zone === 'UTC') continue
    const region = zone.includes('/') ? zone.slice(0, zone.indexOf('/')) : 'Other'
    regions.set(region, [...(regions.get(region) ?? []), zone])
  }
  return [...regions]
}

export function browserZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone
}

export function duration(seconds: number): string {
  return elapsed(seconds * 1000)
}

export function bytes(size: number): string {
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  let value = size
  let unit = 0
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000
    unit++
  }
  return `${value.toFixed(value < 10 && unit > 0 ? 1 : 0)} ${units[unit] ?? ''}`
}
