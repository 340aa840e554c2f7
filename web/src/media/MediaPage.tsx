import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { SelectField } from '../design/Field'
import { Icon } from '../design/Icon'
import { EmptyState, Failure, Skeleton } from '../design/Notice'
import { useSettled } from '../design/settled'
import { toast } from '../design/Toasts'
import { holds, useMe } from '../profile/api'
import { day } from '../time/format'
import { useClock } from '../time/reading'
import { media, type Item, type Library, type MediaKind } from './api'
import { Thumbnail } from './Thumbnail'
import { extent, kinds, libraryKinds } from './words'
import css from './MediaPage.module.css'

const allKinds = Object.keys(kinds) as MediaKind[]

export function MediaPage() {
  usePageTitle('Media')
  const { data: me } = useMe()
  const [address, setAddress] = useSearchParams()
  const library = address.get('library') ?? ''
  const kind = address.get('kind') ?? ''
  const q = address.get('q') ?? ''
  const [text, setText] = useState(q)

  const set = (name: string, value: string) =>
    setAddress(
      (before) => {
        const after = new URLSearchParams(before)
        if (value) after.set(name, value)
        else after.delete(name)
        return after
      },
      { replace: true, preventScrollReset: true },
    )

  const asked = useSettled(q, 250)
  const libraries = useQuery({
    queryKey: ['libraries'],
    queryFn: media.libraries,
    refetchInterval: (query) =>
      query.state.data?.items.some(({ status }) => status === 'SCANNING') ? 2_000 : 60_000,
  })
  const items = useInfiniteQuery({
    queryKey: ['items', library, kind, asked],
    queryFn: ({ pageParam }) =>
      media.items(
        { library: library || null, kind: allKinds.find((one) => one === kind) ?? null, q: asked || null },
        pageParam,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
  const found = items.data?.pages.flatMap((page) => page.items) ?? []
  const chosen = libraries.data?.items.find(({ id }) => id === library)
  const filtered = library !== '' || kind !== '' || q !== ''

  return (
    <div className={css.page}>
      <h1>Media</h1>
      {libraries.error && <Failure error={libraries.error} retry={() => void libraries.refetch()} />}

      <div className={css.filters} role="search">
        <div className={css.search}>
          <Icon name="search" size={17} />
          <input
            type="search"
            aria-label="Search titles, callsigns and text"
            placeholder="Search titles, callsigns and text"
            maxLength={200}
            value={text}
            // At once: an address written later would call somebody back who has gone on to an item.
            onChange={(event) => {
              setText(event.target.value)
              set('q', event.target.value)
            }}
          />
        </div>
        <SelectField
          label="Library"
          bare
          value={library}
          onChange={(event) => set('library', event.target.value)}
        >
          <option value="">All libraries</option>
          {libraries.data?.items.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({one.itemCount})
            </option>
          ))}
        </SelectField>
        <div className={css.kinds} role="group" aria-label="Kind">
          <button type="button" aria-pressed={kind === ''} onClick={() => set('kind', '')}>
            All
          </button>
          {allKinds.map((one) => (
            <button key={one} type="button" aria-pressed={kind === one} onClick={() => set('kind', one)}>
              <Icon name={kinds[one].icon} size={16} />
              {kinds[one].plural}
            </button>
          ))}
        </div>
      </div>

      {chosen && <LibraryLine library={chosen} admin={holds(me?.role, 'ADMIN')} />}
      {libraries.data?.items
        .filter(({ status, id }) => status === 'OFFLINE' && id !== library)
        .map((one) => (
          <p key={one.id} className={css.offline}>
            <Icon name="alert" size={15} /> The library “{one.name}” is offline: its folder cannot be read at
            the moment.
          </p>
        ))}

      <p className="visually-hidden" role="status">
        {items.isSuccess && !items.isPlaceholderData
          ? `${found.length}${items.hasNextPage ? ' or more' : ''} items`
          : ''}
      </p>
      {items.error && <Failure error={items.error} retry={() => void items.refetch()} />}
      {items.isPending && <Skeleton lines={6} label="Loading the media" />}
      {items.data && found.length === 0 && (
        <EmptyState
          icon="folder"
          title={filtered ? 'Nothing found' : 'No media yet'}
          action={
            filtered && (
              <Button
                onClick={() => {
                  setText('')
                  setAddress({}, { replace: true })
                }}
              >
                Show everything
              </Button>
            )
          }
        >
          {filtered
            ? 'Try fewer words, or another library or kind.'
            : 'Recordings, training videos, forms and photos appear here when an administrator has set up a library and it was scanned.'}
        </EmptyState>
      )}
      {found.length > 0 && (
        <ul className={css.cards} aria-label="Items">
          {found.map((item) => (
            <Card key={item.id} item={item} />
          ))}
        </ul>
      )}
      {items.hasNextPage && (
        <div className={css.more}>
          <Button busy={items.isFetchingNextPage} onClick={() => void items.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </div>
  )
}

function Card({ item }: { item: Item }) {
  const { reading } = useClock()
  const size = extent(item)
  return (
    <li className={css.card}>
      <div className={css.picture}>
        <Thumbnail item={item} />
        {size && <span className={css.extent}>{size}</span>}
      </div>
      <div className={css.cardText}>
        <p className={css.title}>
          <Link to={`/library/${item.id}`}>{item.title}</Link>
        </p>
        <p className={css.facts}>
          <span className="visually-hidden">{kinds[item.kind].label}, </span>
          {[item.recordedAt && day(item.recordedAt, reading), item.artist, item.libraryName]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {(item.callsigns.length > 0 || item.status === 'MISSING') && (
          <p className={css.tags}>
            {item.status === 'MISSING' && (
              <Chip tone="amber" icon="alert">
                File missing
              </Chip>
            )}
            {item.callsigns.slice(0, 3).map((callsign) => (
              <Chip key={callsign} tone="accent">
                {callsign}
              </Chip>
            ))}
          </p>
        )}
      </div>
    </li>
  )
}

function LibraryLine({ library, admin }: { library: Library; admin: boolean }) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const scan = async () => {
    setBusy(true)
    try {
      let state = await media.scan(library.id)
      void queries.invalidateQueries({ queryKey: ['libraries'] })
      while (state.state === 'QUEUED' || state.state === 'RUNNING') {
        await new Promise((resolve) => setTimeout(resolve, 1_000))
        state = await media.scanState(state.id)
      }
      await queries.invalidateQueries({ queryKey: ['items'] })
      await queries.invalidateQueries({ queryKey: ['libraries'] })
      if (state.state === 'FAILED') toast({ text: `The scan of ${library.name} failed.`, tone: 'bad' })
      else
        toast({
          text: `${library.name} scanned: ${state.added} new, ${state.changed} changed, ${state.missing} missing, ${state.errors} unreadable.`,
        })
    } catch (error) {
      toast({ text: plainWords(error), tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <div className={css.library}>
      <strong>{library.name}</strong>
      <Chip>{libraryKinds[library.kind]}</Chip>
      {library.status === 'ONLINE' && (
        <Chip tone="green" icon="check">
          Online
        </Chip>
      )}
      {library.status === 'SCANNING' && (
        <Chip tone="blue" icon="refresh">
          Being scanned
        </Chip>
      )}
      {library.status === 'OFFLINE' && (
        <Chip tone="amber" icon="alert">
          Offline: its folder cannot be read
        </Chip>
      )}
      <span className="muted small">
        {library.itemCount} {library.itemCount === 1 ? 'item' : 'items'}
      </span>
      {admin && (
        <Button small icon="refresh" busy={busy || library.status === 'SCANNING'} onClick={() => void scan()}>
          Scan now
        </Button>
      )}
    </div>
  )
}
