import type { ChatMessage, CheckIn, Net, Person } from '../api/model'
import type { NetEvent, NetSnapshot } from './events'

/** What a client knows of a net. Never changed in place: each event gives a new one. */
export interface NetState {
  net: Net
  checkIns: ReadonlyMap<string, CheckIn>
  chat: readonly ChatMessage[]
  /** The journal as far as it was seen, oldest first. */
  events: readonly NetEvent[]
  online: readonly Person[]
}

export function emptyState(net: Net): NetState {
  return { net, checkIns: new Map(), chat: [], events: [], online: [] }
}

/** Applies an event; an older or repeated one changes nothing that is newer. */
export function apply(state: NetState, event: NetEvent): NetState {
  return remember(change(state, event), event)
}

function change(state: NetState, event: NetEvent): NetState {
  switch (event.type) {
    case 'net.created':
    case 'net.updated':
    case 'net.status-changed':
      return withNet(state, event.payload.after)
    case 'role.granted': {
      const holder = event.payload.after
      const roles = [...state.net.roles.filter((other) => other.userId !== holder.userId), holder]
      return { ...state, net: { ...state.net, roles } }
    }
    case 'role.revoked': {
      const roles = state.net.roles.filter((other) => other.userId !== event.payload.before.userId)
      return { ...state, net: { ...state.net, roles } }
    }
    case 'check-in.added':
    case 'check-in.changed':
    case 'check-in.deleted':
    case 'check-in.restored':
      return withCheckIns(state, [event.payload.after])
    case 'chat.posted':
      return withChat(state, [event.payload.after])
  }
  // A newer server may tell of more than this client knows.
  return state
}

/** Takes a net that is at least as new as the known one. Events are for all, so what is known of the caller stays. */
export function withNet(state: NetState, net: NetSnapshot): NetState {
  return net.version >= state.net.version
    ? { ...state, net: { ...state.net, ...net, me: state.net.me } }
    : state
}

/** Takes the answer to a question of the caller, the only place that says what the caller is and may do. */
export function withAnswer(state: NetState, net: Net): NetState {
  const { me, roles } = net
  return { ...state, net: { ...withNet(state, net).net, me, roles } }
}

/** Takes check-ins, each only if it is newer than the known one. */
export function withCheckIns(state: NetState, checkIns: Iterable<CheckIn>): NetState {
  const known = new Map(state.checkIns)
  let changed = false
  for (const checkIn of checkIns) {
    const old = known.get(checkIn.id)
    if (old && old.version >= checkIn.version) continue
    known.set(checkIn.id, checkIn)
    changed = true
  }
  return changed ? { ...state, checkIns: known } : state
}

/** Takes chat messages in any order; each stays once. */
export function withChat(state: NetState, messages: readonly ChatMessage[]): NetState {
  const known = new Set(state.chat.map(({ id }) => id))
  const fresh = messages.filter(({ id }) => !known.has(id))
  if (fresh.length === 0) return state
  const chat = [...state.chat, ...fresh].sort((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
  return { ...state, chat }
}

/** Takes a part of the journal without changing what it led to. */
export function withEvents(state: NetState, events: readonly NetEvent[]): NetState {
  return events.reduce(remember, state)
}

function remember(state: NetState, event: NetEvent): NetState {
  const last = state.events.at(-1)
  if (!last || event.sequence > last.sequence) return { ...state, events: [...state.events, event] }
  if (state.events.some(({ sequence }) => sequence === event.sequence)) return state
  const events = [...state.events, event].sort((a, b) => a.sequence - b.sequence)
  return { ...state, events }
}

/** RFC 3339 times of the services are all UTC, so their order is the order of their text up to the fraction's length. */
function compare(a: string, b: string): number {
  const difference = Date.parse(a) - Date.parse(b)
  if (difference !== 0 && !Number.isNaN(difference)) return difference
  return a < b ? -1 : a > b ? 1 : 0
}

/** The rows of the log: what was not deleted, by row number. */
export function rows(state: Pick<NetState, 'checkIns'>): CheckIn[] {
  return [...state.checkIns.values()].filter(({ deleted }) => !deleted).sort((a, b) => a.number - b.number)
}

/** The live row of a callsign, if it is checked in. */
export function liveRow(state: Pick<NetState, 'checkIns'>, callsign: string): CheckIn | undefined {
  return rows(state).find((row) => row.callsign === callsign && row.status !== 'CHECKED_OUT')
}

export interface Counts {
  /** Different stations heard. */
  stations: number
  /** Rows not checked out. */
  live: number
  rechecks: number
  traffic: number
}

export function count(all: readonly CheckIn[]): Counts {
  return {
    stations: new Set(all.map(({ base }) => base)).size,
    live: all.filter(({ status }) => status !== 'CHECKED_OUT').length,
    rechecks: all.filter(({ recheckOf }) => recheckOf).length,
    traffic: all.filter(({ status }) => status === 'HAS_TRAFFIC').length,
  }
}
