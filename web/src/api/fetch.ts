import type { Session } from '../session/session'
import { NetworkFailure } from './problem'

const patience = 20_000

/**
 * `fetch` with the session's access token. A 401 leads to one refresh and one more attempt: a token may have been
 * withdrawn (a new role, say) while the session goes on.
 */
export function authorizedFetch(session: Session, send: typeof fetch = (input, init) => fetch(input, init)) {
  return async (input: Request): Promise<Response> => {
    const attempt = async (token: string) => {
      const request = input.clone()
      request.headers.set('Authorization', `Bearer ${token}`)
      const signal = AbortSignal.any([input.signal, AbortSignal.timeout(patience)])
      try {
        return await send(request, { signal })
      } catch (error) {
        if (input.signal.aborted) throw error
        throw new NetworkFailure(error)
      }
    }
    const response = await attempt(await session.accessToken())
    if (response.status !== 401) return response
    return attempt(await session.refresh())
  }
}
