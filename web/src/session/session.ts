import { ApiProblem, NetworkFailure, problemOf } from '../api/problem'

/**
 * The browser's session. The refresh token lives in a cookie that scripts cannot read; the access token lives in this
 * object and nowhere else, so a reload begins with a refresh.
 */
export type SessionState = 'starting' | 'signed-in' | 'signed-out' | 'unreachable'

interface AccessToken {
  value: string
  /** Milliseconds on the monotonic clock: the computer's wall clock may be wrong. */
  expiresAt: number
}

interface TokenAnswer {
  access_token: string
  expires_in: number
}

/** What the session needs from the browser; tests bring their own. */
export interface SessionWorld {
  fetch: (url: string, init: RequestInit) => Promise<Response>
  now: () => number
  /** Runs the deed while no other tab of this origin runs one. */
  exclusively: <T>(deed: () => Promise<T>) => Promise<T>
  /** Tells the other tabs, and hears from them, that the session was ended. */
  channel: { postMessage: (message: unknown) => void; onmessage: ((event: MessageEvent) => void) | null }
}

/** How long before its end an access token is replaced. */
const margin = 60_000
const firstRetry = 1_000
const longestRetry = 30_000

export class Session {
  #world: SessionWorld
  #state: SessionState = 'starting'
  #token: AccessToken | undefined
  #refreshing: Promise<string> | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #retry = firstRetry
  #stateListeners = new Set<() => void>()
  #tokenListeners = new Set<(token: string) => void>()

  constructor(world: SessionWorld) {
    this.#world = world
    world.channel.onmessage = (event) => {
      if (event.data === 'signed-out') this.#end()
    }
  }

  get state(): SessionState {
    return this.#state
  }

  /** Gets the first access token, and goes on trying while the server cannot be reached. */
  start(): void {
    this.refresh().catch(() => undefined)
  }

  /** A token with enough life left for a request. */
  async accessToken(): Promise<string> {
    const token = this.#token
    if (token && this.#left(token) > margin / 2) return token.value
    try {
      return await this.refresh()
    } catch (error) {
      // The old one still serves while auth-service is away.
      if (token && this.#token === token && this.#left(token) > 1_000) return token.value
      throw error
    }
  }

  /** Replaces the access token now. Callers at the same time share one refresh. */
  refresh(): Promise<string> {
    if (this.#state === 'signed-out') return Promise.reject(ended())
    this.#refreshing ??= this.#refreshOnce().finally(() => {
      this.#refreshing = undefined
    })
    return this.#refreshing
  }

  async signOut(): Promise<void> {
    const response = await this.#ask('/auth/session/sign-out')
    if (!response.ok && response.status !== 401) throw await problemOf(response)
    this.#world.channel.postMessage('signed-out')
    this.#end()
  }

  onState = (listener: () => void): (() => void) => {
    this.#stateListeners.add(listener)
    return () => this.#stateListeners.delete(listener)
  }

  /** Hears each new access token, as the live connection must. */
  onToken(listener: (token: string) => void): () => void {
    this.#tokenListeners.add(listener)
    return () => this.#tokenListeners.delete(listener)
  }

  async #refreshOnce(): Promise<string> {
    clearTimeout(this.#timer)
    try {
      // Refresh tokens rotate and a second use of one ends the session, so two tabs must never refresh at once.
      const response = await this.#world.exclusively(() => this.#ask('/auth/session/token'))
      if (response.status === 401) {
        this.#end()
        throw ended()
      }
      if (!response.ok) throw await problemOf(response)
      const answer = (await response.json()) as TokenAnswer
      this.#accept(answer)
      return answer.access_token
    } catch (error) {
      if (this.#state !== 'signed-out') this.#tryLater(error)
      throw error
    }
  }

  #accept(answer: TokenAnswer) {
    const life = answer.expires_in * 1000
    this.#token = { value: answer.access_token, expiresAt: this.#world.now() + life }
    this.#retry = firstRetry
    this.#timer = setTimeout(() => this.start(), Math.max(life - margin, life / 2))
    this.#enter('signed-in')
    for (const listener of this.#tokenListeners) listener(answer.access_token)
  }

  #tryLater(error: unknown) {
    const token = this.#token
    if (!token || this.#left(token) <= 0) {
      this.#token = undefined
      if (this.#state === 'starting') this.#enter('unreachable')
    }
    const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1000 : 0
    this.#timer = setTimeout(() => this.start(), Math.max(asked, this.#retry))
    this.#retry = Math.min(this.#retry * 2, longestRetry)
  }

  #left(token: AccessToken) {
    return token.expiresAt - this.#world.now()
  }

  #end() {
    clearTimeout(this.#timer)
    this.#token = undefined
    this.#enter('signed-out')
  }

  #enter(state: SessionState) {
    if (this.#state === state) return
    this.#state = state
    for (const listener of this.#stateListeners) listener()
  }

  async #ask(path: string): Promise<Response> {
    try {
      return await this.#world.fetch(path, {
        method: 'POST',
        // A custom header cannot be sent by another site's form: the cookie alone is not enough.
        headers: { 'X-ECT-Request': 'web', Accept: 'application/json' },
        credentials: 'same-origin',
        cache: 'no-store',
        signal: AbortSignal.timeout(15_000),
      })
    } catch (error) {
      throw new NetworkFailure(error)
    }
  }
}

function ended() {
  return new ApiProblem({ code: 'unauthenticated', status: 401 })
}
