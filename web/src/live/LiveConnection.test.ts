import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { NetEvent } from './events'
import { LiveConnection, type ConnectionState, type LiveWorld, type Socket } from './LiveConnection'
import { added } from './testNet'

class FakeSocket implements Socket {
  onopen: Socket['onopen'] = null
  onmessage: Socket['onmessage'] = null
  onclose: Socket['onclose'] = null
  readonly sent: unknown[] = []
  closedWith: number | undefined
  readonly url: string
  readonly protocols: string[]

  constructor(url: string, protocols: string[]) {
    this.url = url
    this.protocols = protocols
  }

  send(text: string) {
    this.sent.push(JSON.parse(text))
  }

  close(code?: number) {
    this.closedWith = code
    this.onclose?.({ code: code ?? 1005 })
  }

  /** The server says something. */
  says(message: object) {
    this.onmessage?.({ data: JSON.stringify(message) })
  }

  /** The connection ends from the other side, or the network does it. */
  ends(code: number) {
    this.onclose?.({ code })
  }
}

function setUp(sequence = 10) {
  const sockets: FakeSocket[] = []
  const journal: NetEvent[] = []
  const seen: number[] = []
  const states: ConnectionState[] = []
  const online: string[][] = []
  let network: Parameters<LiveWorld['onNetwork']>[0] | undefined
  let tokenListener: ((token: string) => void) | undefined
  const world = {
    open: (url: string, protocols: string[]) => {
      const socket = new FakeSocket(url, protocols)
      sockets.push(socket)
      return socket
    },
    token: vi.fn(() => Promise.resolve('token-1')),
    renewToken: vi.fn(() => Promise.resolve('token-2')),
    onToken: (listener: (token: string) => void) => {
      tokenListener = listener
      return () => undefined
    },
    journal: vi.fn((since: number) => Promise.resolve(journal.filter((event) => event.sequence > since))),
    onNetwork: (listeners: Parameters<LiveWorld['onNetwork']>[0]) => {
      network = listeners
      return () => undefined
    },
    now: () => Date.now(),
    random: () => 1,
  } satisfies LiveWorld
  const reset = vi.fn()
  const live = new LiveConnection('ws://host/ectlog/live/nets/n', sequence, world, {
    event: (event) => seen.push(event.sequence),
    presence: (people) => online.push(people.map(({ name }) => name)),
    state: (state) => states.push(state),
    reset,
  })
  const last = () => {
    const socket = sockets.at(-1)
    if (!socket) throw new Error('No socket was opened')
    return socket
  }
  /** Opens the newest socket and brings it up to date. */
  const goLive = async (at = sequence) => {
    await vi.advanceTimersByTimeAsync(0)
    last().onopen?.()
    last().says({ type: 'welcome', sequence: at })
    last().says({ type: 'caught-up', sequence: at })
    await vi.advanceTimersByTimeAsync(0)
  }
  return {
    live,
    world,
    sockets,
    journal,
    seen,
    states,
    online,
    reset,
    last,
    goLive,
    network: () => network,
    newToken: (token: string) => tokenListener?.(token),
  }
}

const event = (sequence: number) => ({ type: 'event', event: added(sequence) })

