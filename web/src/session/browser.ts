import { useSyncExternalStore } from 'react'
import { Session, type SessionState } from './session'

/** The one session of this page. */
export const session = new Session({
  fetch: (url, init) => fetch(url, init),
  now: () => performance.now(),
  exclusively: async (deed) => await navigator.locks.request('ect.session', deed),
  channel: new BroadcastChannel('ect.session'),
})

export function useSessionState(): SessionState {
  return useSyncExternalStore(session.onState, () => session.state)
}

/** Leaves for the page on which one shows who one is once more, and which comes back here. */
export function leaveToStepUp(): void {
  const here = location.pathname + location.search
  location.assign(`/auth/sign-in/step-up?return_to=${encodeURIComponent(here)}`)
}

/** Leaves for the sign-in page, which comes back here. */
export function leaveToSignIn(): void {
  const here = location.pathname + location.search
  location.assign(`/auth/sign-in?return_to=${encodeURIComponent(here)}`)
}
