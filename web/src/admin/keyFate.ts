import type { SigningKey } from './api'

/** What becomes of a key, and when, in a sentence. */
export function fate(key: SigningKey, time: (at: string) => string): string {
  const at = key.changesAt === null ? null : time(key.changesAt)
  switch (key.state) {
    case 'NEXT':
      return at === null ? 'Published; signs later' : `Published; signs from ${at} on`
    case 'ACTIVE':
      return at === null ? 'Signs' : `Signs until ${at} or a little later`
    case 'RETIRING':
      return at === null ? 'Still published' : `Signs no more; published until ${at}`
    case 'GONE':
      return `${key.revoked ? 'Withdrawn' : 'Erased'}${key.goneAt === null ? '' : ` ${time(key.goneAt)}`}`
  }
}
