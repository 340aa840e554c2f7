// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { CheckIn, Station } from '../api/model'
import { ApiProblem } from '../api/problem'
import { emptyState, withCheckIns } from '../live/netState'
import { aCheckIn, aNet } from '../live/testNet'
import { stations, type CheckInDraft } from './api'
import { CheckInLine } from './CheckInLine'
import type { NetFile, NetView } from './NetFile'
import { renderPart } from './testPage'
import { UndoList } from './undo'

vi.mock('./api', () => ({ stations: { search: vi.fn() } }))

const carla: Station = {
  callsign: 'DL5CM',
  name: 'Carla',
  location: 'Aachen',
  lastHeardAt: '2026-11-01T18:00:00Z',
}

const quiet: NetView = { phase: 'ready', connection: 'live', outgoing: [], lines: [] }

function setUp({
  view = quiet,
  log = () => Promise.resolve(aCheckIn()),
}: { view?: NetView; log?: (draft: CheckInDraft) => Promise<CheckIn> } = {}) {
  const file = { log: vi.fn(log), discard: vi.fn() }
  const state = withCheckIns(emptyState(aNet()), [aCheckIn({ callsign: 'OK1DN', number: 3 })])
  const undo = new UndoList()
  const part = (now: NetView) => (
    <CheckInLine
      file={file as unknown as NetFile}
      view={now}
      state={state}
      undo={undo}
      callsignRef={createRef<HTMLInputElement>()}
    />
  )
  const page = renderPart(part(view))
  const callsign = screen.getByLabelText<HTMLInputElement>('Callsign')
  return { file, undo, callsign, user: userEvent.setup(), show: (now: NetView) => page.update(part(now)) }
}

/** What is offered for the callsign, once something is. */
const suggested = async () => within(await screen.findByRole('listbox')).getAllByRole('option')

describe('CheckInLine', () => {
  beforeEach(() => void vi.mocked(stations.search).mockResolvedValue([]))

  it('has the focus from the beginning', () => {
    const { callsign } = setUp()

    expect(document.activeElement).toBe(callsign)
  })

  it('logs with callsign and Enter, and is free for the next at once', async () => {
    const { user, file, callsign } = setUp({ log: () => new Promise(() => undefined) })

    await user.keyboard('dl5cm{Enter}k7ben{Enter}')

    expect(file.log.mock.calls.map(([draft]) => draft.callsign)).toEqual(['DL5CM', 'K7BEN'])
    expect(callsign.value).toBe('')
    expect(document.activeElement).toBe(callsign)
  })

  it('sends all fields from whichever of them Enter is pressed in', async () => {
    const { user, file, callsign } = setUp()

    await user.keyboard('dl5cm{Tab}Carla{Tab}Aachen{Enter}')

    expect(file.log).toHaveBeenCalledWith({
      callsign: 'DL5CM',
      tactical: false,
      name: 'Carla',
      location: 'Aachen',
      status: 'CHECKED_IN',
      frequencyId: null,
    })
    expect(document.activeElement).toBe(callsign)
  })

  it('does nothing on Enter in an empty line', async () => {
    const { user, file } = setUp()

    await user.keyboard('{Enter}  {Enter}')

    expect(file.log).not.toHaveBeenCalled()
  })

  it('refuses what cannot be a callsign and leaves it standing', async () => {
    const { user, file, callsign } = setUp()

    await user.keyboard('w1 aw{Enter}')

    expect(file.log).not.toHaveBeenCalled()
    expect(callsign.value).toBe('w1 aw')
    expect(callsign.getAttribute('aria-invalid')).toBe('true')
  })

  it('offers stations by a part of the callsign, chosen by arrow keys and logged by Enter', async () => {
    vi.mocked(stations.search).mockResolvedValue([carla, { ...carla, callsign: 'F5CMX', name: 'Claude' }])
    const { user, file, callsign } = setUp()

    await user.keyboard('5cm')
    const options = await suggested()
    expect(options.map((option) => option.textContent)).toEqual(['DL5CMCarla, Aachen', 'F5CMXClaude, Aachen'])
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(callsign.getAttribute('aria-activedescendant')).toBe(options[1]?.id)
    await user.keyboard('{ArrowUp}{Enter}')

    expect(stations.search).toHaveBeenCalledWith('5CM')
    expect(file.log).toHaveBeenCalledWith(
      expect.objectContaining({ callsign: 'DL5CM', name: 'Carla', location: 'Aachen' }),
    )
  })

  it('fills in what is known on Tab without touching what was typed', async () => {
    vi.mocked(stations.search).mockResolvedValue([carla])
    const { user } = setUp()

    await user.keyboard('5cm')
    await suggested()
    await user.keyboard('{ArrowDown}{Tab}')

    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Carla')
    expect(screen.getByLabelText<HTMLInputElement>('Location').value).toBe('Aachen')
    expect(document.activeElement).toBe(screen.getByLabelText('Name'))
  })

  it('closes the list with Escape and keeps what was typed', async () => {
    vi.mocked(stations.search).mockResolvedValue([carla])
    const { user, callsign } = setUp()
    await user.keyboard('5cm')
    await suggested()

    await user.keyboard('{Escape}')

    expect(screen.queryByRole('listbox')).toBeNull()
    expect(callsign.value).toBe('5cm')
  })

  it('says that a station is on the net already before Enter is pressed', async () => {
    const { user } = setUp()

    await user.keyboard('ok1dn')

    expect(screen.getByText(/OK1DN is on the net as number 3/)).toBeTruthy()
  })

  it('tells who was faster and gives what was typed back on request', async () => {
    const { user, file, callsign, show } = setUp()
    const what: CheckInDraft = {
      callsign: 'DL5CM',
      tactical: false,
      name: 'Carla',
      location: null,
      status: 'MOBILE',
      frequencyId: null,
    }
    const error = new ApiProblem({
      code: 'already-checked-in',
      status: 409,
      loggedBy: { name: 'Ben', callsign: 'K7BEN' },
      loggedAt: '2026-11-03T18:05:07Z',
    })
    show({ ...quiet, outgoing: [{ key: 'key-1', what, state: 'refused', error }] })

    const alert = screen.getByRole('alert')
    expect(alert.textContent).toContain('DL5CM was not logged.')
    expect(alert.textContent).toContain('K7BEN, Ben logged it at 18:05:07')
    await user.click(within(alert).getByRole('button', { name: 'Put back' }))

    expect(file.discard).toHaveBeenCalledWith('outgoing', 'key-1')
    expect(callsign.value).toBe('DL5CM')
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Carla')
    expect(screen.getByLabelText<HTMLSelectElement>('Status').value).toBe('MOBILE')
  })

  it('puts a slip of the keys back into an empty line, but not over the next callsign', async () => {
    const refusals: ((reason: unknown) => void)[] = []
    const { user, callsign } = setUp({ log: () => new Promise((_, reject) => refusals.push(reject)) })
    const slip = new ApiProblem({ code: 'not-a-callsign', status: 400 })

    await user.keyboard('hello{Enter}')
    refusals[0]?.(slip)
    await waitFor(() => expect(callsign.value).toBe('hello'))
    await user.clear(callsign)
    await user.keyboard('hallo{Enter}dl5')
    refusals[1]?.(slip)
    await Promise.resolve()

    expect(callsign.value).toBe('dl5')
  })

  it('can take a logged station back', async () => {
    const { user, undo } = setUp()

    await user.keyboard('dl5cm{Enter}')

    await waitFor(() => expect(undo.size).toBe(1))
  })
})
