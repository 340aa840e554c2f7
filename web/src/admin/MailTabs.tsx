import { NavLink } from 'react-router'
import css from './admin.module.css'

const tabs = [
  { to: '/admin/mails', label: 'Queue and log' },
  { to: '/admin/announcements', label: 'Announcements' },
  { to: '/admin/templates', label: 'Letters' },
  { to: '/admin/suppressions', label: 'Suppressed addresses' },
  { to: '/admin/relay', label: 'Relay' },
  { to: '/admin/push', label: 'Webhooks and ntfy' },
]

/** From one of the administrators' pages on mail to the others. */
export function MailTabs() {
  return (
    <nav className={css.tabs} aria-label="Mail">
      {tabs.map(({ to, label }) => (
        <NavLink key={to} to={to} className={css.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
