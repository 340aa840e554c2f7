import { describe, expect, it } from 'vitest'
import { Backoff } from './backoff'

describe('Backoff', () => {
  it('doubles up to its longest pause and stays there for ever', () => {
    const backoff = new Backoff(() => 1, 400, 20_000)

    const pauses = Array.from({ length: 40 }, () => backoff.next())

    expect(pauses.slice(0, 7)).toEqual([400, 800, 1600, 3200, 6400, 12800, 20000])
    expect(new Set(pauses.slice(7))).toEqual(new Set([20000]))
  })

  it('spreads the pauses over the upper half of each step', () => {
    expect(new Backoff(() => 0, 400).next()).toBe(200)
    expect(new Backoff(() => 0.5, 400).next()).toBe(300)
  })

  it('begins anew after a success', () => {
    const backoff = new Backoff(() => 1, 400)
    backoff.next()
    backoff.next()

    backoff.reset()

    expect(backoff.next()).toBe(400)
  })
})