describe('LiveConnection', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('offers the protocol and the token as sub-protocols, never in the address', async () => {
    const { live, last } = setUp()

    live.start()
    await vi.advanceTimersByTimeAsync(0)

    expect(last().url).toBe('ws://host/ectlog/live/nets/n?since=10')
    expect(last().protocols).toEqual([
      'ect.live.v1',
      encodeURIComponent('quarkus-http-upgrade#Authorization#Bearer token-1'),
    ])
  })

  it('says live only when everything up to now has arrived', async () => {
    const { live, last, states, seen } = setUp()
    live.start()
    await vi.advanceTimersByTimeAsync(0)

    last().onopen?.()
    last().says({ type: 'welcome', sequence: 12 })
    last().says(event(11))
    await vi.advanceTimersByTimeAsync(0)
    expect(states).toEqual([])
    last().says(event(12))
    last().says({ type: 'caught-up', sequence: 12 })
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toEqual([11, 12])
    expect(states).toEqual(['live'])
  })

  it('drops events it has passed on already', async () => {
    const { live, last, seen, goLive } = setUp()
    live.start()
    await goLive()

    for (const sequence of [11, 11, 10, 12, 12]) last().says(event(sequence))

    expect(seen).toEqual([11, 12])
  })

  it('fills a gap from the journal before it goes on, in order', async () => {
    const { live, last, seen, journal, world, goLive } = setUp()
    live.start()
    await goLive()
    journal.push(added(11), added(12), added(13))

    last().says(event(13))
    last().says(event(14))
    await vi.advanceTimersByTimeAsync(0)

    expect(world.journal).toHaveBeenCalledWith(10)
    expect(seen).toEqual([11, 12, 13, 14])
  })

  it('reads the journal if the server says caught-up beyond what came', async () => {
    const { live, last, seen, states, journal } = setUp()
    journal.push(added(11))
    live.start()
    await vi.advanceTimersByTimeAsync(0)
    last().onopen?.()

    last().says({ type: 'caught-up', sequence: 11 })
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toEqual([11])
    expect(states).toEqual(['live'])
  })

  it('resumes after the last event it saw when the socket is cut', async () => {
    const { live, last, sockets, states, goLive } = setUp()
    live.start()
    await goLive()
    last().says(event(11))

    last().ends(1006)
    expect(states.at(-1)).toBe('connecting')
    await vi.advanceTimersByTimeAsync(500)
    await goLive(11)

    expect(sockets).toHaveLength(2)
    expect(last().url).toContain('since=11')
    expect(states.at(-1)).toBe('live')
  })

  it('is offline after a failed attempt and tries again without limit', async () => {
    const { live, sockets, last, states, world } = setUp()
    world.journal.mockRejectedValue(new Error('down'))
    live.start()

    await vi.advanceTimersByTimeAsync(0)
    for (let attempt = 0; attempt < 20; attempt++) {
      last().ends(1006)
      const before = sockets.length
      for (let waited = 0; sockets.length === before && waited < 25_000; waited += 100) {
        await vi.advanceTimersByTimeAsync(100)
      }
    }

    expect(states).toEqual(['offline'])
    expect(sockets).toHaveLength(21)
    last().onopen?.()
    expect(states.at(-1)).toBe('connecting')
  })

  it('asks for a sign of life after silence and gives a dead socket up', async () => {
    const { live, sockets, last, states, goLive } = setUp()
    live.start()
    await goLive()
    const socket = last()

    await vi.advanceTimersByTimeAsync(12_000)
    expect(socket.sent).toEqual([{ type: 'ping' }])
    expect(states.at(-1)).toBe('live')
    await vi.advanceTimersByTimeAsync(7_000)

    expect(socket.closedWith).toBe(4000)
    expect(states).toContain('offline')
    expect(sockets.length).toBe(2)
  })

  it('stays live as long as the server answers', async () => {
    const { live, last, states, goLive, sockets } = setUp()
    live.start()
    await goLive()

    for (let round = 0; round < 10; round++) {
      await vi.advanceTimersByTimeAsync(11_500)
      last().says({ type: 'pong' })
    }

    expect(sockets).toHaveLength(1)
    expect(states).toEqual(['live'])
  })

  it('gives up a handshake that never ends', async () => {
    const { live, sockets } = setUp()
    live.start()

    await vi.advanceTimersByTimeAsync(12_500)

    expect(sockets[0]?.closedWith).toBe(4000)
    expect(sockets.length).toBe(2)
  })

  it('hands a new token to the open socket', async () => {
    const { live, last, goLive, newToken } = setUp()
    live.start()
    await goLive()

    newToken('token-9')

    expect(last().sent).toEqual([{ type: 'token', token: 'token-9' }])
  })

  it('gets a new token when the server closes for policy', async () => {
    const { live, last, goLive, world } = setUp()
    live.start()
    await goLive()

    last().ends(1008)
    await vi.advanceTimersByTimeAsync(1_000)

    expect(world.renewToken).toHaveBeenCalledTimes(1)
    expect(last().protocols[1]).toContain('token-2')
  })

  it('stops knocking when no token can be had, and goes on when one can', async () => {
    const { live, sockets, world, states } = setUp()
    world.token.mockRejectedValueOnce(new Error('no session'))

    live.start()
    await vi.advanceTimersByTimeAsync(10)
    expect(sockets).toHaveLength(0)
    expect(states).toEqual(['offline'])
    await vi.advanceTimersByTimeAsync(1_000)

    expect(sockets).toHaveLength(1)
  })

  it('reads the journal when no socket can be opened, so that the log still moves', async () => {
    const { live, last, journal, seen, states } = setUp()
    live.start()
    await vi.advanceTimersByTimeAsync(0)
    journal.push(added(11))

    last().ends(1006)
    await vi.advanceTimersByTimeAsync(0)

    expect(seen).toEqual([11])
    expect(states).toEqual(['offline'])
  })

  it('believes the browser that the network is gone, and comes back with it at once', async () => {
    const { live, states, goLive, network, sockets, world } = setUp()
    live.start()
    await goLive()
    world.token.mockRejectedValue(new Error('no network'))

    network()?.offline()
    expect(states.at(-1)).toBe('offline')
    await vi.advanceTimersByTimeAsync(120_000)
    world.token.mockResolvedValue('token-1')
    network()?.online()
    await vi.advanceTimersByTimeAsync(0)

    expect(sockets).toHaveLength(2)
  })

  it('looks for life at once when the page comes back to the front', async () => {
    const { live, last, goLive, network } = setUp()
    live.start()
    await goLive()

    network()?.visible()

    expect(last().sent).toEqual([{ type: 'ping' }])
  })

  it('begins anew if the journal of the server is shorter than what was seen', async () => {
    const { live, last, reset } = setUp(10)
    live.start()
    await vi.advanceTimersByTimeAsync(0)
    last().onopen?.()

    last().says({ type: 'welcome', sequence: 4 })

    expect(reset).toHaveBeenCalledTimes(1)
  })

  it('tells who is online', async () => {
    const { live, last, online, goLive } = setUp()
    live.start()
    await goLive()

    last().says({ type: 'presence', online: [{ userId: 'u', name: 'Anna', callsign: null }] })

    expect(online).toEqual([['Anna']])
  })

  it('opens nothing and says nothing after it was stopped', async () => {
    const { live, last, sockets, states, goLive } = setUp()
    live.start()
    await goLive()

    live.stop()
    await vi.advanceTimersByTimeAsync(60_000)

    expect(last().closedWith).toBe(1000)
    expect(sockets).toHaveLength(1)
    expect(states).toEqual(['live'])
  })
})
