const words: Record<string, string> = {
  openid: 'know who you are',
  profile: 'see your name, callsign, time zone and language',
  email: 'see your e-mail address',
  offline_access: 'go on when you have signed out',
  ect: 'act for you in nets, logs and recordings',
}

/** What an application may do, as the end of a sentence; a scope without words of its own stands as it is. */
export function consentWords(scopes: string[]): string {
  const all = Object.keys(words)
    .filter((scope) => scopes.includes(scope))
    .concat(scopes.filter((scope) => !(scope in words)))
    .map((scope) => words[scope] ?? scope)
  return all.length < 2 ? (all[0] ?? 'do nothing') : `${all.slice(0, -1).join(', ')} and ${all.at(-1)}`
}
