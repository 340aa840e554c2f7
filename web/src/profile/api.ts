import { useQuery } from '@tanstack/react-query'
import { answer, auth, ifMatch } from '../api/clients'
import type { components } from '../api/generated/auth-service'
import { withoutNull, type Served } from '../api/served'

export type Role = components['schemas']['Role']
export type Me = Served<components['schemas']['MeView'], 'callsign'>

export interface Profile {
  name: string
  callsign: string | null
  zone: string
  locale: string
}

export const meKey = ['me'] as const

export const getMe = () => answer<Me>(auth.GET('/auth/me'))

export const putMe = (profile: Profile, version: number) =>
  answer<Me>(auth.PUT('/auth/me', { params: { header: ifMatch(version) }, body: withoutNull(profile) }))

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: getMe, staleTime: 60_000 })
}

const ranks: readonly Role[] = ['USER', 'LOGGER', 'NCS', 'ADMIN']

/** Global roles are ordered: each holds the rights of those before it. */
export function holds(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && ranks.indexOf(role) >= ranks.indexOf(wanted)
}
