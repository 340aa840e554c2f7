import { session } from '../session/browser'
import type { LiveWorld, Socket } from './LiveConnection'

/** The live connection's surroundings in a browser. */
export const browserWorld: Omit<LiveWorld, 'journal'> = {
  open: (url, protocols) => new WebSocket(url, protocols) as Socket,
  token: () => session.accessToken(),
  renewToken: () => session.refresh(),
  onToken: (listener) => session.onToken(listener),
  onNetwork: ({ online, offline, visible }) => {
    const shown = () => {
      if (document.visibilityState === 'visible') visible()
    }
    window.addEventListener('online', online)
    window.addEventListener('offline', offline)
    document.addEventListener('visibilitychange', shown)
    return () => {
      window.removeEventListener('online', online)
      window.removeEventListener('offline', offline)
      document.removeEventListener('visibilitychange', shown)
    }
  },
  now: () => performance.now(),
  random: Math.random,
}
