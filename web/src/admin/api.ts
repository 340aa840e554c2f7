import { fetchOk } from '../api/client'
import type { Page } from '../api/model'
import type { Role } from '../profile/api'

export interface Account {
  id: string
  email: string
  name: string
  callsign: string | null
  role: Role
  status: 'ACTIVE' | 'BANNED'
  banReason: string | null
  banUntil: string | null
  lastSeenAt: string | null
  createdAt: string
  version: number
}

export type MailStatus = 'QUEUED' | 'SENDING' | 'SENT' | 'DEFERRED' | 'DEAD' | 'EXPIRED' | 'CANCELLED'

export interface Mail {
  id: string
  kind: string
  recipient: string
  subject: string
  status: MailStatus
  attempts: number
  nextAttemptAt: string | null
  lastError: string | null
  createdAt: string
  sentAt: string | null
}

export interface MailDetail extends Mail {
  producer: string
  messageId: string
  expiresAt: string | null
  giveUpAt: string
  attachments: { name: string; contentType: string; size: number }[]
  history: { from: MailStatus | null; to: MailStatus; attempt: number; note: string | null; at: string }[]
}

const one = encodeURIComponent

async function json<T>(response: Promise<Response>): Promise<T> {
  return (await (await response).json()) as T
}

export const accounts = {
  list: (filter: { q?: string; role?: string; status?: string }, cursor: string | null) =>
    json<Page<Account>>(
      fetchOk('GET', '/auth/accounts', { query: { ...filter, cursor: cursor ?? undefined } }),
    ),
  setRole: (account: Account, role: Role) =>
    json<Account>(
      fetchOk('PUT', `/auth/accounts/${one(account.id)}/role`, {
        body: { role },
        headers: { 'If-Match': `"${account.version}"` },
      }),
    ),
  ban: (id: string, reason: string, until: string | null) =>
    json<Account>(
      fetchOk('PUT', `/auth/accounts/${one(id)}/ban`, {
        body: until === null ? { reason } : { reason, until },
      }),
    ),
  unban: (id: string) => json<Account>(fetchOk('DELETE', `/auth/accounts/${one(id)}/ban`)),
}

export const mails = {
  list: (filter: { status?: string; kind?: string }, cursor: string | null) =>
    json<Page<Mail>>(
      fetchOk('GET', '/notification/messages', { query: { ...filter, cursor: cursor ?? undefined } }),
    ),
  get: (id: string) => json<MailDetail>(fetchOk('GET', `/notification/messages/${one(id)}`)),
  retry: (id: string) => json<MailDetail>(fetchOk('POST', `/notification/messages/${one(id)}/retry`)),
  cancel: (id: string) => json<MailDetail>(fetchOk('POST', `/notification/messages/${one(id)}/cancel`)),
}
