import type { ChatMessage, CheckIn, Net, Person } from '../api/model'
import { ApiProblem } from '../api/problem'
import { untilAnswered, whenOnline } from '../api/reliable'
import type { NetEvent } from '../live/events'
import { LiveConnection, type ConnectionState, type LiveWorld } from '../live/LiveConnection'
import {
  apply,
  emptyState,
  withAnswer,
  withChat,
  withCheckIns,
  withEvents,
  type NetState,
} from '../live/netState'
import { chat, checkIns, nets, type CheckInChange, type CheckInDraft, type NetStep } from './api'

/** A check-in or chat line on its way: shown at once, and kept until the server has answered. */
export interface Outgoing<T> {
  key: string
  what: T
  /** `waiting`: no answer yet, it is being tried again. `refused`: the server said no. */
  state: 'sending' | 'waiting' | 'refused'
  error?: unknown
}

export interface NetView {
  phase: 'loading' | 'ready' | 'failed'
  error?: unknown
  state?: NetState
  connection: ConnectionState
  outgoing: readonly Outgoing<CheckInDraft>[]
  lines: readonly Outgoing<string>[]
}

const chatPages = 1
const journalTail = 200

/**
 * Everything a page knows of one net: loaded once, kept current by the journal's events, changed by commands whose
 * answers and events may come in any order.
 */
export class NetFile {
  readonly #id: string
  readonly #world: LiveWorld
  readonly #listeners = new Set<() => void>()
  readonly #arrivals = new Set<(event: NetEvent) => void>()
  #view: NetView = { phase: 'loading', connection: 'connecting', outgoing: [], lines: [] }
  #live: LiveConnection | undefined
  #opened = 0
  #abort = new AbortController()
  #earlierChat: string | null = null

  constructor(id: string, world: Omit<LiveWorld, 'journal'>) {
    this.#id = id
    this.#world = { ...world, journal: (since) => this.#journal(since) }
  }

  get view(): NetView {
    return this.#view
  }

