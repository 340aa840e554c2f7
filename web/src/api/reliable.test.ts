import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, NetworkFailure } from './problem'
import { untilAnswered } from './reliable'

describe('untilAnswered', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('tries again until there is an answer, with growing pauses', async () => {
    const waits: number[] = []
    let tries = 0
    const deed = () => (++tries < 6 ? Promise.reject(new NetworkFailure(null)) : Promise.resolve('done'))

    const result = untilAnswered(deed, { random: () => 1, onWait: (_, wait) => waits.push(wait) })
    await vi.advanceTimersByTimeAsync(60_000)

    expect(await result).toBe('done')
    expect(waits).toEqual([500, 1000, 2000, 4000, 8000])
  })

  it('passes a refusal on at once', async () => {
    let tries = 0
    const deed = () => {
      tries++
      return Promise.reject(new ApiProblem({ code: 'already-checked-in', status: 409 }))
    }

    await expect(untilAnswered(deed)).rejects.toMatchObject({ code: 'already-checked-in' })
    expect(tries).toBe(1)
  })

  it('waits as long as the service asks', async () => {
    let tries = 0
    const deed = () =>
      ++tries === 1
        ? Promise.reject(new ApiProblem({ code: 'too-many-requests', status: 429 }, 30))
        : Promise.resolve('done')

    const result = untilAnswered(deed)
    await vi.advanceTimersByTimeAsync(29_000)
    expect(tries).toBe(1)
    await vi.advanceTimersByTimeAsync(2_000)

    expect(await result).toBe('done')
  })

  it('goes on at once when the network is back', async () => {
    let wake: (() => void) | undefined
    let tries = 0
    const deed = () => (++tries === 1 ? Promise.reject(new NetworkFailure(null)) : Promise.resolve('done'))

    const result = untilAnswered(deed, {
      random: () => 1,
      wake: (listener) => {
        wake = listener
        return () => undefined
      },
    })
    await vi.advanceTimersByTimeAsync(1)
    wake?.()

    expect(await result).toBe('done')
  })

  it('stops when it is called off', async () => {
    const abort = new AbortController()
    const result = untilAnswered(() => Promise.reject(new NetworkFailure(null)), { signal: abort.signal })
    const outcome = expect(result).rejects.toThrow('aborted')
    await vi.advanceTimersByTimeAsync(1)

    abort.abort()

    await outcome
  })
})
