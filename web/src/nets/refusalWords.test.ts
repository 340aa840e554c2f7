import { describe, expect, it } from 'vitest'
import { ApiProblem } from '../api/problem'
import { refusalWords } from './refusalWords'

const time = (at: string) => at.slice(11, 19)

describe('refusalWords', () => {
  it('names who logged the station and when', () => {
    const error = new ApiProblem({
      code: 'already-checked-in',
      status: 409,
      loggedBy: { name: 'Ben', callsign: 'K7BEN' },
      loggedAt: '2026-11-03T18:05:07Z',
    })

    expect(refusalWords(error, time)).toBe('It is already checked in: K7BEN, Ben logged it at 18:05:07.')
  })

  it('does without what is not told', () => {
    expect(refusalWords(new ApiProblem({ code: 'already-checked-in', status: 409 }), time)).toBe(
      'It is already checked in: somebody else logged it.',
    )
  })

  it('takes the words of another refusal', () => {
    const error = new ApiProblem({ code: 'net-not-open', status: 409, detail: 'The net is closed.' })

    expect(refusalWords(error, time)).toBe('The net is closed.')
  })
})
