import { describe, expect, it } from 'vitest'
import type { Session } from '../session/session'
import { authorizedFetch } from './fetch'
import { NetworkFailure } from './problem'

const session = (): Session => {
  const fake: Pick<Session, 'accessToken' | 'refresh'> = {
    accessToken: () => Promise.resolve('old'),
    refresh: () => Promise.resolve('new'),
  }
  return fake as Session
}

const request = (init?: RequestInit) => new Request('http://localhost/ectlog/nets', init)

describe('authorizedFetch', () => {
  it('sends the access token', async () => {
    const sent: (string | null)[] = []
    const fetchIt = authorizedFetch(session(), (input) => {
      sent.push((input as Request).headers.get('Authorization'))
      return Promise.resolve(new Response('{}'))
    })

    await fetchIt(request())

    expect(sent).toEqual(['Bearer old'])
  })

  it('refreshes once after a 401 and sends the same body and headers again', async () => {
    const sent: string[] = []
    const fetchIt = authorizedFetch(session(), async (input) => {
      const { headers, method } = input as Request
      const body = await (input as Request).text()
      sent.push(`${method} ${headers.get('Authorization')} ${headers.get('Idempotency-Key')} ${body}`)
      return new Response('', { status: headers.get('Authorization') === 'Bearer new' ? 201 : 401 })
    })

    const response = await fetchIt(
      request({ method: 'POST', body: '{"a":1}', headers: { 'Idempotency-Key': 'k' } }),
    )

    expect(response.status).toBe(201)
    expect(sent).toEqual(['POST Bearer old k {"a":1}', 'POST Bearer new k {"a":1}'])
  })

  it('gives a second 401 to the caller', async () => {
    let count = 0
    const fetchIt = authorizedFetch(session(), () => {
      count++
      return Promise.resolve(new Response('', { status: 401 }))
    })

    const response = await fetchIt(request())

    expect(response.status).toBe(401)
    expect(count).toBe(2)
  })

  it('names a lost network as such', async () => {
    const fetchIt = authorizedFetch(session(), () => Promise.reject(new TypeError('Failed to fetch')))

    await expect(fetchIt(request())).rejects.toBeInstanceOf(NetworkFailure)
  })
})
