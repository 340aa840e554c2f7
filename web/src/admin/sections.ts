/** A page of the administrators, as the tabs of its section name it. */
export interface AdminPage {
  to: string
  label: string
}

/** On people. */
export const peoplePages: AdminPage[] = [
  { to: '/admin/accounts', label: 'Accounts' },
  { to: '/admin/review', label: 'Review' },
  { to: '/admin/invitations', label: 'Invitations' },
  { to: '/admin/address-bans', label: 'Banned addresses' },
  { to: '/admin/audit', label: 'Audit trail' },
]

/** On signing people in elsewhere. */
export const clientPages: AdminPage[] = [
  { to: '/admin/clients', label: 'Registered clients' },
  { to: '/admin/keys', label: 'Signing keys' },
]

/** On mail, and what its letters say elsewhere. */
export const mailPages: AdminPage[] = [
  { to: '/admin/mails', label: 'Queue and log' },
  { to: '/admin/announcements', label: 'Announcements' },
  { to: '/admin/templates', label: 'Letters' },
  { to: '/admin/suppressions', label: 'Suppressed addresses' },
  { to: '/admin/relay', label: 'Relay' },
  { to: '/admin/push', label: 'Webhooks and ntfy' },
]
