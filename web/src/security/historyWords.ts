const words: Record<string, string> = {
  'account.created': 'Account made',
  'account.proven': 'Mailbox proven',
  'account.profile-changed': 'Profile changed',
  'account.role-changed': 'Role changed',
  'account.banned': 'Account suspended',
  'account.unbanned': 'Suspension lifted',
  'account.deactivated': 'Account deactivated',
  'account.activated': 'Account activated again',
  'account.erasure-requested': 'Erasure asked for',
  'account.erasure-cancelled': 'Erasure taken back',
  'account.merged': 'Another account became part of this one',
  'second-factor.prepared': 'Began to set up an authenticator',
  'second-factor.added': 'Second factor added',
  'second-factor.removed': 'Second factor removed',
  'recovery-codes.renewed': 'New recovery codes made',
  'session.stepped-up': 'Showed the second factor again',
  'email-change.requested': 'Change of address asked for',
  'email-change.cancelled': 'Change of address taken back',
  'account.email-changed': 'E-mail address changed',
  'account.email-restored': 'Former e-mail address restored',
  'session.opened': 'Signed in',
  'session.ended': 'Signed out',
  'api-key.created': 'API key made',
  'api-key.rotated': 'API key renewed',
  'api-key.revoked': 'API key revoked',
  'consent.given': 'Let a client in',
  'consent.withdrawn': 'Took a client’s access back',
  'identity.linked': 'Linked an account elsewhere',
  'identity.unlinked': 'Removed an account elsewhere',
  'identity.declined': 'Did not link an account elsewhere',
  'provider-sign-in.begun': 'Went to another provider',
  'device.approved': 'Let a device in',
  'device.refused': 'Refused a device',
  'token.revoked': 'A client gave a token back',
}

/** What an action is called in front of its owner; one that has no words yet reads as it is. */
export function wordsOf(action: string): string {
  const known = words[action]
  if (known) return known
  const text = action.replace(/[.:_-]+/g, ' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}
