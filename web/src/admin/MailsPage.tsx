import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { SelectField } from '../design/Field'
import type { IconName } from '../design/Icon'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { toast } from '../design/Toasts'
import { bytes, dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { kindNames } from '../notifications/kinds'
import { statuses, type MailStatus } from '../notifications/statuses'
import { mails, type Intervention, type Mail } from './api'
import { LaneNotices } from './LaneNotices'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

/** What can be done to a mail of a status; the service refuses everything else. */
const deeds: Record<Intervention, { statuses: MailStatus[]; label: string; icon: IconName; done: string }> = {
  RETRY: { statuses: ['DEFERRED', 'DEAD'], label: 'Try again now', icon: 'refresh', done: 'tried again' },
  CANCEL: { statuses: ['QUEUED', 'DEFERRED'], label: 'Cancel', icon: 'ban', done: 'cancelled' },
  DISCARD: { statuses: ['DEAD'], label: 'Discard', icon: 'trash', done: 'discarded' },
}
const interventions = Object.keys(deeds) as Intervention[]

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
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const list = useInfiniteQuery({
    queryKey: ['mails', status, kind],
    queryFn: ({ pageParam }) => mails.list({ status, kind }, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: 5_000,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  const selected = all.filter(({ id }) => chosen.has(id))
  const choose = (ids: string[], on: boolean) => {
    const next = new Set(chosen)
    for (const id of ids) {
      if (on) next.add(id)
      else next.delete(id)
    }
    setChosen(next)
  }

  return (
    <div className={css.page}>
      <h1>Mails</h1>
      <SectionTabs label="Mail" pages={mailPages} />
      <LaneNotices />
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
          {Object.entries(kindNames).map(([one, label]) => (
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
          <BulkBar
            selected={selected}
            all={all.length}
            onAll={(on) =>
              choose(
                all.map(({ id }) => id),
                on,
              )
            }
            onDone={() => setChosen(new Set())}
          />
          <table className={css.table} aria-label="Mails">
            <thead>
              <tr>
                <th scope="col">
                  <span className="visually-hidden">Select</span>
                </th>
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
                  <td className={css.tick}>
                    <input
                      type="checkbox"
                      aria-label={`Select the mail to ${mail.recipient}: ${mail.subject}`}
                      checked={chosen.has(mail.id)}
                      onChange={(event) => choose([mail.id], event.target.checked)}
                    />
                  </td>
                  <th scope="row" className={css.person}>
                    <span className={css.name}>{mail.subject}</span>
                    <span className={css.second}>{kindNames[mail.kind] ?? mail.kind}</span>
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

/** Commands for the selected mails; each says how many of them it fits. */
function BulkBar({
  selected,
  all,
  onAll,
  onDone,
}: {
  selected: Mail[]
  all: number
  onAll: (on: boolean) => void
  onDone: () => void
}) {
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Intervention>()
  const [busy, setBusy] = useState<Intervention>()
  const fitting = (what: Intervention) =>
    selected.filter(({ status }) => deeds[what].statuses.includes(status))

  const run = async (what: Intervention) => {
    setBusy(what)
    const ids = fitting(what).map(({ id }) => id)
    try {
      const result = { changed: 0, unchanged: 0 }
      for (let from = 0; from < ids.length; from += 500) {
        const part = await mails.bulk(what, ids.slice(from, from + 500))
        result.changed += part.changed
        result.unchanged += part.unchanged
      }
      const missed = result.unchanged > 0 ? `, ${result.unchanged} had moved on` : ''
      toast({ text: `${counted(result.changed)} ${deeds[what].done}${missed}` })
      onDone()
    } catch (error) {
      toast({ text: plainWords(error), tone: 'bad' })
    } finally {
      setBusy(undefined)
      setAsked(undefined)
      void queries.invalidateQueries({ queryKey: ['mails'] })
    }
  }

  return (
    <div className={css.bulk} role="group" aria-label="Selected mails">
      <label className={css.selectAll}>
        <input
          type="checkbox"
          checked={all > 0 && selected.length === all}
          ref={(box) => {
            if (box) box.indeterminate = selected.length > 0 && selected.length < all
          }}
          onChange={(event) => onAll(event.target.checked)}
        />
        {selected.length === 0 ? 'Select all shown' : `${selected.length} selected`}
      </label>
      {selected.length > 0 &&
        interventions.map((what) => {
          const count = fitting(what).length
          return (
            <Button
              key={what}
              small
              icon={deeds[what].icon}
              disabled={count === 0}
              busy={busy === what}
              onClick={() => (what === 'RETRY' ? void run(what) : setAsked(what))}
            >
              {deeds[what].label} ({count})
            </Button>
          )
        })}
      {asked && (
        <ConfirmDialog
          title={`${deeds[asked].label} ${counted(fitting(asked).length)}?`}
          confirm={`${deeds[asked].label} ${counted(fitting(asked).length)}`}
          danger
          busy={busy === asked}
          onConfirm={() => void run(asked)}
          onClose={() => setAsked(undefined)}
        >
          <p>They will not be sent, and their content is deleted. This cannot be undone.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function counted(mails: number) {
  return mails === 1 ? '1 mail' : `${mails} mails`
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
  const [busy, setBusy] = useState<'retry' | 'cancel' | 'discard'>()
  const [sure, setSure] = useState(false)
  const mail = useQuery({ queryKey: ['mail', id], queryFn: () => mails.get(id), refetchInterval: 3_000 })

  const act = (what: 'retry' | 'cancel' | 'discard') => {
    setBusy(what)
    mails[what](id)
      .then((detail) => {
        queries.setQueryData(['mail', id], detail)
        void queries.invalidateQueries({ queryKey: ['mails'] })
        toast({
          text: `The mail is ${deeds[what === 'retry' ? 'RETRY' : what === 'cancel' ? 'CANCEL' : 'DISCARD'].done}`,
        })
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
            {detail.status === 'DEAD' && (
              <Button icon="trash" busy={busy === 'discard'} onClick={() => act('discard')}>
                Discard
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
