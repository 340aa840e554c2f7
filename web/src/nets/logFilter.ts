import type { CheckIn } from '../api/model'

export type Show = 'all' | 'live' | 'traffic' | 'out'

/** Whether a row is to be shown: each word of the search must be found in some text of the row. */
export function matches(row: CheckIn, text: string, show: Show): boolean {
  if (show === 'live' && row.status === 'CHECKED_OUT') return false
  if (show === 'traffic' && row.status !== 'HAS_TRAFFIC') return false
  if (show === 'out' && row.status !== 'CHECKED_OUT') return false
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return true
  const content = [
    row.callsign,
    row.name,
    row.location,
    row.notes,
    row.relayedBy,
    row.weather,
    `#${row.number}`,
  ]
    .join('\n')
    .toLowerCase()
  return words.every((word) => content.includes(word))
}
