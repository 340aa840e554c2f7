import { describe, expect, it } from 'vitest'
import type { NetEvent } from '../live/events'
import { aCheckIn, added, aMessage, aNet, anna, ben } from '../live/testNet'
import { describe as inWords } from './describe'

const changed = (before: object, after: object): NetEvent => ({
  ...added(3),
  type: 'check-in.changed',
  payload: { before: { ...aCheckIn(), ...before }, after: aCheckIn(after) },
})

const of = (type: NetEvent['type'], payload: unknown) =>
  ({ sequence: 1, at: '2026-11-03T18:00:00Z', actor: anna, type, payload }) as NetEvent

describe('describe', () => {
  it.each<[NetEvent, string]>([
    [added(1), 'DL5CM checked in from Aachen'],
    [added(1, { recheckOf: 'row-0', location: null }), 'DL5CM checked in again'],
    [changed({}, { status: 'HAS_TRAFFIC' }), 'DL5CM: has traffic'],
    [changed({}, { name: null, notes: 'Late' }), 'DL5CM: name removed, notes Late'],
    [changed({}, {}), 'DL5CM: changed'],
    [of('check-in.deleted', { after: aCheckIn({ number: 4, deleted: true }) }), 'Row 4, DL5CM, deleted'],
    [of('net.status-changed', { after: aNet({ status: 'CLOSED' }) }), 'Net is now: closed'],
    [of('role.granted', { after: { ...ben, role: 'LOGGER' } }), 'K7BEN (Ben) is now LOGGER'],
    [of('role.revoked', { before: { ...ben, role: 'LOGGER' } }), 'K7BEN (Ben) is no longer LOGGER'],
    [of('chat.posted', { after: aMessage() }), 'K7BEN (Ben) wrote: Hello'],
  ])('says %#: %s', (event, text) => {
    expect(inWords(event)).toBe(text)
  })
})
