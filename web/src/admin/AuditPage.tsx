import { useInfiniteQuery } from '@tanstack/react-query'
import { Fragment, useState } from 'react'
import { useSearchParams } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { saveFile } from '../api/saveFile'
import { Button } from '../design/Button'
import { SelectField, TextField } from '../design/Field'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { useSettled } from '../design/settled'
import { toast } from '../design/Toasts'
import { dayAndClock, instantOf } from '../time/format'
import { useClock } from '../time/reading'
import { changesOf } from './auditChanges'
import { trails, type AuditEvent, type AuditFilter, type AuditReport, type TrailName } from './auditApi'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { peoplePages } from './sections'
import css from './admin.module.css'

export function AuditPage() {
  usePageTitle('Audit trail')
  return (
    <OnlyAdmins>
      <Audit />
    </OnlyAdmins>
  )
}

const noText = { q: '', actor: '', action: '', objectType: '', objectId: '', address: '', from: '', to: '' }
type Typed = typeof noText

function filterOf(typed: Typed, zone: string): AuditFilter {
  const text = (value: string) => value.trim() || null
  return {
    q: text(typed.q),
    actor: text(typed.actor),
    action: text(typed.action),
    objectType: text(typed.objectType),
    objectId: text(typed.objectId),
    address: text(typed.address),
    from: typed.from ? instantOf(typed.from, zone) : null,
    to: typed.to ? instantOf(typed.to, zone) : null,
  }
}

