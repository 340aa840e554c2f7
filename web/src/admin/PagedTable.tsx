import {
  useInfiniteQuery,
  useQueryClient,
  type InfiniteData,
  type QueryKey,
  type UseInfiniteQueryResult,
} from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Failure, Skeleton } from '../design/Notice'
import { toast } from '../design/Toasts'
import css from './admin.module.css'

interface Paged<T> {
  items: T[]
  next: string | null
}

export type PagedList<T> = UseInfiniteQueryResult<InfiniteData<Paged<T>>>

/** A list that the services give page by page. A new key keeps the old rows on the screen until its own are there. */
export function usePagedList<T>(
  queryKey: QueryKey,
  load: (cursor: string | null) => Promise<Paged<T>>,
  refetchInterval?: number,
): PagedList<T> {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    ...(refetchInterval === undefined ? {} : { refetchInterval }),
  })
}

/** Such a list as a table: its rows, or what keeps them away, or `empty`; and a button for the next page. */
export function PagedTable<T>({
  list,
  name,
  columns,
  empty,
  more = 'Show older ones',
  children,
}: {
  list: PagedList<T>
  name: string
  columns: string[]
  empty: ReactNode
  more?: string
  /** A row, with its key. */
  children: (item: T) => ReactNode
}) {
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} label={`Loading: ${name}`} />}
      {list.data && all.length === 0 && empty}
      {all.length > 0 && (
        <div className={css.panel}>
          <table className={css.table} aria-label={name}>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{all.map(children)}</tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <div className={css.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            {more}
          </Button>
        </div>
      )}
    </>
  )
}

/** Does things to the rows of a list, says how that ended, and reads the list anew. */
export function useDeeds(queryKey: QueryKey) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const work = (deed: () => Promise<unknown>, said: string, then?: () => void) => {
    setBusy(true)
    deed()
      .then(() => toast({ text: said }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        then?.()
        void queries.invalidateQueries({ queryKey })
      })
  }
  return { busy, work }
}
