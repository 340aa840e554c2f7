import { answer, ifMatch, notification } from '../api/clients'
import type { components } from '../api/generated/notification-service'
import { withoutNull, type Served } from '../api/served'

type Schema = components['schemas']

export type PushType = Schema['PushType']
export type PushTarget = Served<
  Schema['PushTarget'],
  'topic' | 'disabledReason' | 'lastError' | 'deliveredAt' | 'locale' | 'zone'
>
export type PushTargetList = Served<Schema['PushTargetList'], never, { items: PushTarget[] }>
export type PushTrial = Served<Schema['PushTrial']>

export interface IssuedTarget {
  target: PushTarget
  secret?: string
}

/** A target as its form holds it. */
export interface PushDraft {
  type: PushType
  name: string
  url: string
  topic: string | null
  token: string | null
  kinds: string[]
  enabled: boolean
  locale: string | null
  zone: string | null
}

const one = (id: string) => ({ path: { id } })

const added = ({ type, name, url, topic, token, kinds, locale, zone }: PushDraft) =>
  withoutNull({ type, name, url, topic, token, kinds, locale, zone })
const changed = ({ name, url, topic, token, kinds, enabled, locale, zone }: PushDraft) =>
  withoutNull({ name, url, topic, token, kinds, enabled, locale, zone })

/** The targets of one keeper: the reader, or the installation. */
export interface PushApi {
  key: readonly [string]
  list: () => Promise<PushTargetList>
  add: (draft: PushDraft) => Promise<IssuedTarget>
  change: (target: PushTarget, draft: PushDraft) => Promise<PushTarget>
  remove: (id: string) => Promise<unknown>
  renewSecret: (id: string) => Promise<IssuedTarget>
  test: (id: string) => Promise<PushTrial>
}

export const ownTargets: PushApi = {
  key: ['own-push-targets'],
  list: () => answer<PushTargetList>(notification.GET('/notification/me/push-targets')),
  add: (draft) =>
    answer<IssuedTarget>(notification.POST('/notification/me/push-targets', { body: added(draft) })),
  change: ({ id, version }, draft) =>
    answer<PushTarget>(
      notification.PUT('/notification/me/push-targets/{id}', {
        params: { ...one(id), header: ifMatch(version) },
        body: changed(draft),
      }),
    ),
  remove: (id) => notification.DELETE('/notification/me/push-targets/{id}', { params: one(id) }),
  renewSecret: (id) =>
    answer<IssuedTarget>(notification.POST('/notification/me/push-targets/{id}/secret', { params: one(id) })),
  test: (id) =>
    answer<PushTrial>(notification.POST('/notification/me/push-targets/{id}/test', { params: one(id) })),
}

export const sharedTargets: PushApi = {
  key: ['shared-push-targets'],
  list: () => answer<PushTargetList>(notification.GET('/notification/push-targets')),
  add: (draft) =>
    answer<IssuedTarget>(notification.POST('/notification/push-targets', { body: added(draft) })),
  change: ({ id, version }, draft) =>
    answer<PushTarget>(
      notification.PUT('/notification/push-targets/{id}', {
        params: { ...one(id), header: ifMatch(version) },
        body: changed(draft),
      }),
    ),
  remove: (id) => notification.DELETE('/notification/push-targets/{id}', { params: one(id) }),
  renewSecret: (id) =>
    answer<IssuedTarget>(notification.POST('/notification/push-targets/{id}/secret', { params: one(id) })),
  test: (id) =>
    answer<PushTrial>(notification.POST('/notification/push-targets/{id}/test', { params: one(id) })),
}
