import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import css from './Menu.module.css'

interface Item {
  label: string
  run: () => void
}

/** A button that opens a short list of commands: arrow keys move, Escape and a click elsewhere close it. */
export function Menu({
  label,
  items,
}: {
  label: (open: {
    'aria-haspopup': 'menu'
    'aria-expanded': boolean
    'aria-controls': string
    onClick: () => void
  }) => ReactNode
  items: Item[]
}) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const frame = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!open) return
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus()
    const elsewhere = (event: Event) => {
      if (!(event.target instanceof Node) || !frame.current?.contains(event.target)) setOpen(false)
    }
    document.addEventListener('pointerdown', elsewhere)
    document.addEventListener('focusin', elsewhere)
    return () => {
      document.removeEventListener('pointerdown', elsewhere)
      document.removeEventListener('focusin', elsewhere)
    }
  }, [open])

  const shut = () => {
    setOpen(false)
    frame.current?.querySelector<HTMLElement>('[aria-haspopup]')?.focus()
  }

  return (
    <div ref={frame} className={css.frame}>
      {label({
        'aria-haspopup': 'menu',
        'aria-expanded': open,
        'aria-controls': id,
        onClick: () => setOpen(!open),
      })}
      <div
        ref={list}
        id={id}
        role="menu"
        tabIndex={-1}
        hidden={!open}
        className={css.menu}
        onKeyDown={(event) => {
          const entries = [...(list.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])]
          const at = entries.findIndex((entry) => entry === document.activeElement)
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
          if (step !== 0) {
            event.preventDefault()
            entries[(at + step + entries.length) % entries.length]?.focus()
          } else if (event.key === 'Escape' || event.key === 'Tab') {
            event.preventDefault()
            shut()
          }
        }}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => {
              shut()
              item.run()
            }}
          >
            {item.label}
          </button>
        ))}
      </div>
    </div>
  )
}
