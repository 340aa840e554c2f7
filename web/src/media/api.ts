import { fetchOk } from '../api/client'
import type { Page } from '../api/model'

export type MediaKind = 'AUDIO' | 'VIDEO' | 'DOCUMENT' | 'IMAGE'

export interface Library {
  id: string
  key: string
  name: string
  kind: 'RECORDINGS' | 'TRAINING' | 'FORMS' | 'PHOTOS' | 'MIXED'
  status: 'ONLINE' | 'OFFLINE' | 'SCANNING'
  itemCount: number
}

export interface Item {
  id: string
  libraryId: string
  libraryName: string
  kind: MediaKind
  title: string
  fileName: string
  folder: string | null
  size: number
  contentType: string
  durationSeconds: number | null
  pages: number | null
  width: number | null
  height: number | null
  recordedAt: string | null
  callsigns: string[]
  artist: string | null
  album: string | null
  description: string | null
  hasThumbnail: boolean
  addedAt: string
  status: 'PRESENT' | 'MISSING'
}

export interface ItemDetail extends Item {
  sources: Record<string, string>
}

export interface Scan {
  id: string
  libraryId: string
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED'
  found: number
  changed: number
  unchanged: number
  missing: number
  errors: number
}

export interface Ticket {
  url: string
  expiresAt: string
}

const one = encodeURIComponent

async function json<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}

export const media = {
  libraries: () => json<{ items: Library[] }>(fetchOk('GET', '/media/libraries')),
  items: (filter: { library?: string; kind?: string; q?: string }, cursor: string | null) =>
    json<Page<Item>>(
      fetchOk('GET', '/media/items', { query: { ...filter, limit: 48, cursor: cursor ?? undefined } }),
    ),
  item: (id: string) => json<ItemDetail>(fetchOk('GET', `/media/items/${one(id)}`)),
  ticket: (id: string) => json<Ticket>(fetchOk('POST', `/media/items/${one(id)}/ticket`)),
  thumbnail: async (id: string) =>
    (await fetchOk('GET', `/media/items/${one(id)}/thumbnail`, { headers: { Accept: 'image/*' } })).blob(),
  scan: (libraryId: string) => json<Scan>(fetchOk('POST', `/media/libraries/${one(libraryId)}/scans`)),
  scanState: (id: string) => json<Scan>(fetchOk('GET', `/media/scans/${one(id)}`)),
}
