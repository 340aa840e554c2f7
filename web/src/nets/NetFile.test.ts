// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, NetworkFailure } from '../api/problem'
import type { LiveWorld, Socket } from '../live/LiveConnection'
import { rows } from '../live/netState'
import { aCheckIn, added, aMessage, aNet, ben } from '../live/testNet'
import { chat, checkIns, nets, type CheckInDraft } from './api'
import { NetFile } from './NetFile'

vi.mock('./api', () => ({
  nets: { get: vi.fn(), journal: vi.fn(), step: vi.fn() },
  checkIns: { page: vi.fn(), add: vi.fn(), change: vi.fn(), remove: vi.fn(), restore: vi.fn() },
  chat: { page: vi.fn(), say: vi.fn() },
}))

class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  readonly url: string
  constructor(url: string) {
    this.url = url
  }
  send() {
    // What is sent is the live connection's own test.
  }
  close() {
    this.onclose?.({ code: 1000 })
  }
  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }
}

const draft: CheckInDraft = {
  callsign: 'OK1DN',
  tactical: false,
  name: null,
  location: null,
  status: 'CHECKED_IN',
  frequencyId: null,
}

function setUp() {
  const sockets: FakeSocket[] = []
  const world: Omit<LiveWorld, 'journal'> = {
    open: (url) => {
      const socket = new FakeSocket(url)
      sockets.push(socket)
      return socket
    },
    token: () => Promise.resolve('token'),
    renewToken: () => Promise.resolve('token'),
    onToken: () => () => undefined,
    onNetwork: () => () => undefined,
    now: () => Date.now(),
    random: () => 1,
  }
  vi.mocked(nets.get).mockResolvedValue(aNet({ sequence: 5 }))
  vi.mocked(nets.journal).mockResolvedValue({ items: [added(5)] })
  vi.mocked(checkIns.page).mockResolvedValue({ items: [aCheckIn()], next: null })
  vi.mocked(chat.page).mockResolvedValue({ items: [], next: null })
  const file = new NetFile('net-1', world)
  const socket = () => {
    const last = sockets.at(-1)
    if (!last) throw new Error('No socket was opened')
    return last
  }
  const open = async () => {
    await file.open()
    await vi.advanceTimersByTimeAsync(0)
    socket().onopen?.()
    socket().says({ type: 'caught-up', sequence: 5 })
    await vi.advanceTimersByTimeAsync(0)
  }
  return { file, sockets, socket, open }
}

const state = (file: NetFile) => {
  if (!file.view.state) throw new Error('The net is not loaded')
  return file.view.state
}

