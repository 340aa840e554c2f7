import { useId, type ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import css from './Panel.module.css'

/** A titled part of a page. */
export function Panel({
  title,
  icon,
  side,
  children,
  flush = false,
}: {
  title: string
  icon?: IconName
  side?: ReactNode
  children: ReactNode
  flush?: boolean
}) {
  const id = useId()
  return (
    <section className={css.panel} aria-labelledby={id}>
      <header className={css.header}>
        <h2 id={id}>
          {icon && <Icon name={icon} size={16} />}
          {title}
        </h2>
        {side}
      </header>
      <div className={flush ? undefined : css.body}>{children}</div>
    </section>
  )
}
