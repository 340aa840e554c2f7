import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip, type Tone } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { SelectField } from '../design/Field'
import type { IconName } from '../design/Icon'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { toast } from '../design/Toasts'
import { bytes, dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { mails, type Mail, type MailStatus } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import css from './admin.module.css'

const statuses: Record<MailStatus, { label: string; tone: Tone; icon: IconName }> = {
  QUEUED: { label: 'Queued', tone: 'blue', icon: 'clock' },
  SENDING: { label: 'Being sent', tone: 'blue', icon: 'mail' },
  SENT: { label: 'Sent', tone: 'green', icon: 'check' },
  DEFERRED: { label: 'Will be tried again', tone: 'amber', icon: 'refresh' },
  DEAD: { label: 'Given up', tone: 'red', icon: 'alert' },
  EXPIRED: { label: 'Expired', tone: 'neutral', icon: 'clock' },
  CANCELLED: { label: 'Cancelled', tone: 'neutral', icon: 'ban' },
}

const kinds: Record<string, string> = { 'sign-in-link': 'Sign-in link', 'net-log': 'Net log' }

export function MailsPage() {
  usePageTitle('Mails')
  return (
    <OnlyAdmins>
      <Mails />
    </OnlyAdmins>
  )
}

function Mails() {
  const { reading } = useClock()
  const now = useNow(10_000)
  const [status, setStatus] = useState<MailStatus | null>(null)
  const [kind, setKind] = useState<string | null>(null)
  const [open, setOpen] = useState<string>()
  const list = useInfiniteQuery({
    queryKey: ['mails', status, kind],
    queryFn: ({ pageParam }) => mails.list({ status, kind }, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: 5_000,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []

  return (
    <div className={css.page}>
      <h1>Mails</h1>
      <div className={css.filters} role="search">
        <SelectField
          label="Status"
          value={status ?? ''}
          onChange={(event) => setStatus((event.target.value || null) as MailStatus | null)}
        >
          <option value="">All</option>
          {(Object.keys(statuses) as MailStatus[]).map((one) => (
            <option key={one} value={one}>
              {statuses[one].label}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="Kind"
          value={kind ?? ''}
          onChange={(event) => setKind(event.target.value || null)}
        >
          <option value="">All</option>
          {Object.entries(kinds).map(([one, label]) => (
            <option key={one} value={one}>
              {label}
            </option>
          ))}
        </SelectField>
      </div>

      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={6} label="Loading the mails" />}
      {list.data && all.length === 0 && (
        <EmptyState icon="mail" title={status || kind ? 'No mail fits' : 'No mails yet'}>
          Sign-in links and net logs show here from the moment they are queued.
        </EmptyState>
      )}
      {all.length > 0 && (
        <div className={css.panel}>
          <table className={css.table} aria-label="Mails">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Status</th>
                <th scope="col">Queued</th>
                <th scope="col">Commands</th>
              </tr>
            </thead>
            <tbody>
              {all.map((mail) => (
                <tr key={mail.id} data-mail={mail.id}>
                  <th scope="row" className={css.person}>
                    <span className={css.name}>{mail.subject}</span>
                    <span className={css.second}>{kinds[mail.kind] ?? mail.kind}</span>
                  </th>
                  <td data-label="To" className={css.address}>
                    {mail.recipient}
                  </td>
                  <td data-label="Status">
                    <MailStatusChip mail={mail} />
                    {mail.status === 'DEFERRED' && mail.nextAttemptAt && (
                      <span className={css.second}>{relative(mail.nextAttemptAt, now, reading.locale)}</span>
                    )}
                    {mail.lastError && mail.status !== 'SENT' && (
                      <span className={css.second}>{mail.lastError}</span>
                    )}
                  </td>
                  <td data-label="Queued" className={css.nowrap}>
                    <time dateTime={mail.createdAt} title={dayAndClock(mail.createdAt, reading)}>
                      {relative(mail.createdAt, now, reading.locale)}
                    </time>
                  </td>
                  <td className={css.commands}>
                    <Button
                      small
                      icon="history"
                      aria-label={`History of the mail to ${mail.recipient}: ${mail.subject}`}
                      onClick={() => setOpen(mail.id)}
                    >
                      History
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <div className={css.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older mails
          </Button>
        </div>
      )}
      {open && <MailDialog id={open} onClose={() => setOpen(undefined)} />}
    </div>
  )
}

function MailStatusChip({ mail }: { mail: Pick<Mail, 'status' | 'attempts'> }) {
  const { label, tone, icon } = statuses[mail.status]
  return (
    <Chip tone={tone} icon={icon}>
      {label}
      {mail.attempts > 1 && ` (${mail.attempts} attempts)`}
    </Chip>
  )
}

function MailDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { reading } = useClock()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<'retry' | 'cancel'>()
  const [sure, setSure] = useState(false)
  const mail = useQuery({ queryKey: ['mail', id], queryFn: () => mails.get(id), refetchInterval: 3_000 })

  const act = (what: 'retry' | 'cancel') => {
    setBusy(what)
    mails[what](id)
      .then((detail) => {
        queries.setQueryData(['mail', id], detail)
        void queries.invalidateQueries({ queryKey: ['mails'] })
        toast({ text: what === 'retry' ? 'The mail is tried again' : 'The mail is cancelled' })
      })
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(undefined)
        setSure(false)
      })
  }

  const detail = mail.data
  if (sure && detail) {
    return (
      <ConfirmDialog
        title="Cancel this mail?"
        confirm="Cancel the mail"
        danger
        busy={busy === 'cancel'}
        onConfirm={() => act('cancel')}
        onClose={() => setSure(false)}
      >
        <p>
          “{detail.subject}” will not be sent to {detail.recipient}.
        </p>
      </ConfirmDialog>
    )
  }
  return (
    <Dialog title={detail?.subject ?? 'Mail'} wide onClose={onClose}>
      {mail.error && <Failure error={mail.error} retry={() => void mail.refetch()} />}
      {mail.isPending && <Skeleton lines={5} />}
      {detail && (
        <>
          <dl className={css.facts}>
            <dt>To</dt>
            <dd>{detail.recipient}</dd>
            <dt>Status</dt>
            <dd>
              <MailStatusChip mail={detail} />
            </dd>
            {detail.nextAttemptAt && (
              <>
                <dt>Next attempt</dt>
                <dd>{dayAndClock(detail.nextAttemptAt, reading)}</dd>
              </>
            )}
            <dt>Asked for by</dt>
            <dd>{detail.producer}</dd>
            {detail.attachments.length > 0 && (
              <>
                <dt>Attached</dt>
                <dd>{detail.attachments.map(({ name, size }) => `${name} (${bytes(size)})`).join(', ')}</dd>
              </>
            )}
            <dt>Message-ID</dt>
            <dd className="mono small">{detail.messageId}</dd>
          </dl>
          {detail.lastError && detail.status !== 'SENT' && <Notice tone="warn">{detail.lastError}</Notice>}
          <section>
            <h3>History</h3>
            <ol className={css.history}>
              {detail.history.map((step, index) => (
                <li key={index}>
                  <time dateTime={step.at}>{dayAndClock(step.at, reading)}</time>
                  <Chip tone={statuses[step.to].tone} icon={statuses[step.to].icon}>
                    {statuses[step.to].label}
                  </Chip>
                  {step.note && <span className="small muted">{step.note}</span>}
                </li>
              ))}
            </ol>
          </section>
          <Actions>
            {['QUEUED', 'DEFERRED'].includes(detail.status) && (
              <Button icon="ban" onClick={() => setSure(true)}>
                Cancel the mail
              </Button>
            )}
            {['DEAD', 'DEFERRED'].includes(detail.status) && (
              <Button icon="refresh" look="primary" busy={busy === 'retry'} onClick={() => act('retry')}>
                Try again now
              </Button>
            )}
          </Actions>
        </>
      )}
    </Dialog>
  )
}
