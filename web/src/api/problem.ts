/** What a service answers when it refuses: RFC 9457 with the suite's members. */
export interface Problem {
  code: string
  title?: string
  status: number
  detail?: string
  /** The request id. */
  instance?: string
  errors?: { field: string; message: string }[]
  [member: string]: unknown
}

/** A refusal by a service. `code` is stable (docs/reference/problems.md). */
export class ApiProblem extends Error {
  readonly problem: Problem
  /** Seconds to wait, when the service said so. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail ?? problem.title ?? problem.code)
    this.name = 'ApiProblem'
    this.problem = problem
    this.retryAfter = retryAfter
  }

  get status() {
    return this.problem.status
  }

  get code() {
    return this.problem.code
  }

  get requestId() {
    return this.problem.instance
  }

  /** The message for one field of a form. */
  field(name: string): string | undefined {
    return this.problem.errors?.find((error) => error.field === name || error.field.endsWith(`.${name}`))
      ?.message
  }
}

/** No answer came: the network, the server or the browser's patience gave out. Nothing is known of what happened. */
export class NetworkFailure extends Error {
  constructor(cause: unknown) {
    super('No answer from the server', { cause })
    this.name = 'NetworkFailure'
  }
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
}

/** Reads a refusal; anything that is not a problem document (a proxy's page, say) becomes one by its status. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN)
  const retryAfter = Number.isFinite(seconds) ? seconds : undefined
  let body: unknown
  try {
    body = await response.clone().json()
  } catch {
    body = undefined
  }
  if (isProblem(body)) return new ApiProblem({ ...body, status: response.status }, retryAfter)
  const requestId = response.headers.get('X-Request-Id')
  return new ApiProblem(
    {
      code: `http-${response.status}`,
      status: response.status,
      ...(requestId === null ? {} : { instance: requestId }),
    },
    retryAfter,
  )
}

/** Whether asking again later may help, as opposed to a refusal that will stay. */
export function isTemporary(error: unknown): boolean {
  if (error instanceof NetworkFailure) return true
  return error instanceof ApiProblem && [408, 425, 429, 502, 503, 504].includes(error.status)
}

const byStatus: Record<number, string> = {
  400: 'Something in the request was not right.',
  401: 'Your session has ended. Please sign in again.',
  403: 'You do not have the right to do this.',
  404: 'This does not exist, or no longer.',
  409: 'This does not fit what is there now.',
  412: 'Somebody else changed this in the meantime. The latest version is being loaded.',
  413: 'This is too large.',
  429: 'Too many requests at once. Please wait a moment.',
  502: 'The service is not reachable right now. It may be restarting.',
  503: 'The service is not available right now. Please try again shortly.',
  504: 'The service did not answer in time. Please try again.',
}

/** An error in words for the person at the screen. */
export function plainWords(error: unknown): string {
  if (error instanceof ApiProblem) {
    const fields = error.problem.errors ?? []
    if (fields.length > 0) return fields.map(({ field, message }) => `${field}: ${message}`).join('; ')
    // 5xx details say nothing that helps; the others are written for people.
    if (error.status < 500 && error.problem.detail) return error.problem.detail
    return byStatus[error.status] ?? error.problem.title ?? 'Something went wrong on the server.'
  }
  if (error instanceof NetworkFailure)
    return 'The server did not answer. Check the connection; this page keeps trying where it can.'
  return 'Something went wrong in this page. Reloading it may help.'
}
