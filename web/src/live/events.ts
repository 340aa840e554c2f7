import type { ChatMessage, CheckIn, Net, Person, RoleHolder } from '../api/model'

interface EventOf<Type extends string, Payload> {
  sequence: number
  type: Type
  at: string
  actor: Person | null
  payload: Payload
}

interface Change<After> {
  before?: Partial<After> | null
  after: After
}

/** A net as its journal keeps it: without what depends on who asks and when. */
export type NetSnapshot = Omit<Net, 'me' | 'roles' | 'counts' | 'sequence'>

export type CheckInEvent = EventOf<
  'check-in.added' | 'check-in.changed' | 'check-in.deleted' | 'check-in.restored',
  Change<CheckIn>
>

/** One entry of a net's journal: what was done, by whom, and what is so since then. */
export type NetEvent =
  | EventOf<'net.created' | 'net.updated' | 'net.status-changed', Change<NetSnapshot>>
  | EventOf<'role.granted', Change<RoleHolder>>
  | EventOf<'role.revoked', { before: RoleHolder }>
  | CheckInEvent
  | EventOf<'chat.posted', Change<ChatMessage>>
