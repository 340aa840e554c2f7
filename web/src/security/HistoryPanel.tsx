import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { history } from './api'
import { wordsOf } from './historyWords'
import css from './security.module.css'

/** What the account's owner did, and what others did to it. */
export function HistoryPanel() {
  const { reading } = useClock()
  const now = useNow(30_000)
  const list = useInfiniteQuery({
    queryKey: ['own-audit'],
    queryFn: ({ pageParam }) => history.list(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Panel title="What happened to your account" icon="history" flush>
      <p className={css.intro}>
        What you did, and what administrators did to your account. It cannot be changed or deleted.
      </p>
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={4} label="Loading your history" />}
      {list.data && (
        <ul className={css.rows} aria-label="History">
          {all.map((event) => (
            <li key={event.id} data-own-audit={event.action}>
              <div className={css.what}>
                <span className={css.name}>
                  {wordsOf(event.action)}
                  {!event.own && <Chip tone="violet">{event.actor ?? 'not by you'}</Chip>}
                </span>
                <span className={css.second}>
                  <time dateTime={event.at} title={dayAndClock(event.at, reading)}>
                    {relative(event.at, now, reading.locale)}
                  </time>
                  {event.clientAddress && ` from ${event.clientAddress}`}
                </span>
              </div>
            </li>
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <div className={css.older}>
          <Button small busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </Panel>
  )
}