  get heardAt(): number | undefined {
    return this.#live?.heardAt
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Hears events of others and oneself as they happen, not those of loading. */
  onArrival(listener: (event: NetEvent) => void): () => void {
    this.#arrivals.add(listener)
    return () => this.#arrivals.delete(listener)
  }

  async open(): Promise<void> {
    const turn = ++this.#opened
    this.#live?.stop()
    this.#live = undefined
    this.#abort = new AbortController()
    const again = { signal: this.#abort.signal, wake: whenOnline }
    try {
      // The net's sequence number is read first: whatever changes while the rest is read comes again as an event.
      const net = await nets.get(this.#id)
      const [log, talk, journal] = await Promise.all([
        untilAnswered(() => this.#allCheckIns(), again),
        untilAnswered(() => this.#chat(), again),
        untilAnswered(() => nets.journal(this.#id, Math.max(0, net.sequence - journalTail)), again),
      ])
      if (turn !== this.#opened) return
      let state = withEvents(emptyState(net), journal.items)
      state = withChat(withCheckIns(state, log), talk)
      this.#show({ phase: 'ready', state, error: undefined })
      this.#connect(net.sequence)
    } catch (error) {
      if (turn === this.#opened && !this.#abort.signal.aborted) this.#show({ phase: 'failed', error })
    }
  }

  close(): void {
    this.#opened++
    this.#abort.abort()
    this.#live?.stop()
    this.#live = undefined
  }

  get hasEarlierChat(): boolean {
    return this.#earlierChat !== null
  }

  async loadEarlierChat(): Promise<void> {
    if (this.#earlierChat === null) return
    const page = await chat.page(this.#id, this.#earlierChat)
    this.#earlierChat = page.next
    this.#change((state) => withChat(state, page.items))
  }

  /** Sends a check-in until it is answered; the promise tells how it went, the view shows it meanwhile. */
  log(draft: CheckInDraft): Promise<CheckIn> {
    return this.#send('outgoing', draft, async (key) => {
      const row = await checkIns.add(this.#id, draft, key)
      this.#change((state) => withCheckIns(state, [row]))
      return row
    })
  }

  say(text: string): Promise<ChatMessage> {
    return this.#send('lines', text, async (key) => {
      const message = await chat.say(this.#id, text, key)
      this.#change((state) => withChat(state, [message]))
      return message
    })
  }

  /** Takes a refused check-in or line off the screen. */
  discard(list: 'outgoing' | 'lines', key: string): void {
    this.#show({ [list]: this.#view[list].filter((other) => other.key !== key) })
  }

  async change(row: CheckIn, change: CheckInChange): Promise<CheckIn> {
    const changed = await checkIns.change(row, change)
    this.#change((state) => withCheckIns(state, [changed]))
    return changed
  }

  /** Deletes a row; it can be restored. */
  async remove(row: CheckIn): Promise<void> {
    const gone = await checkIns.remove(row)
    this.#change((state) => withCheckIns(state, [gone]))
  }

  async restore(row: CheckIn): Promise<void> {
    const back = await checkIns.restore(row)
    this.#change((state) => withCheckIns(state, [back]))
  }

  async step(step: NetStep): Promise<void> {
    this.#answer(await nets.step(this.#id, step))
  }

  /** Takes an answer that some form got. */
  take(net: Net): void {
    this.#answer(net)
  }

  /** Asks anew what the caller is and may do. */
  async ask(): Promise<void> {
    this.#answer(await nets.get(this.#id))
  }

  #answer(net: Net) {
    this.#change((state) => withAnswer(state, net))
  }

  #connect(sequence: number) {
    this.#live = new LiveConnection(`${socketOrigin()}/ectlog/live/nets/${this.#id}`, sequence, this.#world, {
      event: (event) => {
        this.#change((state) => apply(state, event))
        for (const listener of this.#arrivals) listener(event)
        // Only an answer to this caller says what the caller may do now.
        if (event.type.startsWith('net.') || event.type.startsWith('role.')) {
          void untilAnswered(() => this.ask(), { signal: this.#abort.signal, wake: whenOnline }).catch(
            () => undefined,
          )
        }
      },
      presence: (online: Person[]) => this.#change((state) => ({ ...state, online })),
      state: (connection) => {
        this.#show({ connection })
        if (connection !== 'live') this.#change((state) => ({ ...state, online: [] }))
      },
      reset: () => void this.open(),
    })
    this.#live.start()
  }

  async #journal(since: number): Promise<NetEvent[]> {
    try {
      return (await nets.journal(this.#id, since)).items
    } catch (error) {
      if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) {
        // The net was deleted, or is no longer for this person: there is nothing to connect to.
        this.close()
        this.#show({ phase: 'failed', error })
      }
      throw error
    }
  }

  async #allCheckIns(): Promise<CheckIn[]> {
    const all: CheckIn[] = []
    for (let cursor: string | null = null; ;) {
      const page = await checkIns.page(this.#id, cursor)
      all.push(...page.items)
      if (page.next === null) return all
      cursor = page.next
    }
  }

  async #chat(): Promise<ChatMessage[]> {
    const all: ChatMessage[] = []
    this.#earlierChat = null
    for (let page = 0; page < chatPages; page++) {
      const { items, next } = await chat.page(this.#id, this.#earlierChat)
      all.push(...items)
      this.#earlierChat = next
    }
    return all
  }

  async #send<Answer>(
    list: 'outgoing' | 'lines',
    what: CheckInDraft | string,
    deed: (key: string) => Promise<Answer>,
  ): Promise<Answer> {
    const key = crypto.randomUUID()
    const mark = (change: Partial<Outgoing<never>>) =>
      this.#show({ [list]: this.#view[list].map((one) => (one.key === key ? { ...one, ...change } : one)) })
    this.#show({ [list]: [...this.#view[list], { key, what, state: 'sending' }] })
    try {
      const answer = await untilAnswered(() => deed(key), {
        signal: this.#abort.signal,
        wake: whenOnline,
        onWait: () => mark({ state: 'waiting' }),
      })
      this.discard(list, key)
      return answer
    } catch (error) {
      if (error instanceof ApiProblem) mark({ state: 'refused', error })
      throw error
    }
  }

  #change(step: (state: NetState) => NetState) {
    const { state } = this.#view
    if (!state) return
    const next = step(state)
    if (next !== state) this.#show({ state: next })
  }

  #show(change: Partial<NetView>) {
    this.#view = { ...this.#view, ...change }
    for (const listener of this.#listeners) listener()
  }
}

function socketOrigin() {
  return location.origin.replace(/^http/, 'ws')
}
