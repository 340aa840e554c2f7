export interface Person {
  userId: string
  name: string
  callsign: string | null
}

export interface NetFrequency {
  id: string
  frequency: string | null
  mode: string
  network: string | null
  talkgroup: string | null
  description: string | null
  band: string | null
}

export interface Frequency extends NetFrequency {
  version: number
}

export type NetStatus = 'DRAFT' | 'SCHEDULED' | 'LOBBY' | 'ACTIVE' | 'CLOSED' | 'ARCHIVED'
export type NetRole = 'NCS' | 'LOGGER' | 'RELAY'

export interface RoleHolder extends Person {
  role: NetRole
}

export interface Net {
  id: string
  version: number
  name: string
  description: string | null
  status: NetStatus
  scheduledStart: string | null
  zone: string | null
  startedAt: string | null
  closedAt: string | null
  selfCheckIn: boolean
  frequencies: NetFrequency[]
  owner: Person
  roles: RoleHolder[]
  counts: { stations: number; live: number; rechecks: number }
  sequence: number
  me: {
    roles: NetRole[]
    canManage: boolean
    canLog: boolean
    canCheckIn: boolean
    canChat: boolean
    subscribed: boolean
  }
}

export type StationStatus =
  'CHECKED_IN' | 'HAS_TRAFFIC' | 'LISTENING' | 'RELAY' | 'AWAY' | 'ANNOUNCEMENTS' | 'MOBILE' | 'CHECKED_OUT'

export interface CheckIn {
  id: string
  version: number
  netId: string
  number: number
  callsign: string
  base: string | null
  prefix: string | null
  suffix: string | null
  tactical: boolean
  name: string | null
  location: string | null
  status: StationStatus
  frequencyId: string | null
  relayedBy: string | null
  notes: string | null
  weather: string | null
  power: string | null
  customFields: Record<string, string>
  recheckOf: string | null
  userId: string | null
  loggedBy: Person
  checkedInAt: string
  checkedOutAt: string | null
  deleted: boolean
}

export interface ChatMessage {
  id: string
  author: Person
  text: string
  at: string
}

export interface Station {
  callsign: string
  name: string | null
  location: string | null
  lastHeardAt: string | null
}

export interface Page<T> {
  items: T[]
  next: string | null
}
