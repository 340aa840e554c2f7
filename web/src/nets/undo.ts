import { dismissToast, toast } from '../design/Toasts'

/** The deeds of this page that can be taken back, newest last. The newest is offered in a toast. */
export class UndoList {
  readonly #deeds: { text: string; back: () => void }[] = []

  /** How many deeds can be taken back. */
  get size(): number {
    return this.#deeds.length
  }

  /** Remembers how to take a deed back. */
  add(text: string, back: () => void): void {
    this.#deeds.push({ text, back })
    if (this.#deeds.length > 50) this.#deeds.shift()
    this.#offer()
  }

  /** Takes the newest deed back; false if there is none. */
  run(): boolean {
    const deed = this.#deeds.pop()
    if (!deed) return false
    dismissToast('undo')
    deed.back()
    return true
  }

  #offer() {
    const deed = this.#deeds.at(-1)
    if (!deed) return
    toast({ id: 'undo', text: deed.text, action: { label: 'Undo', keys: keys(), run: () => this.run() } })
  }
}

function keys() {
  return /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘Z' : 'Ctrl+Z'
}
