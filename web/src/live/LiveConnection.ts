import type { Person } from '../api/model'
import { Backoff } from './backoff'
import type { NetEvent } from './events'

/** `live` is said only while the server is heard and everything up to now has arrived. */
export type ConnectionState = 'live' | 'connecting' | 'offline'

/** The part of WebSocket that is used; tests bring their own. */
export interface Socket {
  onopen: (() => void) | null
  onmessage: ((event: { data: unknown }) => void) | null
  onclose: ((event: { code: number }) => void) | null
  send: (text: string) => void
  close: (code?: number) => void
}

export interface LiveWorld {
  open: (url: string, protocols: string[]) => Socket
  /** A fresh enough access token. */
  token: () => Promise<string>
  /** Replaces a token that the server no longer takes. */
  renewToken: () => Promise<string>
  onToken: (listener: (token: string) => void) => () => void
  /** The journal after a sequence number, one page. */
  journal: (since: number) => Promise<NetEvent[]>
  /** The browser's word on the network, and the page coming back to the front. */
  onNetwork: (listeners: { online: () => void; offline: () => void; visible: () => void }) => () => void
  now: () => number
  random: () => number
}

export interface LiveListener {
  event: (event: NetEvent) => void
  presence: (online: Person[]) => void
  state: (state: ConnectionState) => void
  /** The server's journal is shorter than what was seen here (it was restored from a backup): begin anew. */
  reset: () => void
}

type ServerMessage =
  | { type: 'welcome'; sequence: number }
  | { type: 'event'; event: NetEvent }
  | { type: 'caught-up'; sequence: number }
  | { type: 'presence'; online: Person[] }
  | { type: 'token-accepted' }
  | { type: 'pong' }

/** Silence after which the server is asked for a sign of life, and how long it has to answer. */
const quiet = 10_000
const answerWithin = 6_000
/** An opening handshake that takes longer is given up. */
const openWithin = 10_000

/**
 * A net's live feed over one WebSocket that is opened again for as long as it takes. Events reach the listener in the
 * journal's order and each once, whatever the socket does: duplicates are dropped, gaps are filled from the journal.
 */
export class LiveConnection {
  readonly #url: string
  readonly #world: LiveWorld
  readonly #listener: LiveListener
  readonly #backoff: Backoff
  #sequence: number
  #state: ConnectionState = 'connecting'
  #socket: Socket | undefined
  #heardAt: number
  /** When the socket is given up unless something is heard. */
  #answerBy: number | undefined
  #opened = false
  #stopped = false
  #attempt = 0
  #refused = 0
  #reconnect: ReturnType<typeof setTimeout> | undefined
  #watch: ReturnType<typeof setInterval> | undefined
  #filling: Promise<void> | undefined
  /** Events that came while a gap was being filled. */
  #early: NetEvent[] = []
  #releases: (() => void)[] = []

  /** `url` without the sequence number; `sequence` is the last one the caller already knows. */
  constructor(url: string, sequence: number, world: LiveWorld, listener: LiveListener) {
    this.#url = url
    this.#sequence = sequence
    this.#world = world
    this.#listener = listener
    this.#backoff = new Backoff(world.random)
    this.#heardAt = world.now()
  }

  /** `offline` stays until a socket opens: attempts in the background change nothing for the reader. */
  get state(): ConnectionState {
    return this.#state
  }

  /** The last journal entry handed to the listener. */
  get sequence(): number {
    return this.#sequence
  }

  /** When the server was last heard, on the world's clock. */
  get heardAt(): number {
    return this.#heardAt
  }

