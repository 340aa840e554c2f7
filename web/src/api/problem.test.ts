import { describe, expect, it } from 'vitest'
import { ApiProblem, isTemporary, NetworkFailure, plainWords, problemOf } from './problem'

describe('problemOf', () => {
  it('reads a problem document with its members', async () => {
    const response = Response.json(
      {
        code: 'already-checked-in',
        title: 'Taken',
        status: 409,
        instance: 'req-1',
        loggedBy: { name: 'Ben' },
      },
      { status: 409, headers: { 'Content-Type': 'application/problem+json' } },
    )

    const problem = await problemOf(response)

    expect(problem.code).toBe('already-checked-in')
    expect(problem.requestId).toBe('req-1')
    expect(problem.problem.loggedBy).toEqual({ name: 'Ben' })
  })

  it('makes one of an answer that is none, such as a page of a proxy', async () => {
    const response = new Response('<h1>Bad Gateway</h1>', {
      status: 502,
      headers: { 'X-Request-Id': 'req-2' },
    })

    const problem = await problemOf(response)

    expect(problem).toMatchObject({ status: 502, code: 'http-502', requestId: 'req-2' })
  })

  it('reads the pause that was asked for', async () => {
    const response = Response.json(
      { code: 'too-many-requests', status: 429 },
      { status: 429, headers: { 'Retry-After': '7' } },
    )

    expect((await problemOf(response)).retryAfter).toBe(7)
  })
})

describe('isTemporary', () => {
  it('holds for lost networks and services that are away', () => {
    expect(isTemporary(new NetworkFailure(null))).toBe(true)
    expect(isTemporary(new ApiProblem({ code: 'unavailable', status: 503 }))).toBe(true)
    expect(isTemporary(new ApiProblem({ code: 'too-many-requests', status: 429 }))).toBe(true)
  })

  it('does not hold for refusals', () => {
    for (const status of [400, 401, 403, 404, 409, 412, 422, 500]) {
      expect(isTemporary(new ApiProblem({ code: 'x', status }))).toBe(false)
    }
    expect(isTemporary(new Error('A slip in this program'))).toBe(false)
  })
})

describe('plainWords', () => {
  it('names the fields that were refused', () => {
    const error = new ApiProblem({
      code: 'validation-failed',
      status: 400,
      errors: [{ field: 'name', message: 'must not be blank' }],
    })

    expect(plainWords(error)).toBe('name: must not be blank')
    expect(error.field('name')).toBe('must not be blank')
  })

  it('takes the detail of a refusal but not that of a failure', () => {
    expect(plainWords(new ApiProblem({ code: 'x', status: 409, detail: 'The net is closed.' }))).toBe(
      'The net is closed.',
    )
    expect(plainWords(new ApiProblem({ code: 'x', status: 503, detail: 'pool exhausted' }))).not.toContain(
      'pool',
    )
  })
})
