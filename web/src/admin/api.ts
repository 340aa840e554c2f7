import { answer, auth, ifMatch, notification } from '../api/clients'
import type { components as AuthComponents } from '../api/generated/auth-service'
import type { components as NotificationComponents } from '../api/generated/notification-service'
import type { Page } from '../api/model'
import { withoutNull, type Served } from '../api/served'
import type { MailStatus } from '../notifications/statuses'
import type { Location, Role } from '../profile/api'
import { requestOf } from './clientDraft'

type AuthSchema = AuthComponents['schemas']
type MailSchema = NotificationComponents['schemas']

export type AccountStatus = AuthSchema['AccountStatus']
export type Account = Served<
  AuthSchema['Account'],
  'callsign' | 'gmrsCallsign' | 'banReason' | 'banUntil' | 'lastSeenAt'
>

export type Erasure = Served<AuthSchema['Erasure'], 'requestedAt' | 'dueAt'>

export type ClientAuthentication = AuthSchema['ClientAuthentication']
export type ClientGrant = AuthSchema['ClientGrant']
export type Client = Served<AuthSchema['Client'], 'backChannelLogoutUri' | 'jwks'>

export type KeyState = AuthSchema['KeyState']
export type SigningKey = Served<AuthSchema['SigningKey'], 'activeAt' | 'retiringAt' | 'goneAt' | 'changesAt'>

/** A client as its form holds it: lists of addresses are text, one a line. */
export interface ClientDraft {
  name: string
  authentication: ClientAuthentication
  redirectUris: string
  postLogoutRedirectUris: string
  backChannelLogoutUri: string
  grants: ClientGrant[]
  scopes: string[]
  audiences: string[]
  idTokenAlgorithm: AuthSchema['SigningAlgorithm']
  pkceOptional: boolean
  jwks: string
}

interface ClientWithSecret {
  client: Client
  secret?: string
}

export type Mail = Served<MailSchema['Message'], 'recipientUserId' | 'nextAttemptAt' | 'lastError' | 'sentAt'>
export type MailDetail = Served<
  MailSchema['MessageDetail'],
  'recipientUserId' | 'nextAttemptAt' | 'lastError' | 'sentAt' | 'expiresAt',
  {
    attachments: Served<MailSchema['MessageAttachment']>[]
    history: Served<MailSchema['MessageStep'], 'from' | 'note'>[]
  }
>

export type Lane = Served<MailSchema['Lane'], 'pausedUntil' | 'fault' | 'reason' | 'oldest'>
export type Template = Served<MailSchema['MailTemplate']>
export type TemplatePreview = Served<MailSchema['MailPreview']>
export type RelayStep = Served<MailSchema['RelayStep'], 'said'>
export type RelayReport = Served<MailSchema['RelayReport'], never, { steps: RelayStep[] }>
export type Intervention = MailSchema['Intervention']
export type BulkResult = Served<MailSchema['BulkResult']>

export type AddressBan = Served<AuthSchema['AddressBan'], 'liftedAt'>

export type InvitationStatus = AuthSchema['InvitationStatus']
export type RegistrationMode = AuthSchema['RegistrationMode']
export type Invitation = Served<AuthSchema['Invitation'], 'inviter' | 'acceptedAt'>
export type Registration = Served<AuthSchema['Registration']>

export type ReviewedAccount = Served<AuthSchema['ReviewedAccount'], 'callsign' | 'lastSeenAt'>
export interface ReviewFilter {
  role: Role | null
  status: AccountStatus | null
  inactiveDays: number | null
  apiKeys: boolean | null
  identities: boolean | null
  passkeys: boolean | null
  sessions: boolean | null
  secondFactor: boolean | null
}

export type Suppression = Served<MailSchema['Suppression'], 'note' | 'expiresAt'>

export type AnnouncementAudience = MailSchema['AnnouncementAudience']
export type AnnouncementProgress = Served<MailSchema['AnnouncementProgress']>
export type Announcement = Served<MailSchema['Announcement'], never, { progress: AnnouncementProgress }>
export type AnnouncementPreview = Served<MailSchema['AnnouncementPreview']>

