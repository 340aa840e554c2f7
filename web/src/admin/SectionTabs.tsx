import { NavLink } from 'react-router'
import type { AdminPage } from './sections'
import css from './admin.module.css'

/** From one of the administrators' pages to the others of its section. */
export function SectionTabs({ label, pages }: { label: string; pages: AdminPage[] }) {
  return (
    <nav className={css.tabs} aria-label={label}>
      {pages.map(({ to, label }) => (
        <NavLink key={to} to={to} className={css.tab ?? ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  )
}
