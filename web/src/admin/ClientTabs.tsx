import { NavLink } from 'react-router'
import css from './admin.module.css'

const tabs = [
  { to: '/admin/clients', label: 'Registered clients' },
  { to: '/admin/keys', label: 'Signing keys' },
]

/** From one of the administrators' pages on signing people in elsewhere to the other. */
export function ClientTabs() {
  return (
    <nav className={css.tabs} aria-label="Clients and keys">
      {tabs.map(({ to, label }) => (
        <NavLink key={to} to={to} className={css.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
