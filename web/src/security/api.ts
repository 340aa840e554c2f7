import { useQuery } from '@tanstack/react-query'
import { answer, auth } from '../api/clients'
import type { components } from '../api/generated/auth-service'
import type { Page } from '../api/model'
import { withoutNull, type Served } from '../api/served'

type Schema = components['schemas']

export type SignIn = Served<Schema['Session']>
export type ApiKey = Served<Schema['ApiKey'], 'rotatedAt' | 'previousUntil' | 'lastUsedAt'>
export type EmailChange = Served<Schema['EmailChange'], 'email' | 'expiresAt'>
export type OwnAuditEvent = Served<Schema['OwnAuditEvent'], 'actor' | 'clientAddress'>
export type Erasure = Served<Schema['Erasure'], 'requestedAt' | 'dueAt'>
export interface IssuedKey {
  key: ApiKey
  secret: string
}

export type Consent = Served<Schema['Consent']>
export type SecondFactor = Served<Schema['SecondFactor'], 'since'>
export type SetUp = Served<Schema['TotpSetUp'], never, { picture: Served<Schema['QrPicture']> }>

export type Identity = Served<Schema['Identity'], 'lastUsedAt'>
export type OfferedProvider = Served<Schema['OfferedProvider']>
export type Passkey = Served<Schema['Passkey'], 'lastUsedAt'>
export type PasskeyInvitation = Served<Schema['PasskeyInvitation']>

const one = (id: string) => ({ path: { id } })

export const emailChangeKey = ['email-change'] as const
export const sessionsKey = ['own-sessions'] as const
export const keysKey = ['api-keys'] as const

export const consentsKey = ['consents'] as const
export const erasureKey = ['erasure'] as const
export const factorKey = ['second-factor'] as const

export function useSecondFactor() {
  return useQuery({
    queryKey: factorKey,
    queryFn: () => answer<SecondFactor>(auth.GET('/auth/me/second-factor')),
  })
}

export const secondFactor = {
  prepare: () => answer<SetUp>(auth.POST('/auth/me/second-factor/totp')),
  confirm: (code: string) =>
    answer<{ codes: string[] }>(auth.POST('/auth/me/second-factor/totp/confirmation', { body: { code } })),
  renewCodes: () => answer<{ codes: string[] }>(auth.POST('/auth/me/second-factor/recovery-codes')),
  remove: () => auth.DELETE('/auth/me/second-factor'),
}

export const passkeysKey = ['passkeys'] as const

export function usePasskeys() {
  return useQuery({
    queryKey: passkeysKey,
    queryFn: () => answer<{ items: Passkey[] }>(auth.GET('/auth/me/passkeys')),
  })
}

export const passkeys = {
  invite: () => answer<PasskeyInvitation>(auth.POST('/auth/me/passkeys/invitation')),
  add: (made: { name: string; ticket: string; clientData: string; attestation: string }) =>
    answer<Passkey>(auth.POST('/auth/me/passkeys', { body: made })),
  remove: (id: string) => auth.DELETE('/auth/me/passkeys/{id}', { params: one(id) }),
}

export function useSignIns() {
  return useQuery({
    queryKey: sessionsKey,
    queryFn: () => answer<{ items: SignIn[] }>(auth.GET('/auth/me/sessions')),
  })
}

export function useApiKeys() {
  return useQuery({
    queryKey: keysKey,
    queryFn: () => answer<{ items: ApiKey[]; grantable: string[] }>(auth.GET('/auth/me/api-keys')),
  })
}

export function useConsents() {
  return useQuery({
    queryKey: consentsKey,
    queryFn: () => answer<{ items: Consent[] }>(auth.GET('/auth/me/consents')),
  })
}

export const consents = {
  withdraw: (clientId: string) =>
    auth.DELETE('/auth/me/consents/{clientId}', { params: { path: { clientId } } }),
}

export function useEmailChange() {
  return useQuery({
    queryKey: emailChangeKey,
    queryFn: () => answer<EmailChange>(auth.GET('/auth/me/email-change')),
  })
}

export const emailChange = {
  ask: (email: string) => answer<EmailChange>(auth.POST('/auth/me/email-change', { body: { email } })),
  cancel: () => auth.DELETE('/auth/me/email-change'),
}

export const identitiesKey = ['identities'] as const

export function useIdentities() {
  return useQuery({
    queryKey: identitiesKey,
    queryFn: () => answer<{ items: Identity[]; offered: OfferedProvider[] }>(auth.GET('/auth/me/identities')),
  })
}

export const identities = {
  link: (provider: string) =>
    answer<{ address: string }>(
      auth.POST('/auth/me/identities/{provider}', { params: { path: { provider } } }),
    ),
  unlink: (id: string) => auth.DELETE('/auth/me/identities/{id}', { params: one(id) }),
}

export function useErasure() {
  return useQuery({
    queryKey: erasureKey,
    queryFn: () => answer<Erasure>(auth.GET('/auth/me/erasure')),
  })
}

export const leaving = {
  export: async () => (await auth.GET('/auth/me/export', { parseAs: 'stream' })).response,
  rest: () => auth.POST('/auth/me/deactivation'),
  erase: () => answer<Erasure>(auth.POST('/auth/me/erasure')),
  keep: () => auth.DELETE('/auth/me/erasure'),
}

export const signIns = {
  end: (id: string) => auth.DELETE('/auth/me/sessions/{id}', { params: one(id) }),
  endOthers: () => auth.DELETE('/auth/me/sessions'),
}

export const history = {
  list: (cursor: string | null) =>
    answer<Page<OwnAuditEvent>>(
      auth.GET('/auth/me/audit', { params: { query: withoutNull({ cursor, limit: 20 }) } }),
    ),
}

export const apiKeys = {
  create: (wanted: { name: string; scopes: string[]; expiresInDays: number }) =>
    answer<IssuedKey>(auth.POST('/auth/me/api-keys', { body: wanted })),
  rotate: (id: string, overlapHours: number) =>
    answer<IssuedKey>(
      auth.POST('/auth/me/api-keys/{id}/rotation', { params: one(id), body: { overlapHours } }),
    ),
  revoke: (id: string) => auth.DELETE('/auth/me/api-keys/{id}', { params: one(id) }),
}
