import { describe, expect, it } from 'vitest'
import type { NetEvent } from './events'
import {
  apply,
  count,
  emptyState,
  liveRow,
  rows,
  withAnswer,
  withChat,
  withCheckIns,
  withEvents,
} from './netState'
import { aCheckIn, added, aMessage, aNet, anna, ben } from './testNet'

const changed = (sequence: number, after: ReturnType<typeof aCheckIn>): NetEvent => ({
  sequence,
  type: 'check-in.changed',
  at: '2026-11-03T18:10:00Z',
  actor: ben,
  payload: { before: aCheckIn(), after },
})

describe('apply', () => {
  it('adds a check-in once, however often its event comes', () => {
    const event = added(3)

    const state = [event, event, event].reduce(apply, emptyState(aNet()))

    expect(rows(state)).toHaveLength(1)
    expect(state.events).toHaveLength(1)
  })

  it('keeps the newer version whatever the order', () => {
    const second = aCheckIn({ version: 2, status: 'HAS_TRAFFIC' })
    const third = aCheckIn({ version: 3, status: 'AWAY' })
    const loadedLater = withCheckIns(emptyState(aNet()), [third])

    const state = apply(loadedLater, changed(4, second))

    expect(rows(state)[0]).toMatchObject({ version: 3, status: 'AWAY' })
  })

  it('takes a deleted row out and puts a restored one back under its number', () => {
    const start = withCheckIns(emptyState(aNet()), [
      aCheckIn({ number: 1 }),
      aCheckIn({ number: 2, callsign: 'OK1DN' }),
    ])

    const gone = apply(start, {
      ...added(5),
      type: 'check-in.deleted',
      payload: { after: aCheckIn({ version: 2, deleted: true }) },
    })
    const back = apply(gone, {
      ...added(6),
      type: 'check-in.restored',
      payload: { after: aCheckIn({ version: 3 }) },
    })

    expect(rows(gone).map(({ number }) => number)).toEqual([2])
    expect(rows(back).map(({ number }) => number)).toEqual([1, 2])
  })

  it('takes the new state of the net but leaves what the caller may do', () => {
    const me = { ...aNet().me, canManage: false }
    const start = emptyState(aNet({ me }))

    const state = apply(start, {
      sequence: 3,
      type: 'net.status-changed',
      at: '2026-11-03T19:00:00Z',
      actor: anna,
      payload: { after: { ...aNet(), version: 2, status: 'CLOSED', closedAt: '2026-11-03T19:00:00Z' } },
    })

    expect(state.net).toMatchObject({ status: 'CLOSED', version: 2, me: { canManage: false } })
  })

  it('gives, replaces and takes away roles', () => {
    const grant = (sequence: number, role: 'LOGGER' | 'NCS'): NetEvent => ({
      sequence,
      type: 'role.granted',
      at: '2026-11-03T18:10:00Z',
      actor: anna,
      payload: { after: { ...ben, role } },
    })

    const logger = apply(emptyState(aNet()), grant(3, 'LOGGER'))
    const control = apply(logger, grant(4, 'NCS'))
    const none = apply(control, {
      sequence: 5,
      type: 'role.revoked',
      at: '2026-11-03T18:11:00Z',
      actor: anna,
      payload: { before: { ...ben, role: 'NCS' } },
    })

    const roleOfBen = (state: typeof logger) =>
      state.net.roles.find(({ userId }) => userId === ben.userId)?.role
    expect(roleOfBen(logger)).toBe('LOGGER')
    expect(roleOfBen(control)).toBe('NCS')
    expect(control.net.roles).toHaveLength(2)
    expect(roleOfBen(none)).toBeUndefined()
  })

  it('passes over what a newer server may tell of', () => {
    const unknown = { ...added(3), type: 'traffic.passed' } as unknown as NetEvent
    const before = emptyState(aNet())

    const state = apply(before, unknown)

    expect({ ...state, events: [] }).toEqual(before)
  })

  it('changes nothing in place', () => {
    const before = emptyState(aNet())
    Object.freeze(before)
    Object.freeze(before.net)

    apply(before, added(3))

    expect(before.checkIns.size).toBe(0)
  })
})

describe('withAnswer', () => {
  it('takes what the caller may do even if the net itself is not newer', () => {
    const start = emptyState(aNet({ version: 5, name: 'New name' }))
    const answer = aNet({ version: 4, name: 'Old name', me: { ...aNet().me, canLog: false } })

    const state = withAnswer(start, answer)

    expect(state.net.name).toBe('New name')
    expect(state.net.me.canLog).toBe(false)
  })
})

describe('withChat', () => {
  it('keeps lines in order of time, each once, whether they came live or by page', () => {
    const first = aMessage({ id: 'a', at: '2026-11-03T18:01:00.5Z' })
    const second = aMessage({ id: 'b', at: '2026-11-03T18:01:00.75Z' })
    const third = aMessage({ id: 'c', at: '2026-11-03T18:02:00Z' })

    const state = [[third], [second, third], [first, second]].reduce(withChat, emptyState(aNet()))

    expect(state.chat.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('withEvents', () => {
  it('puts an older part of the journal before what is known', () => {
    const state = withEvents(apply(emptyState(aNet()), added(9)), [added(7), added(8)])

    expect(state.events.map(({ sequence }) => sequence)).toEqual([7, 8, 9])
  })
})

describe('liveRow and count', () => {
  const state = withCheckIns(emptyState(aNet()), [
    aCheckIn({ number: 1, id: 'a', callsign: 'DL5CM', status: 'CHECKED_OUT' }),
    aCheckIn({ number: 2, id: 'b', callsign: 'DL5CM', recheckOf: 'a', status: 'HAS_TRAFFIC' }),
    aCheckIn({ number: 3, id: 'c', callsign: 'OK1DN', status: 'CHECKED_OUT' }),
    aCheckIn({ number: 4, id: 'd', callsign: 'W1AW/P', base: 'W1AW' }),
    aCheckIn({ number: 5, id: 'e', callsign: 'SM0EVE', deleted: true }),
  ])

  it('finds the row of a station that is on the net', () => {
    expect(liveRow(state, 'DL5CM')?.number).toBe(2)
    expect(liveRow(state, 'OK1DN')).toBeUndefined()
    expect(liveRow(state, 'SM0EVE')).toBeUndefined()
  })

  it('counts stations, live rows, re-checks and traffic', () => {
    expect(count(rows(state))).toEqual({ stations: 3, live: 2, rechecks: 1, traffic: 1 })
  })
})
