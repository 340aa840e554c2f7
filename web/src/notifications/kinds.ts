/** What the kinds of mail are called on the screen; a kind this client does not know yet keeps its name. */
const kinds: Record<string, { one: string; many: string; about: string }> = {
  'sign-in-link': {
    one: 'Sign-in link',
    many: 'Sign-in links',
    about: 'Come when you ask for them. Nobody gets in without.',
  },
  'account-notice': {
    one: 'Account notice',
    many: 'Account notices',
    about: 'Tell you when something happens to your account, such as a new API key.',
  },
  'security-alert': {
    one: 'Security alert',
    many: 'Security alerts',
    about: 'Tell administrators of new roles and keys, copied sessions and bursts of failed sign-ins.',
  },
  invitation: {
    one: 'Invitation',
    many: 'Invitations',
    about: 'Ask somebody to join.',
  },
  'address-confirmation': {
    one: 'Confirmation of an address',
    many: 'Confirmations of an address',
    about: 'Go to the new address when you change yours.',
  },
  'address-changed': {
    one: 'Notice of a new address',
    many: 'Notices of a new address',
    about: 'Go to the former address when yours was changed, with a way to undo it.',
  },
  'net-log': {
    one: 'Net log',
    many: 'Net logs',
    about: 'The log of a net that you follow, when it has ended.',
  },
  'net-started': {
    one: 'Net on the air',
    many: 'Nets on the air',
    about: 'When a net begins that you follow or have a role in.',
  },
  'net-moved': {
    one: 'Net moved',
    many: 'Nets that were moved',
    about: 'When a net that you follow or have a role in gets another time.',
  },
  'net-cancelled': {
    one: 'Net cancelled',
    many: 'Nets that were cancelled',
    about: 'When a net that you follow or have a role in does not take place.',
  },
  'ncs-reminder': {
    one: 'Reminder to net control',
    many: 'Reminders to net control',
    about: 'A day and an hour before a net of which you are net control.',
  },
  'staff-reminder': {
    one: 'Reminder to logger or relay',
    many: 'Reminders to loggers and relays',
    about: 'A day and an hour before a net in which you log or relay.',
  },
  'net-reminder': {
    one: 'Reminder of a net',
    many: 'Reminders of nets',
    about: 'An hour before a net that you follow.',
  },
  'traffic-reminder': {
    one: 'Reminder of traffic',
    many: 'Reminders of traffic',
    about: 'When you hold a formal message that was neither passed on nor delivered.',
  },
  announcement: {
    one: 'Announcement',
    many: 'Announcements',
    about: 'Messages to groups that you belong to.',
  },
  'daily-digest': {
    one: 'Daily digest',
    many: 'Daily digests',
    about: 'One mail a day in place of single ones, if you choose so below.',
  },
  'failure-digest': {
    one: 'Report on failed mail',
    many: 'Reports on failed mail',
    about: 'Once a day, for administrators, when mail could not be delivered.',
  },
}

export const kindNames: Record<string, string> = Object.fromEntries(
  Object.entries(kinds).map(([kind, { one }]) => [kind, one]),
)

export function kindWords(kind: string): { one: string; many: string; about: string } {
  return kinds[kind] ?? { one: kind, many: kind, about: '' }
}
