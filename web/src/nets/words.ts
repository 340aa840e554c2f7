import type { NetFrequency, NetStatus, Person, StationStatus } from '../api/model'
import type { Tone } from '../design/Chip'
import type { IconName } from '../design/Icon'

interface Word {
  label: string
  icon: IconName
  tone: Tone
}

export const netStatus: Record<NetStatus, Word> = {
  DRAFT: { label: 'Draft', icon: 'pencil', tone: 'neutral' },
  SCHEDULED: { label: 'Scheduled', icon: 'calendar', tone: 'blue' },
  LOBBY: { label: 'Lobby open', icon: 'lobby', tone: 'amber' },
  ACTIVE: { label: 'On the air', icon: 'antenna', tone: 'green' },
  CLOSED: { label: 'Closed', icon: 'check', tone: 'neutral' },
  ARCHIVED: { label: 'Archived', icon: 'archive', tone: 'neutral' },
  CANCELLED: { label: 'Cancelled', icon: 'ban', tone: 'red' },
}

/** A station's status, and the key that sets it on the chosen row. */
export const stationStatus: Record<StationStatus, Word & { key: string }> = {
  CHECKED_IN: { label: 'Checked in', icon: 'check', tone: 'green', key: 'i' },
  HAS_TRAFFIC: { label: 'Has traffic', icon: 'flag', tone: 'red', key: 't' },
  LISTENING: { label: 'Listening', icon: 'ear', tone: 'blue', key: 'l' },
  RELAY: { label: 'Relay', icon: 'relay', tone: 'violet', key: 'r' },
  AWAY: { label: 'Away', icon: 'away', tone: 'amber', key: 'a' },
  ANNOUNCEMENTS: { label: 'Announcements', icon: 'megaphone', tone: 'amber', key: 'n' },
  MOBILE: { label: 'Mobile', icon: 'car', tone: 'accent', key: 'm' },
  CHECKED_OUT: { label: 'Checked out', icon: 'out', tone: 'neutral', key: 'o' },
}

export const stationStatuses = Object.keys(stationStatus) as StationStatus[]

/** Whether nothing of the net changes any more. */
export function isOver(status: NetStatus): boolean {
  return status === 'CLOSED' || status === 'ARCHIVED' || status === 'CANCELLED'
}

export function isOpen(status: NetStatus): boolean {
  return status === 'LOBBY' || status === 'ACTIVE'
}

/** How the log names a person. */
export function personLabel(person: Pick<Person, 'name' | 'callsign'> | null | undefined): string {
  if (!person) return 'the system'
  if (person.callsign && person.name) return `${person.callsign} (${person.name})`
  return person.callsign ?? (person.name || 'unnamed operator')
}

export function frequencyLabel(frequency: Omit<NetFrequency, 'id' | 'band'>): string {
  const where = frequency.frequency ? `${frequency.frequency} MHz` : frequency.network
  const group = frequency.talkgroup ? `TG ${frequency.talkgroup}` : null
  const network = frequency.frequency ? frequency.network : null
  return [where, frequency.mode, network, group].filter(Boolean).join(' · ')
}