/** What an administrator writes to a group. */
export interface AnnouncementDraft {
  audience: AnnouncementAudience
  title: string
  text: string
  emergency: boolean
}

const one = (id: string) => ({ path: { id } })

export const accounts = {
  list: (
    filter: { q: string | null; role: Role | null; status: AccountStatus | null },
    cursor: string | null,
  ) =>
    answer<Page<Account>>(
      auth.GET('/auth/accounts', { params: { query: withoutNull({ ...filter, cursor }) } }),
    ),
  location: (id: string) => answer<Location>(auth.GET('/auth/accounts/{id}/location', { params: one(id) })),
  setRole: ({ id, version }: Account, role: Role) =>
    answer<Account>(
      auth.PUT('/auth/accounts/{id}/role', {
        params: { ...one(id), header: ifMatch(version) },
        body: { role },
      }),
    ),
  ban: (id: string, reason: string, until: string | null) =>
    answer<Account>(
      auth.PUT('/auth/accounts/{id}/ban', { params: one(id), body: withoutNull({ reason, until }) }),
    ),
  removeFactor: (id: string) => auth.DELETE('/auth/accounts/{id}/second-factor', { params: one(id) }),
  deactivate: (id: string, reason: string) =>
    answer<Account>(auth.PUT('/auth/accounts/{id}/deactivation', { params: one(id), body: { reason } })),
  activate: (id: string) =>
    answer<Account>(auth.DELETE('/auth/accounts/{id}/deactivation', { params: one(id) })),
  erasure: (id: string) => answer<Erasure>(auth.GET('/auth/accounts/{id}/erasure', { params: one(id) })),
  erase: (id: string) => answer<Erasure>(auth.POST('/auth/accounts/{id}/erasure', { params: one(id) })),
  keep: (id: string) => auth.DELETE('/auth/accounts/{id}/erasure', { params: one(id) }),
  merge: (id: string, into: string) =>
    answer<Account>(auth.POST('/auth/accounts/{id}/merger', { params: one(id), body: { into } })),
  unban: (id: string) => answer<Account>(auth.DELETE('/auth/accounts/{id}/ban', { params: one(id) })),
}

export const addressBans = {
  list: (past: boolean, cursor: string | null) =>
    answer<Page<AddressBan>>(
      auth.GET('/auth/admin/address-bans', { params: { query: withoutNull({ past, cursor }) } }),
    ),
  lift: (id: string) => answer<AddressBan>(auth.DELETE('/auth/admin/address-bans/{id}', { params: one(id) })),
}

export const invitations = {
  registration: () => answer<Registration>(auth.GET('/auth/admin/invitations/registration')),
  list: (status: InvitationStatus | null, cursor: string | null) =>
    answer<Page<Invitation>>(
      auth.GET('/auth/admin/invitations', { params: { query: withoutNull({ status, cursor }) } }),
    ),
  create: (email: string) => answer<Invitation>(auth.POST('/auth/admin/invitations', { body: { email } })),
  resend: (id: string) =>
    answer<Invitation>(auth.POST('/auth/admin/invitations/{id}/resend', { params: one(id) })),
  revoke: (id: string) => auth.DELETE('/auth/admin/invitations/{id}', { params: one(id) }),
}

export const review = {
  list: (filter: ReviewFilter, cursor: string | null) =>
    answer<Page<ReviewedAccount>>(
      auth.GET('/auth/admin/account-review', { params: { query: withoutNull({ ...filter, cursor }) } }),
    ),
  export: async (filter: ReviewFilter) =>
    (
      await auth.GET('/auth/admin/account-review/export', {
        params: { query: withoutNull({ ...filter }) },
        headers: { Accept: 'text/csv' },
        parseAs: 'stream',
      })
    ).response,
}

