import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, NetworkFailure } from '../api/problem'
import { Session, type SessionWorld } from './session'

const token = (value: string, seconds = 600) =>
  Response.json({ access_token: value, token_type: 'Bearer', expires_in: seconds })

function world(answers: (() => Promise<Response>)[]) {
  const held: string[] = []
  const fake = {
    asked: [] as { url: string; init: RequestInit }[],
    posted: [] as unknown[],
    held,
    fetch: (url: string, init: RequestInit) => {
      fake.asked.push({ url, init })
      const answer = answers.shift()
      if (!answer) throw new Error(`Unexpected request to ${url}`)
      return answer()
    },
    now: () => Date.now(),
    exclusively: async <T>(deed: () => Promise<T>) => {
      held.push('taken')
      try {
        return await deed()
      } finally {
        held.push('given back')
      }
    },
    channel: {
      onmessage: null as SessionWorld['channel']['onmessage'],
      postMessage: (message: unknown) => void fake.posted.push(message),
    },
  }
  return fake
}

const answer = (response: Response) => () => Promise.resolve(response)
const noAnswer = () => Promise.reject(new TypeError('Failed to fetch'))
const refused = () =>
  Promise.resolve(Response.json({ code: 'unauthenticated', status: 401 }, { status: 401 }))

describe('Session', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('gets its first token with the header that no foreign form can send', async () => {
    const fake = world([answer(token('one'))])
    const session = new Session(fake)

    session.start()
    await vi.advanceTimersByTimeAsync(0)

    expect(session.state).toBe('signed-in')
    expect(await session.accessToken()).toBe('one')
    expect(fake.asked).toHaveLength(1)
    expect(fake.asked[0]).toMatchObject({
      url: '/auth/session/token',
      init: { method: 'POST', headers: { 'X-ECT-Request': 'web' } },
    })
  })

  it('shares one refresh among all who ask at once, inside the lock', async () => {
    const fake = world([answer(token('one'))])
    const session = new Session(fake)

    const tokens = await Promise.all([session.accessToken(), session.accessToken(), session.refresh()])

    expect(tokens).toEqual(['one', 'one', 'one'])
    expect(fake.asked).toHaveLength(1)
    expect(fake.held).toEqual(['taken', 'given back'])
  })

  it('replaces the token a minute before its end and tells the listeners', async () => {
    const fake = world([answer(token('one')), answer(token('two'))])
    const session = new Session(fake)
    const heard: string[] = []
    session.onToken((value) => heard.push(value))
    session.start()

    await vi.advanceTimersByTimeAsync(539_000)
    expect(heard).toEqual(['one'])
    await vi.advanceTimersByTimeAsync(2_000)

    expect(heard).toEqual(['one', 'two'])
  })

  it('ends when the server knows no session, and asks no more', async () => {
    const fake = world([refused])
    const session = new Session(fake)

    session.start()
    await vi.advanceTimersByTimeAsync(600_000)

    expect(session.state).toBe('signed-out')
    expect(fake.asked).toHaveLength(1)
    await expect(session.accessToken()).rejects.toBeInstanceOf(ApiProblem)
  })

  it('says that the server is unreachable and goes on trying until it answers', async () => {
    const fake = world([noAnswer, answer(new Response('', { status: 502 })), answer(token('one'))])
    const session = new Session(fake)

    session.start()
    await vi.advanceTimersByTimeAsync(0)
    expect(session.state).toBe('unreachable')
    await vi.advanceTimersByTimeAsync(3_000)

    expect(session.state).toBe('signed-in')
  })

  it('goes on with the old token while it lives, if a new one cannot be had', async () => {
    const fake = world([answer(token('one')), noAnswer, noAnswer, noAnswer, noAnswer, noAnswer, noAnswer])
    const session = new Session(fake)
    session.start()

    await vi.advanceTimersByTimeAsync(575_000)

    expect(await session.accessToken()).toBe('one')
    expect(session.state).toBe('signed-in')
  })

  it('reports the lost network once the old token is over', async () => {
    const fake = world([answer(token('one')), ...Array.from({ length: 20 }, () => noAnswer)])
    const session = new Session(fake)
    session.start()

    await vi.advanceTimersByTimeAsync(700_000)

    await expect(session.accessToken()).rejects.toBeInstanceOf(NetworkFailure)
  })

  it('tells the other tabs when it is ended, and hears it from them', async () => {
    const here = world([answer(token('one')), answer(new Response(null, { status: 204 }))])
    const session = new Session(here)
    await session.accessToken()
    const there = world([answer(token('other'))])
    const other = new Session(there)
    await other.accessToken()

    await session.signOut()
    there.channel.onmessage?.(new MessageEvent('message', { data: here.posted[0] }))

    expect(session.state).toBe('signed-out')
    expect(other.state).toBe('signed-out')
  })

  it('stays signed in if signing out did not reach the server', async () => {
    const fake = world([answer(token('one')), noAnswer])
    const session = new Session(fake)
    await session.accessToken()

    await expect(session.signOut()).rejects.toBeInstanceOf(NetworkFailure)

    expect(session.state).toBe('signed-in')
    expect(fake.posted).toEqual([])
  })
})
