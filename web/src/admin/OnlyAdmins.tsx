import type { ReactNode } from 'react'
import { EmptyState, Skeleton } from '../design/Notice'
import { holds, useMe } from '../profile/api'

/** Tells others that a page is for administrators; the services refuse them in any case. */
export function OnlyAdmins({ children }: { children: ReactNode }) {
  const { data: me } = useMe()
  if (!me) return <Skeleton lines={4} />
  if (!holds(me.role, 'ADMIN')) {
    return (
      <EmptyState icon="shield" title="For administrators" page>
        Your role does not include this page.
      </EmptyState>
    )
  }
  return children
}
