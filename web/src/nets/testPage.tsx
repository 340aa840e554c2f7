import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { meKey, type Me } from '../profile/api'
import { ClockProvider } from '../time/reading'

export const annaMe: Me = {
  id: 'user-anna',
  email: 'anna@example.org',
  name: 'Anna',
  callsign: 'W1AW',
  gmrsCallsign: null,
  earlierCallsigns: [],
  zone: 'UTC',
  locale: 'en-GB',
  location: null,
  role: 'NCS',
  version: 1,
}

/** Renders a part of a page with what every page has around it, for tests. */
export function renderPart(part: ReactNode, me: Me = annaMe) {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } })
  queries.setQueryData(meKey, me)
  const wrap = (inner: ReactNode) => (
    <QueryClientProvider client={queries}>
      <ClockProvider>{inner}</ClockProvider>
    </QueryClientProvider>
  )
  const view = render(wrap(part))
  return { ...view, update: (next: ReactNode) => view.rerender(wrap(next)) }
}
