import type { CheckIn } from '../api/model'
import type { NetEvent } from '../live/events'
import { netStatus, personLabel, stationStatus } from './words'

/** An entry of the journal in one sentence, without its time and actor. */
export function describe(event: NetEvent): string {
  switch (event.type) {
    case 'net.created':
      return 'Net created'
    case 'net.updated':
      return 'Settings changed'
    case 'net.status-changed':
      return `Net is now: ${netStatus[event.payload.after.status].label.toLowerCase()}`
    case 'role.granted':
      return `${personLabel(event.payload.after)} is now ${event.payload.after.role}`
    case 'role.revoked':
      return `${personLabel(event.payload.before)} is no longer ${event.payload.before.role}`
    case 'check-in.added': {
      const { callsign, recheckOf, location } = event.payload.after
      return `${callsign} ${recheckOf ? 'checked in again' : 'checked in'}${location ? ` from ${location}` : ''}`
    }
    case 'check-in.changed':
      return `${event.payload.after.callsign}: ${difference(event.payload.before ?? {}, event.payload.after)}`
    case 'check-in.deleted':
      return `Row ${event.payload.after.number}, ${event.payload.after.callsign}, deleted`
    case 'check-in.restored':
      return `Row ${event.payload.after.number}, ${event.payload.after.callsign}, restored`
    case 'chat.posted':
      return `${personLabel(event.payload.after.author)} wrote: ${event.payload.after.text}`
  }
  return 'Something this version does not know'
}

const names = {
  callsign: 'callsign',
  name: 'name',
  location: 'location',
  relayedBy: 'relayed by',
  notes: 'notes',
  weather: 'weather',
  power: 'power',
} as const

function difference(before: Partial<CheckIn>, after: CheckIn): string {
  const parts: string[] = []
  if (before.status !== after.status) parts.push(stationStatus[after.status].label.toLowerCase())
  for (const [field, label] of Object.entries(names) as [keyof typeof names, string][]) {
    if ((before[field] ?? null) !== after[field]) parts.push(`${label} ${after[field] ?? 'removed'}`)
  }
  return parts.length > 0 ? parts.join(', ') : 'changed'
}
