import { answer, auth, ectlog, media, notification } from '../api/clients'
import type { components } from '../api/generated/auth-service'
import type { Page } from '../api/model'
import { withoutNull, type Served } from '../api/served'

type Schema = components['schemas']

export type AuditEvent = Served<
  Schema['AuditEventView'],
  never,
  { actor: Served<Schema['AuditActor'], 'name' | 'callsign'>; before: unknown; after: unknown }
>
export type AuditReport = Served<
  Schema['VerificationReport'],
  'anchor',
  { findings: Served<Schema['Finding'], 'position' | 'id'>[] }
>

export interface AuditFilter {
  q: string | null
  actor: string | null
  action: string | null
  objectType: string | null
  objectId: string | null
  address: string | null
  from: string | null
  to: string | null
}

/** Each service keeps a trail of its own, in the same shape. */
export const trails = {
  auth: {
    label: 'Accounts and sign-in',
    list: (filter: AuditFilter, cursor: string | null) =>
      answer<Page<AuditEvent>>(
        auth.GET('/auth/audit', { params: { query: withoutNull({ ...filter, cursor }) } }),
      ),
    export: async (filter: AuditFilter) =>
      (
        await auth.GET('/auth/audit/export', {
          params: { query: withoutNull(filter) },
          headers: { Accept: 'text/csv' },
          parseAs: 'stream',
        })
      ).response,
    verify: () => answer<AuditReport>(auth.GET('/auth/audit/verification')),
  },
  ectlog: {
    label: 'Nets and logs',
    list: (filter: AuditFilter, cursor: string | null) =>
      answer<Page<AuditEvent>>(
        ectlog.GET('/ectlog/audit', { params: { query: withoutNull({ ...filter, cursor }) } }),
      ),
    export: async (filter: AuditFilter) =>
      (
        await ectlog.GET('/ectlog/audit/export', {
          params: { query: withoutNull(filter) },
          headers: { Accept: 'text/csv' },
          parseAs: 'stream',
        })
      ).response,
    verify: () => answer<AuditReport>(ectlog.GET('/ectlog/audit/verification')),
  },
  media: {
    label: 'Media',
    list: (filter: AuditFilter, cursor: string | null) =>
      answer<Page<AuditEvent>>(
        media.GET('/media/audit', { params: { query: withoutNull({ ...filter, cursor }) } }),
      ),
    export: async (filter: AuditFilter) =>
      (
        await media.GET('/media/audit/export', {
          params: { query: withoutNull(filter) },
          headers: { Accept: 'text/csv' },
          parseAs: 'stream',
        })
      ).response,
    verify: () => answer<AuditReport>(media.GET('/media/audit/verification')),
  },
  notification: {
    label: 'Mail',
    list: (filter: AuditFilter, cursor: string | null) =>
      answer<Page<AuditEvent>>(
        notification.GET('/notification/audit', { params: { query: withoutNull({ ...filter, cursor }) } }),
      ),
    export: async (filter: AuditFilter) =>
      (
        await notification.GET('/notification/audit/export', {
          params: { query: withoutNull(filter) },
          headers: { Accept: 'text/csv' },
          parseAs: 'stream',
        })
      ).response,
    verify: () => answer<AuditReport>(notification.GET('/notification/audit/verification')),
  },
}

export type TrailName = keyof typeof trails
