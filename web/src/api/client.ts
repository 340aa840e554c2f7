import { session } from '../session/browser'
import { authorizedFetch } from './fetch'
import { problemOf } from './problem'

const send = authorizedFetch(session)

type Query = Record<string, string | number | undefined>

function address(path: string, query: Query = {}) {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const text = parameters.toString()
  return new URL(text ? `${path}?${text}` : path, location.origin)
}

export async function fetchOk(
  method: string,
  path: string,
  { query, body, headers = {} }: { query?: Query; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  const response = await send(
    new Request(address(path, query), {
      method,
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  if (!response.ok) throw await problemOf(response)
  return response
}
