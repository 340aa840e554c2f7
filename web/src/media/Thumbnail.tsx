import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { Icon } from '../design/Icon'
import { media, type Item } from './api'
import { kinds } from './words'
import css from './Thumbnail.module.css'

/** An item's small picture, fetched when it comes into sight; its kind's icon until then, or if it has none. */
export function Thumbnail({ item }: { item: Item }) {
  const frame = useRef<HTMLDivElement>(null)
  const [seen, setSeen] = useState(false)

  useEffect(() => {
    const element = frame.current
    if (!element || !item.hasThumbnail) return
    const watcher = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          setSeen(true)
          watcher.disconnect()
        }
      },
      { rootMargin: '200px' },
    )
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [item.hasThumbnail])

  const { data: blob } = useQuery({
    queryKey: ['thumbnail', item.id],
    queryFn: () => media.thumbnail(item.id),
    enabled: seen,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = useObjectUrl(blob)

  return (
    <div ref={frame} className={`${css.frame} ${css[item.kind.toLowerCase()] ?? ''}`}>
      {url ? (
        <img src={url} alt="" className={`${css.picture} ${css[`turn${item.orientation ?? 1}`] ?? ''}`} />
      ) : (
        <Icon name={kinds[item.kind].icon} size={34} />
      )}
    </div>
  )
}

function useObjectUrl(blob: Blob | undefined): string | undefined {
  const [url, setUrl] = useState<string>()
  useEffect(() => {
    if (!blob) return
    const made = URL.createObjectURL(blob)
    // The address belongs to the document and must be given back, so it cannot be made while rendering.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [blob])
  return url
}
