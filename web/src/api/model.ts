import type { components } from './generated/ectlog-service'
import type { Served } from './served'

/** The live log's things, as ectlog-service answers them. */
type Schema = components['schemas']

export type Person = Served<Schema['Operator'], 'callsign'>

export type NetFrequency = Served<
  Schema['NetFrequency'],
  'frequency' | 'network' | 'talkgroup' | 'description' | 'band'
>

export type Frequency = Served<
  Schema['Frequency'],
  'frequency' | 'network' | 'talkgroup' | 'description' | 'band'
>

export type Mode = Schema['Mode']
export type NetStatus = Schema['NetStatus']
export type NetRole = Schema['RoleKind']
export type RoleHolder = Served<Schema['NetRole'], 'callsign'>

export type Net = Served<
  Schema['Net'],
  'description' | 'scheduledStart' | 'zone' | 'startedAt' | 'closedAt',
  {
    frequencies: NetFrequency[]
    owner: Person
    roles: RoleHolder[]
    counts: Served<Schema['NetCounts']>
    me: Served<Schema['NetMe']>
  }
>

export type StationStatus = Schema['StationStatus']

export type CheckIn = Served<
  Schema['CheckIn'],
  | 'prefix'
  | 'suffix'
  | 'name'
  | 'location'
  | 'frequencyId'
  | 'relayedBy'
  | 'notes'
  | 'weather'
  | 'power'
  | 'recheckOf'
  | 'userId'
  | 'checkedOutAt',
  { loggedBy: Person }
>

export type ChatMessage = Served<Schema['ChatMessage'], never, { author: Person }>

export type Station = Served<Schema['Station'], 'name' | 'location'>

export interface Page<T> {
  items: T[]
  next: string | null
}
