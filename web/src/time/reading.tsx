import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useStored } from '../design/stored'
import { useMe } from '../profile/api'
import { browserZone, type Reading } from './format'

interface Clock {
  /** How times are to be shown now: in the person's zone or in UTC, as chosen. */
  reading: Reading
  /** The person's own zone, whatever is chosen. */
  own: Reading
  utc: boolean
  showUtc: (utc: boolean) => void
}

const ClockContext = createContext<Clock | undefined>(undefined)

export function ClockProvider({ children }: { children: ReactNode }) {
  const { data: me } = useMe()
  const [shown, choose] = useStored('ect.clock', ['own', 'utc'], 'own')
  const zone = valid(me?.zone) ?? browserZone()
  const locale = validLocale(me?.locale) ?? navigator.language
  const clock = useMemo<Clock>(() => {
    const own = { zone, locale }
    const utc = shown === 'utc'
    return {
      own,
      utc,
      reading: utc ? { zone: 'UTC', locale } : own,
      showUtc: (on) => choose(on ? 'utc' : 'own'),
    }
  }, [zone, locale, shown, choose])
  return <ClockContext value={clock}>{children}</ClockContext>
}

export function useClock(): Clock {
  const clock = useContext(ClockContext)
  if (!clock) throw new Error('useClock needs a ClockProvider')
  return clock
}

/** The time now, moving on by itself. */
export function useNow(everyMilliseconds: number): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), everyMilliseconds)
    return () => clearInterval(timer)
  }, [everyMilliseconds])
  return now
}

function valid(zone: string | undefined): string | undefined {
  try {
    return zone && new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

function validLocale(locale: string | undefined): string | undefined {
  try {
    return locale && Intl.getCanonicalLocales(locale)[0]
  } catch {
    return undefined
  }
}
