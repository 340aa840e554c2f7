// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckIn, Net } from '../api/model'
import { ApiProblem } from '../api/problem'
import { emptyState, rows, withCheckIns } from '../live/netState'
import { aCheckIn, aNet, ben } from '../live/testNet'
import type { Me } from '../profile/api'
import { Log } from './Log'
import type { NetFile, Outgoing } from './NetFile'
import type { CheckInDraft } from './api'
import { annaMe, renderPart } from './testPage'
import { UndoList } from './undo'

// What is tested here never calls a service.
vi.mock('./api', () => ({}))

const three = [
  aCheckIn({ number: 1, callsign: 'DL5CM' }),
  aCheckIn({ number: 2, callsign: 'OK1DN', name: 'Dimitri', location: 'Praha', userId: 'user-dimitri' }),
  aCheckIn({ number: 3, callsign: 'K7BEN', userId: ben.userId, status: 'HAS_TRAFFIC' }),
]

function setUp({
  net = {},
  me = annaMe,
  outgoing = [],
  log = three,
  shortcuts = true,
}: {
  net?: Partial<Net>
  me?: Me
  outgoing?: Outgoing<CheckInDraft>[]
  log?: CheckIn[]
  shortcuts?: boolean
} = {}) {
  const state = withCheckIns(emptyState(aNet(net)), log)
  const file = {
    view: { state },
    change: vi.fn((row: CheckIn) => Promise.resolve(row)),
    remove: vi.fn(() => Promise.resolve()),
    restore: vi.fn(() => Promise.resolve()),
  }
  renderPart(
    <Log
      file={file as unknown as NetFile}
      state={state}
      log={rows(state)}
      outgoing={outgoing}
      me={me}
      undo={new UndoList()}
      searchRef={createRef<HTMLInputElement>()}
      shortcuts={shortcuts}
    />,
    me,
  )
  return { file, user: userEvent.setup() }
}

const row = (callsign: string) => {
  const found = document.querySelector<HTMLElement>(`tr[data-callsign="${callsign}"]`)
  if (!found) throw new Error(`No row of ${callsign}`)
  return found
}
const shown = () =>
  [...document.querySelectorAll<HTMLElement>('tbody tr')].map(({ dataset }) => dataset.callsign)

