import { answer, media as service } from '../api/clients'
import type { components } from '../api/generated/media-service'
import type { Page } from '../api/model'
import { withoutNull, type Served } from '../api/served'

type Schema = components['schemas']

export type MediaKind = Schema['MediaKind']

export type Library = Served<
  Schema['LibraryView'],
  'lastScan',
  { lastScan: Served<Schema['LastScan'], 'startedAt' | 'finishedAt'> | null }
>

/** A catalogued file; `position`, `fault` and `sources` are told to some, or of a single item, only. */
export type Item = Served<
  Schema['ItemView'],
  | 'durationSeconds'
  | 'pages'
  | 'width'
  | 'height'
  | 'orientation'
  | 'recordedAt'
  | 'artist'
  | 'album'
  | 'description'
  | 'fault'
  | 'sources',
  { position: Served<Schema['GeoPosition']> | null }
>

export type Scan = Served<Schema['ScanView'], 'startedAt' | 'finishedAt' | 'failure'>
export type Ticket = Served<Schema['TicketView']>

const one = (id: string) => ({ path: { id } })

export const media = {
  libraries: () => answer<{ items: Library[] }>(service.GET('/media/libraries')),
  items: (
    filter: { library: string | null; kind: MediaKind | null; q: string | null },
    cursor: string | null,
  ) =>
    answer<Page<Item>>(
      service.GET('/media/items', {
        params: { query: { ...withoutNull({ ...filter, cursor }), limit: 48 } },
      }),
    ),
  item: (id: string) => answer<Item>(service.GET('/media/items/{id}', { params: one(id) })),
  ticket: (id: string) => answer<Ticket>(service.POST('/media/items/{id}/ticket', { params: one(id) })),
  thumbnail: async (id: string) => {
    const { response } = await service.GET('/media/items/{id}/thumbnail', {
      params: one(id),
      headers: { Accept: 'image/*' },
      parseAs: 'stream',
    })
    return response.blob()
  },
  scan: (libraryId: string) =>
    answer<Scan>(service.POST('/media/libraries/{id}/scans', { params: one(libraryId) })),
  scanState: (id: string) => answer<Scan>(service.GET('/media/scans/{id}', { params: one(id) })),
}
