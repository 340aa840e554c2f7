import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon'
import css from './Chip.module.css'

export type Tone = 'neutral' | 'accent' | 'green' | 'amber' | 'red' | 'blue' | 'violet'

/** A small label: icon, words and colour say the same thing. `pulse` marks what is happening now. */
export function Chip({
  tone = 'neutral',
  icon,
  pulse = false,
  children,
}: {
  tone?: Tone
  icon?: IconName
  pulse?: boolean
  children: ReactNode
}) {
  return (
    <span className={`${css.chip} ${css[tone]}`}>
      {pulse ? <span className={css.pulse} aria-hidden /> : icon && <Icon name={icon} size={14} />}
      {children}
    </span>
  )
}
