import { answer, ectlog, ifMatch } from '../api/clients'
import type {
  ChatMessage,
  CheckIn,
  Frequency,
  Mode,
  Net,
  NetRole,
  NetStatus,
  Page,
  Station,
  StationStatus,
} from '../api/model'
import { withoutNull } from '../api/served'
import type { NetEvent } from '../live/events'

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
  mode: Mode
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

/** What to change in a row: an absent field stays as it is, null empties it. */
export type CheckInChange = Partial<
  Pick<
    CheckIn,
    'callsign' | 'name' | 'location' | 'status' | 'frequencyId' | 'relayedBy' | 'notes' | 'weather' | 'power'
  >
>

export type NetStep = 'schedule' | 'lobby' | 'start' | 'close' | 'cancel' | 'archive' | 'unarchive'

const one = (id: string) => ({ path: { id } })
const page = (limit: number, cursor?: string | null) => ({ limit, ...(cursor ? { cursor } : {}) })
const row = ({ netId, id }: CheckIn) => ({ path: { netId, id } })

export const nets = {
  list: (status: readonly NetStatus[], cursor?: string | null, limit = 50) =>
    answer<Page<Net>>(
      ectlog.GET('/ectlog/nets', { params: { query: { status: status.join(','), ...page(limit, cursor) } } }),
    ),
  get: (id: string) => answer<Net>(ectlog.GET('/ectlog/nets/{id}', { params: one(id) })),
  create: (draft: NetDraft, key: string) =>
    answer<Net>(
      ectlog.POST('/ectlog/nets', {
        params: { header: { 'Idempotency-Key': key } },
        body: withoutNull(draft),
      }),
    ),
  update: (id: string, version: number, draft: NetDraft) =>
    answer<Net>(
      ectlog.PUT('/ectlog/nets/{id}', {
        params: { ...one(id), header: ifMatch(version) },
        body: withoutNull(draft),
      }),
    ),
  remove: (id: string) => ectlog.DELETE('/ectlog/nets/{id}', { params: one(id) }),
  step: (id: string, step: NetStep) =>
    answer<Net>(ectlog.POST(`/ectlog/nets/{id}/${step}`, { params: one(id) })),
  grant: (id: string, userId: string, role: { role: NetRole; name: string; callsign: string | null }) =>
    answer<Net>(
      ectlog.PUT('/ectlog/nets/{id}/roles/{userId}', {
        params: { path: { id, userId } },
        body: withoutNull(role),
      }),
    ),
  revoke: (id: string, userId: string) =>
    answer<Net>(ectlog.DELETE('/ectlog/nets/{id}/roles/{userId}', { params: { path: { id, userId } } })),
  subscribe: (id: string, wanted: boolean) =>
    wanted
      ? ectlog.PUT('/ectlog/nets/{id}/subscription', { params: one(id) })
      : ectlog.DELETE('/ectlog/nets/{id}/subscription', { params: one(id) }),
  journal: (netId: string, since: number, limit = 200) =>
    answer<{ items: NetEvent[] }>(
      ectlog.GET('/ectlog/nets/{netId}/journal', { params: { path: { netId }, query: { since, limit } } }),
    ),
}

/** The log as a file, unread. */
export const exports = {
  csv: async (netId: string, zone: string) =>
    (
      await ectlog.GET('/ectlog/nets/{netId}/export/csv', {
        params: { path: { netId }, query: { zone } },
        headers: { Accept: '*/*' },
        parseAs: 'stream',
      })
    ).response,
  ics309: async (netId: string, zone: string, format: 'txt' | 'html') =>
    (
      await ectlog.GET('/ectlog/nets/{netId}/export/ics309', {
        params: { path: { netId }, query: { zone, format } },
        headers: { Accept: '*/*' },
        parseAs: 'stream',
      })
    ).response,
}

export const checkIns = {
  page: (netId: string, cursor?: string | null) =>
    answer<Page<CheckIn>>(
      ectlog.GET('/ectlog/nets/{netId}/check-ins', { params: { path: { netId }, query: page(200, cursor) } }),
    ),
  add: (netId: string, draft: CheckInDraft, key: string) =>
    answer<CheckIn>(
      ectlog.POST('/ectlog/nets/{netId}/check-ins', {
        params: { path: { netId }, header: { 'Idempotency-Key': key } },
        body: withoutNull(draft),
      }),
    ),
  change: (checkIn: CheckIn, change: CheckInChange) =>
    answer<CheckIn>(
      ectlog.PATCH('/ectlog/nets/{netId}/check-ins/{id}', {
        params: { ...row(checkIn), header: ifMatch(checkIn.version) },
        // The document cannot say that null is a value here: it empties a field.
        body: change as Partial<Record<keyof CheckInChange, string>> as { status?: StationStatus },
      }),
    ),
  remove: (checkIn: CheckIn) =>
    answer<CheckIn>(ectlog.DELETE('/ectlog/nets/{netId}/check-ins/{id}', { params: row(checkIn) })),
  restore: (checkIn: CheckIn) =>
    answer<CheckIn>(ectlog.POST('/ectlog/nets/{netId}/check-ins/{id}/restore', { params: row(checkIn) })),
}

export const chat = {
  page: (netId: string, cursor?: string | null) =>
    answer<Page<ChatMessage>>(
      ectlog.GET('/ectlog/nets/{netId}/chat', { params: { path: { netId }, query: page(100, cursor) } }),
    ),
  say: (netId: string, text: string, key: string) =>
    answer<ChatMessage>(
      ectlog.POST('/ectlog/nets/{netId}/chat', {
        params: { path: { netId }, header: { 'Idempotency-Key': key } },
        body: { text },
      }),
    ),
}

export const frequencies = {
  list: () => answer<Page<Frequency>>(ectlog.GET('/ectlog/frequencies', { params: { query: page(200) } })),
  add: (draft: FrequencyDraft) =>
    answer<Frequency>(ectlog.POST('/ectlog/frequencies', { body: withoutNull(draft) })),
}

export const stations = {
  search: (q: string) => answer<Station[]>(ectlog.GET('/ectlog/stations', { params: { query: { q } } })),
}
