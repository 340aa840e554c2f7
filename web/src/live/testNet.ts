import type { ChatMessage, CheckIn, Net, Person } from '../api/model'
import type { CheckInEvent } from './events'

/** Builders with sensible values for tests. */
export const anna: Person = { userId: 'user-anna', name: 'Anna', callsign: 'W1AW' }
export const ben: Person = { userId: 'user-ben', name: 'Ben', callsign: 'K7BEN' }

export function aNet(change: Partial<Net> = {}): Net {
  return {
    id: 'net-1',
    version: 1,
    name: 'Tuesday net',
    description: null,
    status: 'ACTIVE',
    scheduledStart: null,
    zone: null,
    startedAt: '2026-11-03T18:00:00Z',
    closedAt: null,
    selfCheckIn: true,
    frequencies: [],
    owner: anna,
    roles: [{ ...anna, role: 'NCS' }],
    counts: { stations: 0, live: 0, rechecks: 0 },
    sequence: 2,
    me: { roles: ['NCS'], canManage: true, canLog: true, canCheckIn: true, canChat: true, subscribed: true },
    ...change,
  }
}

export function aCheckIn(change: Partial<CheckIn> = {}): CheckIn {
  const callsign = change.callsign ?? 'DL5CM'
  return {
    id: `row-${change.number ?? 1}`,
    version: 1,
    netId: 'net-1',
    number: 1,
    callsign,
    base: callsign,
    prefix: null,
    suffix: null,
    tactical: false,
    name: 'Carla',
    location: 'Aachen',
    status: 'CHECKED_IN',
    frequencyId: null,
    relayedBy: null,
    notes: null,
    weather: null,
    power: null,
    customFields: {},
    recheckOf: null,
    userId: null,
    loggedBy: anna,
    checkedInAt: '2026-11-03T18:05:00Z',
    checkedOutAt: null,
    deleted: false,
    ...change,
  }
}

export function aMessage(change: Partial<ChatMessage> = {}): ChatMessage {
  return { id: 'message-1', author: ben, text: 'Hello', at: '2026-11-03T18:06:00Z', ...change }
}

export function added(sequence: number, change: Partial<CheckIn> = {}): CheckInEvent {
  return {
    sequence,
    type: 'check-in.added',
    at: '2026-11-03T18:05:00Z',
    actor: anna,
    payload: { after: aCheckIn({ number: sequence, id: `row-${sequence}`, ...change }) },
  }
}
