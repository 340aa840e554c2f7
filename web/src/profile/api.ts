import { useQuery } from '@tanstack/react-query'
import { fetchOk } from '../api/client'

export type Role = 'USER' | 'LOGGER' | 'NCS' | 'ADMIN'

export interface Me {
  id: string
  email: string
  name: string
  callsign: string | null
  zone: string
  locale: string
  role: Role
  version: number
}

export interface Profile {
  name: string
  callsign: string | null
  zone: string
  locale: string
}

export const meKey = ['me'] as const

export async function getMe(): Promise<Me> {
  return (await (await fetchOk('GET', '/auth/me')).json()) as Me
}

export async function putMe(profile: Profile, version: number): Promise<Me> {
  const response = await fetchOk('PUT', '/auth/me', {
    body: profile,
    headers: { 'If-Match': `"${version}"` },
  })
  return (await response.json()) as Me
}

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: getMe, staleTime: 60_000 })
}

const ranks: readonly Role[] = ['USER', 'LOGGER', 'NCS', 'ADMIN']

/** Global roles are ordered: each holds the rights of those before it. */
export function holds(role: Role | undefined, wanted: Role): boolean {
  return role !== undefined && ranks.indexOf(role) >= ranks.indexOf(wanted)
}
