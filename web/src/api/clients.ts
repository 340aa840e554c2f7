import createClient from 'openapi-fetch'
import { leaveToStepUp, session } from '../session/browser'
import { authorizedFetch } from './fetch'
import type { paths as AuthPaths } from './generated/auth-service'
import type { paths as EctlogPaths } from './generated/ectlog-service'
import type { paths as MediaPaths } from './generated/media-service'
import type { paths as NotificationPaths } from './generated/notification-service'
import { problemOf } from './problem'
import type { Loosely } from './served'

const send = authorizedFetch(session)

const options = {
  baseUrl: location.origin,
  headers: { Accept: 'application/json' },
  fetch: async (request: Request) => {
    const response = await send(request)
    if (!response.ok) {
      const problem = await problemOf(response)
      if (problem.code === 'step-up-required') leaveToStepUp()
      throw problem
    }
    return response
  },
}

/** The services, typed by their OpenAPI documents. A refusal is thrown as an `ApiProblem`. */
export const auth = createClient<AuthPaths>(options)
export const ectlog = createClient<EctlogPaths>(options)
export const media = createClient<MediaPaths>(options)
export const notification = createClient<NotificationPaths>(options)

/** The body of an answer. */
export async function answer<T>(call: Promise<{ data?: Loosely<T> | undefined }>): Promise<T> {
  return (await call).data as T
}

/** `If-Match` for a version. */
export const ifMatch = (version: number) => ({ 'If-Match': `"${version}"` })
