import { NavLink } from 'react-router'
import css from './admin.module.css'

const tabs = [
  { to: '/admin/accounts', label: 'Accounts' },
  { to: '/admin/review', label: 'Review' },
  { to: '/admin/invitations', label: 'Invitations' },
  { to: '/admin/address-bans', label: 'Banned addresses' },
  { to: '/admin/audit', label: 'Audit trail' },
]

/** From one of the administrators' pages on people to the others. */
export function AccountTabs() {
  return (
    <nav className={css.tabs} aria-label="People">
      {tabs.map(({ to, label }) => (
        <NavLink key={to} to={to} className={css.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
