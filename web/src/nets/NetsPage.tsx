import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import type { Net, NetStatus } from '../api/model'
import { Button, ButtonLink } from '../design/Button'
import { Chip } from '../design/Chip'
import { Icon } from '../design/Icon'
import { EmptyState, Failure, Skeleton } from '../design/Notice'
import { holds, useMe } from '../profile/api'
import { dayAndClock, elapsed, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { nets } from './api'
import { frequencyLabel, netStatus, personLabel } from './words'
import css from './NetsPage.module.css'

const liveStatus: NetStatus[] = ['ACTIVE', 'LOBBY']
const comingStatus: NetStatus[] = ['SCHEDULED', 'DRAFT']

export function NetsPage() {
  usePageTitle('Nets')
  const { data: me } = useMe()
  const live = useQuery({
    queryKey: ['nets', liveStatus],
    queryFn: () => nets.list(liveStatus),
    refetchInterval: 10_000,
  })
  const coming = useQuery({
    queryKey: ['nets', comingStatus],
    queryFn: () => nets.list(comingStatus, null, 200),
    refetchInterval: 30_000,
  })
  const leads = holds(me?.role, 'NCS')
  const failed = live.error ?? coming.error

  return (
    <div className={css.page}>
      <header className={css.head}>
        <h1>Nets</h1>
        {leads && (
          <ButtonLink to="/nets/new" look="primary" icon="plus">
            New net
          </ButtonLink>
        )}
      </header>

      {failed && (
        <Failure
          error={failed}
          retry={() => {
            void live.refetch()
            void coming.refetch()
          }}
        />
      )}

      <section aria-labelledby="live-nets">
        <h2 id="live-nets" className={css.sectionTitle}>
          Now
        </h2>
        {live.isPending && <Skeleton label="Loading the nets on the air" />}
        {live.data &&
          (live.data.items.length > 0 ? (
            <ul className={css.cards}>
              {[...live.data.items].sort(onAirFirst).map((net) => (
                <NetCard key={net.id} net={net} />
              ))}
            </ul>
          ) : (
            <EmptyState icon="antenna" title="Nothing on the air">
              {leads
                ? 'A net appears here as soon as its lobby is opened or it is started.'
                : 'A net appears here as soon as net control opens it. You can then check in and follow it live.'}
            </EmptyState>
          ))}
      </section>

      {coming.data && coming.data.items.length > 0 && (
        <section aria-labelledby="coming-nets">
          <h2 id="coming-nets" className={css.sectionTitle}>
            Coming up
          </h2>
          <ul className={css.cards}>
            {[...coming.data.items].sort(soonestFirst).map((net) => (
              <NetCard key={net.id} net={net} />
            ))}
          </ul>
        </section>
      )}

      <PastNets />
    </div>
  )
}

function onAirFirst(a: Net, b: Net) {
  const rank = (net: Net) => (net.status === 'ACTIVE' ? 0 : 1)
  return rank(a) - rank(b) || (b.startedAt ?? '').localeCompare(a.startedAt ?? '')
}

function soonestFirst(a: Net, b: Net) {
  const at = (net: Net) => (net.scheduledStart ? Date.parse(net.scheduledStart) : Number.POSITIVE_INFINITY)
  return at(a) - at(b) || a.name.localeCompare(b.name)
}

function PastNets() {
  const [archived, setArchived] = useState(false)
  const { reading } = useClock()
  const status: NetStatus[] = archived ? ['ARCHIVED'] : ['CLOSED', 'CANCELLED']
  const past = useInfiniteQuery({
    queryKey: ['nets', 'past', status],
    queryFn: ({ pageParam }) => nets.list(status, pageParam, 25),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const all = past.data?.pages.flatMap((page) => page.items) ?? []

  return (
    <section aria-labelledby="past-nets">
      <div className={css.sectionHead}>
        <h2 id="past-nets" className={css.sectionTitle}>
          Past
        </h2>
        <div className={css.switch} role="group" aria-label="Which past nets">
          <button type="button" aria-pressed={!archived} onClick={() => setArchived(false)}>
            Closed
          </button>
          <button type="button" aria-pressed={archived} onClick={() => setArchived(true)}>
            Archived
          </button>
        </div>
      </div>
      {past.error && <Failure error={past.error} retry={() => void past.refetch()} />}
      {past.isPending && <Skeleton label="Loading past nets" />}
      {past.data && all.length === 0 && (
        <p className={`muted ${css.none ?? ''}`}>
          {archived ? 'Nothing has been archived.' : 'Closed nets and their logs will be listed here.'}
        </p>
      )}
      {all.length > 0 && (
        <ul className={css.rows}>
          {all.map((net) => (
            <li key={net.id} className={css.row}>
              <Link to={`/nets/${net.id}`} className={css.rowName}>
                {net.name}
              </Link>
              <span className={css.rowWhen}>
                {net.startedAt
                  ? dayAndClock(net.startedAt, reading)
                  : net.status === 'CANCELLED'
                    ? 'Cancelled'
                    : 'Never on the air'}
              </span>
              <span className={css.rowWhen}>{took(net)}</span>
              <span className={css.rowCount}>
                {net.counts.stations} {net.counts.stations === 1 ? 'station' : 'stations'}
              </span>
              <span className={css.rowWho}>{personLabel(net.owner)}</span>
            </li>
          ))}
        </ul>
      )}
      {past.hasNextPage && (
        <div className={css.more}>
          <Button busy={past.isFetchingNextPage} onClick={() => void past.fetchNextPage()}>
            Show older nets
          </Button>
        </div>
      )}
    </section>
  )
}

function took(net: Net) {
  if (!net.startedAt || !net.closedAt) return ''
  return elapsed(Date.parse(net.closedAt) - Date.parse(net.startedAt))
}

function NetCard({ net }: { net: Net }) {
  const { reading } = useClock()
  const { label, icon, tone } = netStatus[net.status]
  const control = net.roles.filter(({ role }) => role === 'NCS')
  return (
    <li className={`${css.card} ${net.status === 'ACTIVE' ? css.onAir : ''}`}>
      <div className={css.cardHead}>
        <Chip tone={tone} icon={icon} pulse={net.status === 'ACTIVE'}>
          {label}
        </Chip>
        <NetTime net={net} />
      </div>
      <h3 className={css.cardName}>
        <Link to={`/nets/${net.id}`}>{net.name}</Link>
      </h3>
      {net.description && <p className={css.description}>{net.description}</p>}
      <ul className={css.facts}>
        {net.frequencies.slice(0, 3).map((frequency) => (
          <li key={frequency.id}>
            <Icon name="wifi" size={15} />
            <span>{frequencyLabel(frequency)}</span>
          </li>
        ))}
        {net.scheduledStart && net.startedAt === null && (
          <li>
            <Icon name="calendar" size={15} />
            <span>{dayAndClock(net.scheduledStart, reading)}</span>
          </li>
        )}
        <li>
          <Icon name="person" size={15} />
          <span>
            <span className="visually-hidden">Net control: </span>
            {control.length > 0 ? control.map(personLabel).join(', ') : personLabel(net.owner)}
          </span>
        </li>
        {(net.status === 'ACTIVE' || net.status === 'LOBBY') && (
          <li>
            <Icon name="people" size={15} />
            <span>
              {net.counts.live} on the net, {net.counts.stations} heard
            </span>
          </li>
        )}
      </ul>
    </li>
  )
}

function NetTime({ net }: { net: Net }) {
  const now = useNow(1_000)
  const { reading } = useClock()
  if (net.status === 'ACTIVE' && net.startedAt) {
    return (
      <span className="mono small muted">
        <span className="visually-hidden">On the air for </span>
        {elapsed(now.getTime() - Date.parse(net.startedAt))}
      </span>
    )
  }
  if (net.scheduledStart && !net.startedAt) {
    return <span className="small muted">{relative(net.scheduledStart, now, reading.locale)}</span>
  }
  return null
}
