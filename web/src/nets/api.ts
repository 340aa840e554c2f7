import { fetchOk } from '../api/client'
import type {
  ChatMessage,
  CheckIn,
  Frequency,
  Net,
  NetRole,
  NetStatus,
  Page,
  Station,
  StationStatus,
} from '../api/model'
import type { NetEvent } from '../live/events'

const one = encodeURIComponent
const net = (id: string) => `/ectlog/nets/${one(id)}`
const match = (version: number) => ({ 'If-Match': `"${version}"` })

async function json<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}

export interface NetDraft {
  name: string
  description: string | null
  frequencyIds: string[]
  scheduledStart: string | null
  zone: string | null
  selfCheckIn: boolean
}

export interface FrequencyDraft {
  frequency: string | null
  mode: string
  network: string | null
  talkgroup: string | null
  description: string | null
}

export interface CheckInDraft {
  callsign: string
  tactical: boolean
  name: string | null
  location: string | null
  status: StationStatus
  frequencyId: string | null
}

export type CheckInChange = Partial<
  Pick<
    CheckIn,
    'callsign' | 'name' | 'location' | 'status' | 'frequencyId' | 'relayedBy' | 'notes' | 'weather' | 'power'
  >
>

export type NetStep = 'schedule' | 'lobby' | 'start' | 'close' | 'archive' | 'unarchive'

export const nets = {
  list: (status: readonly NetStatus[], cursor?: string | null, limit = 50) =>
    json<Page<Net>>(
      fetchOk('GET', '/ectlog/nets', {
        query: { status: status.join(','), limit, cursor: cursor ?? undefined },
      }),
    ),
  get: (id: string) => json<Net>(fetchOk('GET', net(id))),
  create: (draft: NetDraft, key: string) =>
    json<Net>(fetchOk('POST', '/ectlog/nets', { body: draft, headers: { 'Idempotency-Key': key } })),
  update: (id: string, version: number, draft: NetDraft) =>
    json<Net>(fetchOk('PUT', net(id), { body: draft, headers: match(version) })),
  remove: (id: string) => fetchOk('DELETE', net(id)),
  step: (id: string, step: NetStep) => json<Net>(fetchOk('POST', `${net(id)}/${step}`)),
  grant: (id: string, userId: string, role: { role: NetRole; name: string; callsign: string | null }) =>
    json<Net>(fetchOk('PUT', `${net(id)}/roles/${one(userId)}`, { body: role })),
  revoke: (id: string, userId: string) => json<Net>(fetchOk('DELETE', `${net(id)}/roles/${one(userId)}`)),
  subscribe: (id: string, wanted: boolean) => fetchOk(wanted ? 'PUT' : 'DELETE', `${net(id)}/subscription`),
  journal: (id: string, since: number, limit = 200) =>
    json<Page<NetEvent>>(fetchOk('GET', `${net(id)}/journal`, { query: { since, limit } })),
  exported: (id: string, format: 'csv' | 'ics309', query: { zone: string; format?: 'txt' | 'html' }) =>
    fetchOk('GET', `${net(id)}/export/${format}`, { query, headers: { Accept: '*/*' } }),
}

export const checkIns = {
  page: (netId: string, cursor?: string | null) =>
    json<Page<CheckIn>>(
      fetchOk('GET', `${net(netId)}/check-ins`, { query: { limit: 200, cursor: cursor ?? undefined } }),
    ),
  add: (netId: string, draft: CheckInDraft, key: string) =>
    json<CheckIn>(
      fetchOk('POST', `${net(netId)}/check-ins`, { body: draft, headers: { 'Idempotency-Key': key } }),
    ),
  change: (row: CheckIn, change: CheckInChange) =>
    json<CheckIn>(
      fetchOk('PATCH', `${net(row.netId)}/check-ins/${one(row.id)}`, {
        body: change,
        headers: match(row.version),
      }),
    ),
  remove: (row: CheckIn) => json<CheckIn>(fetchOk('DELETE', `${net(row.netId)}/check-ins/${one(row.id)}`)),
  restore: (row: CheckIn) =>
    json<CheckIn>(fetchOk('POST', `${net(row.netId)}/check-ins/${one(row.id)}/restore`)),
}

export const chat = {
  page: (netId: string, cursor?: string | null) =>
    json<Page<ChatMessage>>(
      fetchOk('GET', `${net(netId)}/chat`, { query: { limit: 100, cursor: cursor ?? undefined } }),
    ),
  say: (netId: string, text: string, key: string) =>
    json<ChatMessage>(
      fetchOk('POST', `${net(netId)}/chat`, { body: { text }, headers: { 'Idempotency-Key': key } }),
    ),
}

export const frequencies = {
  list: () => json<Page<Frequency>>(fetchOk('GET', '/ectlog/frequencies', { query: { limit: 200 } })),
  add: (draft: FrequencyDraft) => json<Frequency>(fetchOk('POST', '/ectlog/frequencies', { body: draft })),
}

export const stations = {
  search: (q: string) => json<Station[]>(fetchOk('GET', '/ectlog/stations', { query: { q } })),
}
