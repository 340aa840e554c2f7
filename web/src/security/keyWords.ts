const words: Record<string, string> = {
  'ectlog:read': 'Read nets and their logs',
  'ectlog:write': 'Write in nets, as far as your role allows',
  'media:read': 'Read and play media',
  'admin:read': 'Read what administrators read',
}

/** A scope in words; one that this client does not know speaks for itself. */
export function scopeWords(scope: string): string {
  return words[scope] ?? scope
}

const twoWeeks = 14 * 86_400_000

/** Whether a key has expired, or will before its owner may look again. */
export function expiry(expiresAt: string, now: Date): { dead: boolean; soon: boolean } {
  const left = new Date(expiresAt).getTime() - now.getTime()
  return { dead: left <= 0, soon: left > 0 && left < twoWeeks }
}
