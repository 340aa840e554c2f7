import type { ReactNode } from 'react'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from './Button'
import { Icon, type IconName } from './Icon'
import css from './Notice.module.css'

type Tone = 'info' | 'good' | 'warn' | 'bad'

const icons: Record<Tone, IconName> = { info: 'info', good: 'check', warn: 'alert', bad: 'alert' }

/** A message in the page. `bad` ones are announced at once. */
export function Notice({
  tone = 'info',
  children,
  action,
}: {
  tone?: Tone
  children: ReactNode
  action?: ReactNode
}) {
  return (
    <div className={`${css.notice} ${css[tone]}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icons[tone]} />
      <div className={css.text}>{children}</div>
      {action && <div className={css.action}>{action}</div>}
    </div>
  )
}

/** What went wrong in plain words, with the request id that finds it in the logs. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  return (
    <Notice
      tone="bad"
      action={
        retry && (
          <Button small icon="refresh" onClick={retry}>
            Try again
          </Button>
        )
      }
    >
      <p>{plainWords(error)}</p>
      {error instanceof ApiProblem && error.requestId && (
        <p className={css.reference}>
          Reference <span className="mono">{error.requestId}</span>
        </p>
      )}
    </Notice>
  )
}

/** An empty list that says what would stand here and how it gets there. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  page = false,
}: {
  icon: IconName
  title: string
  children?: ReactNode
  action?: ReactNode
  /** It stands for the whole page, so its title is the page's heading. */
  page?: boolean
}) {
  const Title = page ? 'h1' : 'p'
  return (
    <div className={css.empty}>
      <span className={css.emptyIcon}>
        <Icon name={icon} size={28} />
      </span>
      <Title className={css.emptyTitle}>{title}</Title>
      {children && <p className="muted">{children}</p>}
      {action}
    </div>
  )
}

/** Grey bars where content will be. */
export function Skeleton({ lines = 3, label = 'Loading' }: { lines?: number; label?: string }) {
  return (
    <div className={css.skeleton} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} />
      ))}
    </div>
  )
}