export const clients = {
  list: (cursor: string | null) =>
    answer<Page<Client>>(auth.GET('/auth/admin/clients', { params: { query: withoutNull({ cursor }) } })),
  create: (draft: ClientDraft) =>
    answer<ClientWithSecret>(auth.POST('/auth/admin/clients', { body: withoutNull(requestOf(draft)) })),
  put: ({ id, version }: Client, draft: ClientDraft) =>
    answer<ClientWithSecret>(
      auth.PUT('/auth/admin/clients/{id}', {
        params: { ...one(id), header: ifMatch(version) },
        body: withoutNull(requestOf(draft)),
      }),
    ),
  rotateSecret: (id: string) =>
    answer<ClientWithSecret>(auth.POST('/auth/admin/clients/{id}/secret', { params: one(id) })),
  remove: (id: string) => auth.DELETE('/auth/admin/clients/{id}', { params: one(id) }),
}

export const signingKeys = {
  list: () => answer<{ items: SigningKey[] }>(auth.GET('/auth/admin/keys')),
  rotate: () => answer<{ items: SigningKey[] }>(auth.POST('/auth/admin/keys/rotation')),
  revokeAll: () => answer<{ items: SigningKey[] }>(auth.POST('/auth/admin/keys/revocation')),
}

export const mails = {
  list: (filter: { status: MailStatus | null; kind: string | null }, cursor: string | null) =>
    answer<Page<Mail>>(
      notification.GET('/notification/messages', { params: { query: withoutNull({ ...filter, cursor }) } }),
    ),
  get: (id: string) =>
    answer<MailDetail>(notification.GET('/notification/messages/{id}', { params: one(id) })),
  retry: (id: string) =>
    answer<MailDetail>(notification.POST('/notification/messages/{id}/retry', { params: one(id) })),
  cancel: (id: string) =>
    answer<MailDetail>(notification.POST('/notification/messages/{id}/cancel', { params: one(id) })),
  discard: (id: string) =>
    answer<MailDetail>(notification.POST('/notification/messages/{id}/discard', { params: one(id) })),
  bulk: (action: Intervention, ids: string[]) =>
    answer<BulkResult>(notification.POST('/notification/messages/bulk', { body: { action, ids } })),
}

export const suppressions = {
  list: (q: string | null, cursor: string | null) =>
    answer<Page<Suppression>>(
      notification.GET('/notification/suppressions', { params: { query: withoutNull({ q, cursor }) } }),
    ),
  add: (entry: { address: string; note: string | null; expiresAt: string | null }) =>
    answer<Suppression>(notification.POST('/notification/suppressions', { body: withoutNull(entry) })),
  remove: (id: string) => notification.DELETE('/notification/suppressions/{id}', { params: one(id) }),
}

export const announcements = {
  list: (cursor: string | null) =>
    answer<Page<Announcement>>(
      notification.GET('/notification/announcements', { params: { query: withoutNull({ cursor }) } }),
    ),
  preview: (draft: AnnouncementDraft) =>
    answer<AnnouncementPreview>(notification.POST('/notification/announcements/preview', { body: draft })),
  make: (draft: AnnouncementDraft, key: string) =>
    answer<Announcement>(
      notification.POST('/notification/announcements', {
        params: { header: { 'Idempotency-Key': key } },
        body: draft,
      }),
    ),
}

export const templates = {
  list: () => answer<Template[]>(notification.GET('/notification/templates')),
  preview: (kind: string, locale: string, zone: string) =>
    answer<TemplatePreview>(
      notification.GET('/notification/templates/{kind}', {
        params: { path: { kind }, query: { locale, zone } },
      }),
    ),
  test: (kind: string) =>
    notification.POST('/notification/templates/{kind}/test', { params: { path: { kind } } }),
  /** The letter as a page of its own, with styles that this page's policy would not allow. */
  page: (kind: string, locale: string) =>
    `/notification/templates/${encodeURIComponent(kind)}/page?locale=${encodeURIComponent(locale)}`,
}

export const relay = {
  test: () => answer<RelayReport>(notification.POST('/notification/relay/test')),
}

export const lanes = {
  list: () => answer<Lane[]>(notification.GET('/notification/lanes')),
  open: (lane: Lane['lane']) =>
    answer<Lane[]>(notification.POST('/notification/lanes/{lane}/open', { params: { path: { lane } } })),
}