describe('NetFile', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('reads the sequence number before the rest, so that nothing falls between', async () => {
    const { file, socket } = setUp()
    const order: string[] = []
    vi.mocked(nets.get).mockImplementation(() => {
      order.push('net')
      return Promise.resolve(aNet({ sequence: 5 }))
    })
    vi.mocked(checkIns.page).mockImplementation(() => {
      order.push('check-ins')
      return Promise.resolve({ items: [], next: null })
    })

    await file.open()
    await vi.advanceTimersByTimeAsync(0)

    expect(order).toEqual(['net', 'check-ins'])
    expect(socket().url).toMatch(/\/ectlog\/live\/nets\/net-1\?since=5$/)
  })

  it('reads all pages of the log', async () => {
    const { file } = setUp()
    vi.mocked(checkIns.page)
      .mockResolvedValueOnce({ items: [aCheckIn({ number: 1 })], next: 'more' })
      .mockResolvedValueOnce({ items: [aCheckIn({ number: 2, id: 'row-2', callsign: 'OK1DN' })], next: null })

    await file.open()

    expect(rows(state(file)).map(({ number }) => number)).toEqual([1, 2])
    expect(checkIns.page).toHaveBeenLastCalledWith('net-1', 'more')
  })

  it('tells what stands in the way if the net cannot be read', async () => {
    const { file } = setUp()
    vi.mocked(nets.get).mockRejectedValue(new ApiProblem({ code: 'not-found', status: 404 }))

    await file.open()

    expect(file.view).toMatchObject({ phase: 'failed', error: { code: 'not-found' } })
  })

  it('shows a check-in at once, and once, whichever comes first: its answer or its event', async () => {
    const { file, open, socket } = setUp()
    await open()
    const stored = aCheckIn({ number: 2, id: 'row-2', callsign: 'OK1DN' })
    let respond: (() => void) | undefined
    vi.mocked(checkIns.add).mockReturnValue(new Promise((resolve) => (respond = () => resolve(stored))))

    const logged = file.log(draft)
    expect(file.view.outgoing).toMatchObject([{ what: draft, state: 'sending' }])
    socket().says({ type: 'event', event: { ...added(6), payload: { after: stored } } })
    respond?.()

    expect(await logged).toEqual(stored)
    expect(file.view.outgoing).toEqual([])
    expect(rows(state(file)).filter(({ id }) => id === 'row-2')).toHaveLength(1)
  })

  it('sends a check-in again with the same key until it is answered', async () => {
    const { file, open } = setUp()
    await open()
    vi.mocked(checkIns.add)
      .mockReset()
      .mockRejectedValueOnce(new NetworkFailure(null))
      .mockRejectedValueOnce(new ApiProblem({ code: 'unavailable', status: 503 }))
      .mockResolvedValueOnce(aCheckIn({ number: 2, id: 'row-2', callsign: 'OK1DN' }))

    const logged = file.log(draft)
    await vi.advanceTimersByTimeAsync(0)
    expect(file.view.outgoing).toMatchObject([{ state: 'waiting' }])
    await vi.advanceTimersByTimeAsync(5_000)
    await logged

    const keys = vi.mocked(checkIns.add).mock.calls.map(([, , key]) => key)
    expect(keys).toHaveLength(3)
    expect(new Set(keys).size).toBe(1)
  })

  it('keeps a refused check-in with what was typed until it is discarded', async () => {
    const { file, open } = setUp()
    await open()
    vi.mocked(checkIns.add).mockRejectedValueOnce(new ApiProblem({ code: 'already-checked-in', status: 409 }))

    await expect(file.log(draft)).rejects.toMatchObject({ code: 'already-checked-in' })

    const [refused] = file.view.outgoing
    expect(refused).toMatchObject({ what: draft, state: 'refused' })
    file.discard('outgoing', refused?.key ?? '')
    expect(file.view.outgoing).toEqual([])
  })

  it('gives two check-ins two keys', async () => {
    const { file, open } = setUp()
    await open()
    vi.mocked(checkIns.add)
      .mockReset()
      .mockResolvedValue(aCheckIn({ version: 2 }))

    await Promise.all([file.log(draft), file.log(draft)])

    const keys = vi.mocked(checkIns.add).mock.calls.map(([, , key]) => key)
    expect(new Set(keys).size).toBe(2)
  })

  it('asks anew what the caller may do when the net or its roles change', async () => {
    const { file, open, socket } = setUp()
    await open()
    vi.mocked(nets.get).mockResolvedValue(
      aNet({ version: 2, status: 'CLOSED', me: { ...aNet().me, canLog: false, canChat: false } }),
    )

    socket().says({
      type: 'event',
      event: {
        sequence: 6,
        type: 'net.status-changed',
        at: '2026-11-03T19:00:00Z',
        actor: ben,
        payload: { after: { ...aNet(), version: 2, status: 'CLOSED' } },
      },
    })
    await vi.advanceTimersByTimeAsync(0)

    expect(state(file).net.me).toMatchObject({ canLog: false, canChat: false })
  })

  it('stops when the net is gone', async () => {
    const { file, open, socket, sockets } = setUp()
    await open()
    vi.mocked(nets.journal).mockRejectedValue(new ApiProblem({ code: 'not-found', status: 404 }))

    socket().onclose?.({ code: 1001 })
    await vi.advanceTimersByTimeAsync(1_000)
    socket().onclose?.({ code: 1006 })
    await vi.advanceTimersByTimeAsync(120_000)

    expect(file.view).toMatchObject({ phase: 'failed', error: { status: 404 } })
    expect(sockets).toHaveLength(2)
  })

  it('forgets who is online while it cannot know', async () => {
    const { file, open, socket } = setUp()
    await open()
    socket().says({ type: 'presence', online: [ben] })
    expect(state(file).online).toEqual([ben])

    socket().onclose?.({ code: 1006 })

    expect(file.view.connection).toBe('connecting')
    expect(state(file).online).toEqual([])
  })

  it('keeps a chat line once', async () => {
    const { file, open } = setUp()
    await open()
    vi.mocked(chat.say).mockResolvedValue(aMessage())

    await file.say('Hello')
    await file.say('Hello')

    expect(state(file).chat).toHaveLength(1)
    expect(file.view.lines).toEqual([])
  })
})
