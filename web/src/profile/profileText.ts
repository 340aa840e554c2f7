import type { Location } from './api'

export type Position = Pick<Location, 'grid' | 'latitude' | 'longitude'>

const nowhere: Position = { grid: null, latitude: null, longitude: null }
const locator = /^[A-R]{2}\d{2}(?:[A-X]{2}(?:\d{2}(?:[A-X]{2})?)?)?$/i
const degrees = /^([+-]?\d{1,2}(?:\.\d{1,15})?)(?:\s*[,;]\s*|\s+)([+-]?\d{1,3}(?:\.\d{1,15})?)$/

/** Calls in one line, separated by blanks or commas. */
export function callsOf(typed: string): string[] {
  return typed
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((call) => call !== '')
}

/** What is wrong with earlier calls beside today's; undefined if nothing is. */
export function callsFault(calls: string[], own: string): string | undefined {
  if (calls.length > 10) return 'Ten at most.'
  const odd = calls.find((call) => !/^[A-Z0-9/]{3,20}$/.test(call))
  if (odd !== undefined) return `${odd} is no callsign.`
  if (own !== '' && calls.includes(own)) return `${own} is your callsign of today.`
  const twice = calls.find((call, index) => calls.indexOf(call) !== index)
  return twice === undefined ? undefined : `${twice} stands there twice.`
}

/** A locator (FN31pr) or degrees north and east (41.7148, -72.7273); undefined if it is neither. */
export function positionOf(typed: string): Position | undefined {
  const text = typed.trim()
  if (text === '') return nowhere
  if (locator.test(text)) return { ...nowhere, grid: text }
  const [, north, east] = degrees.exec(text) ?? []
  if (north === undefined || east === undefined) return undefined
  const [latitude, longitude] = [Number(north), Number(east)]
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
    ? { ...nowhere, latitude, longitude }
    : undefined
}

/** The other way round. */
export function positionText(position: Position | null): string {
  if (!position) return ''
  if (position.grid !== null) return position.grid
  return position.latitude === null || position.longitude === null
    ? ''
    : `${position.latitude}, ${position.longitude}`
}
