import { useQuery } from '@tanstack/react-query'
import { answer, auth, ifMatch } from '../api/clients'
import type { components } from '../api/generated/auth-service'
import { withoutNull, type Served } from '../api/served'

export type Role = components['schemas']['Role']
export type Location = Served<components['schemas']['Location'], 'place' | 'grid' | 'latitude' | 'longitude'>
export type Me = Served<
  components['schemas']['MeView'],
  'callsign' | 'gmrsCallsign',
  { location: Location | null }
>

export interface Profile {
  name: string
  callsign: string | null
  gmrsCallsign: string | null
  earlierCallsigns: string[]
  zone: string
  locale: string
  location: Location | null
}

export const meKey = ['me'] as const

export const getMe = () => answer<Me>(auth.GET('/auth/me'))

export const putMe = (profile: Profile, version: number) =>
  answer<Me>(
    auth.PUT('/auth/me', {
      params: { header: ifMatch(version) },
      body: withoutNull({ ...profile, location: profile.location && withoutNull(profile.location) }),
    }),
  )

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: getMe, staleTime: 60_000 })
}

const ranks: readonly Role[] = ['USER', 'LOGGER', 'NCS', 'ADMIN']

/** Global roles are ordered: each holds the rights of those before it. */
export function holds(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && ranks.indexOf(role) >= ranks.indexOf(wanted)
}
