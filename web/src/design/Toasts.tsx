import { useSyncExternalStore } from 'react'
import { Button } from './Button'
import { Icon } from './Icon'
import css from './Toasts.module.css'

interface Toast {
  id: string
  text: string
  tone: 'good' | 'bad'
  action?: { label: string; keys?: string; run: () => void }
}

let toasts: readonly Toast[] = []
const listeners = new Set<() => void>()
const timers = new Map<string, ReturnType<typeof setTimeout>>()

function publish(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}

export function dismissToast(id: string): void {
  clearTimeout(timers.get(id))
  timers.delete(id)
  publish(toasts.filter((toast) => toast.id !== id))
}

/** Says something briefly at the edge of the page. A toast with the id of an older one takes its place. */
export function toast(message: Omit<Toast, 'id' | 'tone'> & { id?: string; tone?: Toast['tone'] }): void {
  const id = message.id ?? crypto.randomUUID()
  clearTimeout(timers.get(id))
  publish([...toasts.filter((other) => other.id !== id), { tone: 'good', ...message, id }])
  timers.set(
    id,
    setTimeout(() => dismissToast(id), message.action || message.tone === 'bad' ? 12_000 : 5_000),
  )
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <div className={css.region} role="status" aria-live="polite" aria-relevant="additions">
      {shown.map(({ id, text, tone, action }) => (
        <div key={id} className={`${css.toast} ${css[tone]}`}>
          <Icon name={tone === 'bad' ? 'alert' : 'check'} />
          <span className={css.text}>{text}</span>
          {action && (
            <Button
              small
              icon="undo"
              onClick={() => {
                dismissToast(id)
                action.run()
              }}
            >
              {action.label}
              {action.keys && <kbd className={css.keys}>{action.keys}</kbd>}
            </Button>
          )}
          <Button look="quiet" small icon="close" aria-label="Dismiss" onClick={() => dismissToast(id)} />
        </div>
      ))}
    </div>
  )
}
