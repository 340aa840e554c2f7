import { answer, ifMatch, notification } from '../api/clients'
import type { components } from '../api/generated/notification-service'
import type { Page } from '../api/model'
import { withoutNull, type Served } from '../api/served'

type Schema = components['schemas']

export type KindPreference = Served<Schema['MailKindPreference']>
export type ListPreference = Served<Schema['MailListPreference']>
/** One mail a day: when, and in place of which kinds. */
export interface DigestWish {
  at: string
  kinds: string[]
}

export type Preferences = Served<
  Schema['MailPreferences'],
  'quietFrom' | 'quietUntil' | 'digest',
  { digest: DigestWish | null; kinds: KindPreference[]; lists: ListPreference[] }
>
export type OwnMail = Served<Schema['OwnMessage'], 'reason' | 'sentAt' | 'target'>

export interface PreferencesChange {
  enabled: boolean
  quietFrom: string | null
  quietUntil: string | null
  digest: DigestWish | null
  kinds: Record<string, boolean>
  lists: { kind: string; listId: string; wanted: boolean }[]
}

export const preferencesKey = ['mail-preferences'] as const

export const preferences = {
  get: () => answer<Preferences>(notification.GET('/notification/me/preferences')),
  put: (change: PreferencesChange, version: number) =>
    answer<Preferences>(
      notification.PUT('/notification/me/preferences', {
        params: { header: ifMatch(version) },
        body: withoutNull(change),
      }),
    ),
}

export const ownMails = (cursor: string | null) =>
  answer<Page<OwnMail>>(
    notification.GET('/notification/me/messages', { params: { query: withoutNull({ cursor, limit: 20 }) } }),
  )
