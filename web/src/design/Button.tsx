import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react'
import { Link, type LinkProps } from 'react-router'
import { Icon, type IconName } from './Icon'
import css from './Button.module.css'

type Look = 'primary' | 'plain' | 'quiet' | 'danger'

interface Shape {
  look?: Look
  small?: boolean
  icon?: IconName
  children?: ReactNode
}

function classes(look: Look, small: boolean, iconOnly: boolean) {
  return [css.button, css[look], small && css.small, iconOnly && css.iconOnly].filter(Boolean).join(' ')
}

/** A button; an icon alone needs an `aria-label`. `busy` keeps it focusable but inert while its deed is under way. */
export function Button({
  look = 'plain',
  small = false,
  icon,
  busy = false,
  children,
  ref,
  onClick,
  ...rest
}: Shape & { busy?: boolean; ref?: Ref<HTMLButtonElement> } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return (
    <button
      type="button"
      {...rest}
      ref={ref}
      className={classes(look, small, children === undefined)}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault()
        else onClick?.(event)
      }}
    >
      {busy ? <span className={css.spinner} /> : icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button. */
export function ButtonLink({ look = 'plain', small = false, icon, children, ...rest }: Shape & LinkProps) {
  return (
    <Link {...rest} className={classes(look, small, children === undefined)}>
      {icon && <Icon name={icon} />}
      {children}
    </Link>
  )
}