describe('Log', () => {
  beforeEach(() => localStorage.clear())

  it('shows the newest row first under the number it will always have', () => {
    setUp()

    expect(shown()).toEqual(['K7BEN', 'OK1DN', 'DL5CM'])
    expect(within(row('OK1DN')).getAllByRole('gridcell')[0]?.textContent).toBe('2')
  })

  it('moves from row to row with the arrow keys; one row at a time is a tab stop', async () => {
    const { user } = setUp()
    row('K7BEN').focus()

    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toBe(row('DL5CM'))
    await user.keyboard('{Home}')

    expect(document.activeElement).toBe(row('K7BEN'))
    expect([...document.querySelectorAll('tbody tr[tabindex="0"]')]).toEqual([row('K7BEN')])
  })

  it.each([
    ['t', 'HAS_TRAFFIC'],
    ['l', 'LISTENING'],
    ['m', 'MOBILE'],
    ['a', 'AWAY'],
    ['r', 'RELAY'],
    ['n', 'ANNOUNCEMENTS'],
    ['o', 'CHECKED_OUT'],
  ])('sets the status of the row by %s', async (key, status) => {
    const { user, file } = setUp()
    row('DL5CM').focus()

    await user.keyboard(key)

    expect(file.change).toHaveBeenCalledWith(three[0], { status })
  })

  it('sets a status again if somebody else changed the row at the same moment', async () => {
    const { user, file } = setUp()
    file.change.mockRejectedValueOnce(new ApiProblem({ code: 'stale-version', status: 412 }))
    row('DL5CM').focus()

    await user.keyboard('t')

    await vi.waitFor(() => expect(file.change).toHaveBeenCalledTimes(2))
  })

  it('leaves letters alone when single-letter keys are switched off', async () => {
    const { user, file } = setUp({ shortcuts: false })
    row('DL5CM').focus()

    await user.keyboard('t')

    expect(file.change).not.toHaveBeenCalled()
  })

  it('deletes the row with Del and goes on to the next', async () => {
    const { user, file } = setUp()
    row('OK1DN').focus()

    await user.keyboard('{Delete}')

    expect(file.remove).toHaveBeenCalledWith(three[1])
    expect(document.activeElement).toBe(row('DL5CM'))
  })

  it('edits in place: Enter saves what changed against the version that was seen', async () => {
    const { user, file } = setUp()
    row('OK1DN').focus()

    await user.keyboard('{Enter}')
    const name = await screen.findByLabelText('Name')
    await user.clear(name)
    await user.type(name, 'Dima{Enter}')

    expect(file.change).toHaveBeenCalledWith(three[1], { name: 'Dima' })
  })

  it('leaves a row unchanged with Escape', async () => {
    const { user, file } = setUp()
    row('OK1DN').focus()

    await user.keyboard('{Enter}')
    await user.type(await screen.findByLabelText('Name'), 'xyz{Escape}')

    expect(file.change).not.toHaveBeenCalled()
    expect(screen.queryByLabelText('Name')).toBeNull()
  })

  it('puts a field that two people changed to the one who saves later', async () => {
    const { user, file } = setUp()
    row('OK1DN').focus()
    await user.keyboard('{Enter}')
    const name = await screen.findByLabelText('Name')
    await user.clear(name)
    await user.type(name, 'Dima')
    const theirs = { ...aCheckIn(three[1]), version: 2, name: 'Dmitri' }
    file.view.state = withCheckIns(file.view.state, [theirs])

    await user.keyboard('{Enter}')
    expect(file.change).not.toHaveBeenCalled()
    await user.click(screen.getByLabelText(/Mine: Dima/))
    await user.click(screen.getByRole('button', { name: 'Save this' }))

    expect(file.change).toHaveBeenCalledWith(theirs, { name: 'Dima' })
  })

  it('gives an ordinary user only the own row to change, and none to delete', () => {
    const me: Me = { ...annaMe, id: ben.userId, callsign: 'K7BEN', role: 'USER' }
    setUp({ me, net: { me: { ...aNet().me, roles: [], canManage: false, canLog: false } } })

    expect(within(row('K7BEN')).getByLabelText('Status of K7BEN')).toBeTruthy()
    expect(within(row('DL5CM')).queryByLabelText('Status of DL5CM')).toBeNull()
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull()
  })

  it('offers no change in a closed net', () => {
    setUp({ net: { status: 'CLOSED' } })

    expect(screen.queryByLabelText(/^Status of/)).toBeNull()
    expect(screen.queryByRole('button', { name: /^Edit/ })).toBeNull()
  })

  it('shows what is on its way until its row is there', () => {
    const what: CheckInDraft = {
      callsign: 'SM0EVE',
      tactical: false,
      name: null,
      location: null,
      status: 'CHECKED_IN',
      frequencyId: null,
    }
    setUp({
      outgoing: [
        { key: '1', what, state: 'waiting' },
        { key: '2', what: { ...what, callsign: 'DL5CM' }, state: 'sending' },
        { key: '3', what: { ...what, callsign: 'F4MON' }, state: 'refused' },
      ],
    })

    expect(screen.getByText('SM0EVE')).toBeTruthy()
    expect(screen.getByText('Waiting for the connection')).toBeTruthy()
    expect(screen.getAllByText('DL5CM')).toHaveLength(1)
    expect(screen.queryByText('F4MON')).toBeNull()
  })

  it('marks re-checks with the row they repeat', () => {
    setUp({
      log: [
        aCheckIn({ number: 1, status: 'CHECKED_OUT' }),
        aCheckIn({ number: 2, id: 'again', recheckOf: 'row-1' }),
      ],
    })

    expect(screen.getByText('re-check of 1')).toBeTruthy()
  })

  it('searches the rows and says when none fits', async () => {
    const { user } = setUp()

    await user.type(screen.getByRole('searchbox'), 'praha')
    expect(shown()).toEqual(['OK1DN'])
    await user.type(screen.getByRole('searchbox'), 'x')

    expect(screen.getByText('No row fits')).toBeTruthy()
  })
})
