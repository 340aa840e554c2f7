import type { IconName } from '../design/Icon'
import type { Item, Library, MediaKind } from './api'
import { duration } from '../time/format'

export const kinds: Record<MediaKind, { label: string; plural: string; icon: IconName }> = {
  AUDIO: { label: 'Recording', plural: 'Audio', icon: 'audio' },
  VIDEO: { label: 'Video', plural: 'Video', icon: 'film' },
  DOCUMENT: { label: 'Document', plural: 'Documents', icon: 'document' },
  IMAGE: { label: 'Image', plural: 'Images', icon: 'image' },
}

export const libraryKinds: Record<Library['kind'], string> = {
  RECORDINGS: 'Recordings',
  TRAINING: 'Training',
  FORMS: 'Forms',
  PHOTOS: 'Photos',
  MIXED: 'Mixed',
}

/** How long, how many pages or how large an item is, whichever it has. */
export function extent(
  item: Pick<Item, 'durationSeconds' | 'pages' | 'width' | 'height'>,
): string | undefined {
  if (item.durationSeconds !== null) return duration(item.durationSeconds)
  if (item.pages !== null) return item.pages === 1 ? '1 page' : `${item.pages} pages`
  if (item.width !== null && item.height !== null) return `${item.width} × ${item.height}`
  return undefined
}
