import { useCallback, useState } from 'react'

/** A small preference of this browser, kept in local storage when there is one. */
export function useStored<T extends string>(key: string, choices: readonly T[], initial: T) {
  const [value, setValue] = useState<T>(() => {
    try {
      const stored = localStorage.getItem(key)
      return choices.find((choice) => choice === stored) ?? initial
    } catch {
      return initial
    }
  })
  const choose = useCallback(
    (next: T) => {
      setValue(next)
      try {
        localStorage.setItem(key, next)
      } catch {
        // Storage can be switched off; the choice then lasts as long as the page.
      }
    },
    [key],
  )
  return [value, choose] as const
}