function Audit() {
  const { reading, own } = useClock()
  const [asked] = useSearchParams()
  const [trailName, setTrailName] = useState<TrailName>('auth')
  const [typed, setTyped] = useState<Typed>(() => ({
    ...noText,
    actor: asked.get('actor') ?? '',
    objectId: asked.get('object') ?? '',
    address: asked.get('address') ?? '',
  }))
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = useState<'export' | 'verify'>()
  const [report, setReport] = useState<AuditReport>()
  const settled = useSettled(typed, 300)
  const filter = filterOf(settled, own.zone)
  const trail = trails[trailName]

  const list = useInfiniteQuery({
    queryKey: ['audit', trailName, filter],
    queryFn: ({ pageParam }) => trail.list(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  const field = (name: keyof Typed, label: string, more?: { hint?: string; maxLength?: number }) => (
    <TextField
      label={label}
      maxLength={200}
      value={typed[name]}
      onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
      {...more}
    />
  )
  const work = (what: 'export' | 'verify', deed: () => Promise<void>) => {
    setBusy(what)
    deed()
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(undefined))
  }

  return (
    <div className={css.page}>
      <h1>Audit trail</h1>
      <SectionTabs label="People" pages={peoplePages} />
      <div className={css.filters} role="search">
        <SelectField
          label="Trail"
          value={trailName}
          onChange={(event) => {
            setTrailName(event.target.value as TrailName)
            setReport(undefined)
          }}
        >
          {(Object.keys(trails) as TrailName[]).map((name) => (
            <option key={name} value={name}>
              {trails[name].label}
            </option>
          ))}
        </SelectField>
        <div className={css.grow}>
          {field('q', 'Search', { maxLength: 100, hint: 'A part of the action, the object or the name' })}
        </div>
        {field('actor', 'Who', { hint: 'Callsign or account id' })}
        {field('action', 'Action', { maxLength: 100, hint: 'As account.banned' })}
        {field('objectType', 'Kind of object', { maxLength: 100, hint: 'As account' })}
        {field('objectId', 'Object', { hint: 'Its id' })}
        {field('address', 'Client address', { maxLength: 64 })}
        <TextField
          label="From"
          type="datetime-local"
          value={typed.from}
          hint={`In ${own.zone}`}
          onChange={(event) => setTyped({ ...typed, from: event.target.value })}
        />
        <TextField
          label="To"
          type="datetime-local"
          value={typed.to}
          hint={`In ${own.zone}`}
          onChange={(event) => setTyped({ ...typed, to: event.target.value })}
        />
      </div>
      <div className={css.buttons}>
        <Button
          icon="download"
          busy={busy === 'export'}
          onClick={() => work('export', async () => saveFile(await trail.export(filter), 'audit.csv'))}
        >
          Export as CSV
        </Button>
        <Button
          icon="shield"
          busy={busy === 'verify'}
          onClick={() => work('verify', async () => setReport(await trail.verify()))}
        >
          Verify the trail
        </Button>
      </div>
      {report && <Report report={report} />}

      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={6} label="Loading the audit trail" />}
      {list.data && all.length === 0 && (
        <EmptyState icon="history" title="Nothing fits">
          Every change leaves one entry here, in the same moment, with who did it and from where.
        </EmptyState>
      )}
      {all.length > 0 && (
        <div className={css.panel}>
          <table className={css.table} aria-label="Audit trail">
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">Action</th>
                <th scope="col">Object</th>
                <th scope="col">From</th>
                <th scope="col">Details</th>
              </tr>
            </thead>
            <tbody>
              {all.map((event) => (
                <Fragment key={event.id}>
                  <tr data-audit={event.action}>
                    <td className={css.nowrap}>
                      <time dateTime={event.at}>{dayAndClock(event.at, reading)}</time>
                    </td>
                    <th scope="row" className={css.person}>
                      {event.actor.callsign ?? event.actor.name ?? event.actor.subject}
                      <span className={css.second}>{event.actor.client}</span>
                    </th>
                    <td data-label="Action">{event.action}</td>
                    <td data-label="Object">
                      {event.objectType}
                      <span className={css.second}>{event.objectId}</span>
                    </td>
                    <td data-label="From" className={css.address}>
                      {event.clientAddress}
                    </td>
                    <td className={css.commands}>
                      <Button
                        small
                        icon="info"
                        aria-expanded={open.has(event.id)}
                        aria-label={`Details of ${event.action} at ${dayAndClock(event.at, reading)}`}
                        onClick={() => {
                          const next = new Set(open)
                          if (!next.delete(event.id)) next.add(event.id)
                          setOpen(next)
                        }}
                      >
                        Details
                      </Button>
                    </td>
                  </tr>
                  {open.has(event.id) && (
                    <tr>
                      <td colSpan={6}>
                        <Details event={event} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <div className={css.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </div>
  )
}

function Details({ event }: { event: AuditEvent }) {
  const changes = changesOf(event.before, event.after)
  return (
    <dl className={css.facts}>
      <dt>Actor</dt>
      <dd className="mono">{event.actor.subject}</dd>
      <dt>Request</dt>
      <dd className="mono">{event.requestId}</dd>
      {changes.map(({ name, before, after }) => (
        <Fragment key={name}>
          <dt>{name || 'Value'}</dt>
          <dd>
            {before !== undefined && <del>{before}</del>}
            {before !== undefined && after !== undefined && ' → '}
            {after !== undefined && <ins className={css.now}>{after}</ins>}
          </dd>
        </Fragment>
      ))}
    </dl>
  )
}

const kinds: Record<AuditReport['findings'][number]['kind'], string> = {
  ROW_CHANGED: 'An entry was changed',
  ROW_MISSING: 'An entry is missing',
  ROW_INSERTED: 'An entry was slipped in',
  SEAL_CHANGED: 'A seal was changed',
  SEAL_MISSING: 'A seal is missing',
  SEAL_UNCHAINED: 'A seal does not follow the one before it',
  ANCHOR_DIFFERS: 'The trail is not the one the anchor was taken of',
}

function Report({ report }: { report: AuditReport }) {
  return (
    <Notice tone={report.intact ? 'good' : 'bad'}>
      {report.intact ? (
        <>
          <strong>The trail is intact.</strong> {report.rows} entries under {report.seals} seals are as they
          were written; {report.unsealed} wait for their seal.
          {report.anchor && (
            <>
              {' '}
              Anchor to keep elsewhere: <code className={css.address}>{report.anchor}</code>
            </>
          )}
        </>
      ) : (
        <>
          <strong>The trail was tampered with.</strong>
          <ul>
            {report.findings.map((finding) => (
              <li key={`${finding.kind}-${finding.seal}-${finding.position ?? ''}`}>
                {kinds[finding.kind]}
                {finding.position !== null && `: position ${finding.position}`}
                {finding.id && `, ${finding.id}`} (seal {finding.seal})
              </li>
            ))}
          </ul>
        </>
      )}
    </Notice>
  )
}