  start(): void {
    this.#releases = [
      this.#world.onToken((token) => {
        if (this.#socket && this.#opened) this.#send({ type: 'token', token })
      }),
      this.#world.onNetwork({
        online: () => this.#retryNow(),
        offline: () => this.#drop(),
        visible: () => {
          if (this.#socket && this.#opened) this.#ping()
          else if (!this.#socket) this.#retryNow()
        },
      }),
    ]
    this.#watch = setInterval(() => this.#lookForLife(), 1_000)
    void this.#connect()
  }

  stop(): void {
    this.#stopped = true
    clearTimeout(this.#reconnect)
    clearInterval(this.#watch)
    for (const release of this.#releases) release()
    const socket = this.#forget()
    socket?.close(1000)
  }

  async #connect(): Promise<void> {
    clearTimeout(this.#reconnect)
    const attempt = ++this.#attempt
    let token: string
    try {
      token = this.#refused > 0 ? await this.#world.renewToken() : await this.#world.token()
    } catch {
      if (attempt === this.#attempt) this.#later()
      return
    }
    if (attempt !== this.#attempt || this.#stopped) return

    this.#opened = false
    const socket = this.#world.open(`${this.#url}?since=${this.#sequence}`, [
      'ect.live.v1',
      encodeURIComponent(`quarkus-http-upgrade#Authorization#Bearer ${token}`),
    ])
    this.#socket = socket
    this.#answerBy = this.#world.now() + openWithin
    socket.onopen = () => {
      this.#opened = true
      this.#heard()
      this.#enter('connecting')
    }
    socket.onmessage = ({ data }) => {
      this.#heard()
      if (typeof data === 'string') this.#receive(JSON.parse(data) as ServerMessage)
    }
    socket.onclose = ({ code }) => {
      this.#forget()
      this.#closed(code)
    }
  }

  #receive(message: ServerMessage) {
    switch (message.type) {
      case 'welcome':
        if (message.sequence < this.#sequence) this.#listener.reset()
        break
      case 'event':
        this.#take(message.event)
        break
      case 'caught-up':
        void this.#arrive(message.sequence)
        break
      case 'presence':
        this.#listener.presence(message.online)
        break
      case 'token-accepted':
      case 'pong':
        break
    }
  }

  /** Passes an event on if it is the next one; keeps it and fills the gap if one is missing before it. */
  #take(event: NetEvent) {
    if (event.sequence <= this.#sequence) return
    if (event.sequence === this.#sequence + 1 && !this.#filling) {
      this.#pass(event)
      return
    }
    this.#early.push(event)
    void this.#fill().catch(() => this.#socket?.close(4000))
  }

  #pass(event: NetEvent) {
    this.#sequence = event.sequence
    this.#listener.event(event)
  }

  /** Reads the journal until nothing is missing, then goes on with what came meanwhile. */
  #fill(): Promise<void> {
    this.#filling ??= (async () => {
      try {
        for (;;) {
          const page = await this.#world.journal(this.#sequence)
          for (const event of page) if (event.sequence > this.#sequence) this.#pass(event)
          if (page.length === 0) break
        }
        // The journal has been read to its end, so what is still ahead of it was written afterwards.
        for (const event of this.#early.sort((a, b) => a.sequence - b.sequence)) {
          if (event.sequence > this.#sequence) this.#pass(event)
        }
        this.#early = []
      } finally {
        this.#filling = undefined
      }
    })()
    return this.#filling
  }

  /** Everything up to `sequence` was sent; live from now on, once it has really arrived. */
  async #arrive(sequence: number) {
    const socket = this.#socket
    try {
      if (this.#filling || sequence > this.#sequence) await this.#fill()
    } catch {
      socket?.close(4000)
      return
    }
    if (socket !== this.#socket || !socket) return
    this.#refused = 0
    this.#backoff.reset()
    this.#enter('live')
  }

  #closed(code: number) {
    if (this.#stopped) return
    if (code === 1008) this.#refused++
    if (this.#opened) {
      this.#enter('connecting')
      this.#reconnect = setTimeout(() => void this.#connect(), this.#backoff.next())
      return
    }
    // Refused before it opened: a browser does not say why. The journal tells a lost network (it fails too) from a
    // token that is no longer taken (its request renews it), and brings what can be had without the socket.
    this.#later()
    void this.#fill().catch(() => undefined)
  }

  #later() {
    if (this.#stopped) return
    this.#enter('offline')
    clearTimeout(this.#reconnect)
    this.#reconnect = setTimeout(() => void this.#connect(), this.#backoff.next())
  }

  #retryNow() {
    if (this.#stopped || this.#socket) return
    this.#backoff.reset()
    void this.#connect()
  }

  /** Gives the socket up without waiting for it to notice. */
  #drop() {
    const socket = this.#forget()
    socket?.close(4000)
    this.#attempt++
    this.#later()
  }

  #forget(): Socket | undefined {
    const socket = this.#socket
    if (socket) {
      socket.onopen = null
      socket.onmessage = null
      socket.onclose = null
    }
    this.#socket = undefined
    this.#answerBy = undefined
    return socket
  }

  #heard() {
    this.#heardAt = this.#world.now()
    this.#answerBy = undefined
  }

  #ping() {
    if (this.#answerBy !== undefined) return
    this.#answerBy = this.#world.now() + answerWithin
    this.#send({ type: 'ping' })
  }

  #lookForLife() {
    if (!this.#socket) return
    const now = this.#world.now()
    if (this.#answerBy !== undefined && now > this.#answerBy) this.#drop()
    else if (this.#opened && now - this.#heardAt > quiet) this.#ping()
  }

  #send(message: { type: 'ping' } | { type: 'token'; token: string }) {
    this.#socket?.send(JSON.stringify(message))
  }

  #enter(state: ConnectionState) {
    if (this.#stopped || this.#state === state) return
    this.#state = state
    this.#listener.state(state)
  }
}
