import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { ButtonLink } from '../design/Button'
import { Chip } from '../design/Chip'
import { Icon } from '../design/Icon'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { bytes, dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import type { ReactNode } from 'react'
import { media, type Item } from './api'
import { Player } from './Player'
import { extent, kinds } from './words'
import css from './ItemPage.module.css'

export function ItemPage() {
  const { id = '' } = useParams()
  const { data: item, error, refetch } = useQuery({ queryKey: ['item', id], queryFn: () => media.item(id) })
  usePageTitle(item?.title ?? 'Media')

  if (error instanceof ApiProblem && error.status === 404) {
    return (
      <EmptyState
        icon="search"
        title="There is no such item"
        page
        action={<ButtonLink to="/library">Go to the media</ButtonLink>}
      >
        It may have left the library, or it is in one that your role may not see.
      </EmptyState>
    )
  }
  if (error) return <Failure error={error} retry={() => void refetch()} />
  if (!item) return <Skeleton lines={8} label="Loading the item" />

  return (
    <div className={css.page}>
      <div>
        <ButtonLink to="/library" look="quiet" small>
          <span className={css.back}>
            <Icon name="chevron" size={15} />
          </span>
          All media
        </ButtonLink>
      </div>
      <header className={css.head}>
        <h1>{item.title}</h1>
        <p className={css.chips}>
          <Chip tone="accent" icon={kinds[item.kind].icon}>
            {kinds[item.kind].label}
          </Chip>
          {item.callsigns.map((callsign) => (
            <Chip key={callsign}>{callsign}</Chip>
          ))}
        </p>
      </header>
      <div className={css.columns}>
        <div className={css.stage}>
          {item.status === 'MISSING' ? (
            <Notice tone="warn">
              <strong>The file is missing.</strong> The catalogue still knows it, but it was not found in its
              folder at the last scan.
            </Notice>
          ) : (
            <Content item={item} />
          )}
          {item.description && <p className={css.description}>{item.description}</p>}
        </div>
        <Panel title="About this file" icon="info">
          <Facts item={item} />
        </Panel>
      </div>
    </div>
  )
}

function Content({ item }: { item: Item }) {
  const ticket = useQuery({
    queryKey: ['ticket', item.id],
    queryFn: () => media.ticket(item.id),
    // Renewed well before its end, so that a link on the page always works.
    refetchInterval: (query) => {
      const expiresAt = query.state.data?.expiresAt
      return expiresAt ? Math.max(60_000, (Date.parse(expiresAt) - Date.now()) / 2) : false
    },
    staleTime: 60_000,
    gcTime: 0,
  })
  if (ticket.error) return <Failure error={ticket.error} retry={() => void ticket.refetch()} />
  if (!ticket.data) return <Skeleton lines={4} label="Opening the file" />
  const { url } = ticket.data
  const download = (
    <a className={css.link} href={url} download={item.fileName}>
      <Icon name="download" /> Download ({bytes(item.size)})
    </a>
  )

  switch (item.kind) {
    case 'AUDIO':
    case 'VIDEO':
      return (
        <>
          <Player
            kind={item.kind}
            title={item.title}
            url={url}
            renew={async () => (await media.ticket(item.id)).url}
          />
          <div className={css.links}>{download}</div>
        </>
      )
    case 'IMAGE':
      return (
        <>
          <a
            href={url}
            target="_blank"
            rel="noreferrer"
            className={css.imageLink}
            aria-label="Open the image in full size"
          >
            <img src={url} alt={item.description ?? item.title} className={css.image} />
          </a>
          <div className={css.links}>{download}</div>
        </>
      )
    case 'DOCUMENT':
      return (
        <div className={css.document}>
          <Icon name="document" size={56} />
          <p>{item.fileName}</p>
          <div className={css.links}>
            <a className={`${css.link} ${css.primary}`} href={url} target="_blank" rel="noreferrer">
              <Icon name="external" /> Open in a new tab
            </a>
            {download}
          </div>
        </div>
      )
  }
}

const sourceWords: Record<string, string> = {
  embedded: 'from the file',
  path: 'from the name',
  probe: 'measured',
}

/** What is known of the file, and where each value comes from. */
function Facts({ item }: { item: Item }) {
  const { reading } = useClock()
  const facts: [label: string, field: string, value: ReactNode][] = [
    ['Recorded', 'recordedAt', item.recordedAt && dayAndClock(item.recordedAt, reading)],
    ['Length', 'durationSeconds', item.durationSeconds !== null && extent(item)],
    ['Pages', 'pages', item.pages],
    [
      'Size of the picture',
      'width',
      item.width !== null && item.height !== null && `${item.width} × ${item.height}`,
    ],
    [item.kind === 'AUDIO' ? 'Net control or artist' : 'Author', 'artist', item.artist],
    [item.kind === 'AUDIO' ? 'Net or album' : 'Series', 'album', item.album],
    ['Title', 'title', item.title],
    [
      'Taken at',
      'position',
      item.position && `${item.position.latitude.toFixed(5)}, ${item.position.longitude.toFixed(5)}`,
    ],
    ['Not readable', '', item.fault],
    ['Library', '', item.libraryName],
    ['Folder', '', item.folder],
    ['File', '', item.fileName],
    ['Type', '', item.contentType],
    ['Size', '', bytes(item.size)],
    ['Catalogued', '', dayAndClock(item.addedAt, reading)],
  ]
  return (
    <dl className={css.facts}>
      {facts.map(([label, field, value]) => {
        if (value === null || value === undefined || value === false || value === '') return null
        const source = item.sources?.[field]
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {value}
              {source && <span className={css.source}>{sourceWords[source] ?? source}</span>}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
