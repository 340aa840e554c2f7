import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './Button'
import css from './Dialog.module.css'

/** A modal dialog on the native element: focus stays inside, Escape closes, focus returns to where it was. */
export function Dialog({
  title,
  onClose,
  children,
  wide = false,
}: {
  title: string
  onClose: () => void
  children: ReactNode
  wide?: boolean
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    element?.showModal()
    return () => {
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])

  return (
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      className={wide ? `${css.dialog} ${css.wide}` : css.dialog}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className={css.header}>
        <h2 id={titleId}>{title}</h2>
        <Button look="quiet" small icon="close" aria-label="Close dialog" onClick={onClose} />
      </header>
      <div className={css.body}>{children}</div>
    </dialog>
  )
}

/** The row of buttons at the end of a dialog or form. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>
}

/** Asks before a deed that others feel. Enter confirms, since the confirming button has the focus. */
export function ConfirmDialog({
  title,
  children,
  confirm,
  danger = false,
  busy = false,
  error,
  onConfirm,
  onClose,
}: {
  title: string
  children: ReactNode
  confirm: string
  danger?: boolean
  busy?: boolean
  error?: ReactNode
  onConfirm: () => void
  onClose: () => void
}) {
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  return (
    <Dialog title={title} onClose={onClose}>
      <div className={css.text}>{children}</div>
      {error}
      <Actions>
        <Button onClick={onClose}>Cancel</Button>
        <Button ref={button} look={danger ? 'danger' : 'primary'} busy={busy} onClick={onConfirm}>
          {confirm}
        </Button>
      </Actions>
    </Dialog>
  )
}
