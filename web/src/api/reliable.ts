import { ApiProblem, isTemporary } from './problem'

export interface Retry {
  /** Told before each wait. */
  onWait?: (error: unknown, milliseconds: number) => void
  signal?: AbortSignal
  /** Ends a wait early, when the network has come back. */
  wake?: (listener: () => void) => () => void
  random?: () => number
}

const first = 500
const longest = 15_000

/**
 * Does a deed until it is answered. Network failures and temporary refusals are tried again without limit, with growing
 * pauses; the deed must therefore carry the same Idempotency-Key each time, so that it happens once.
 */
export async function untilAnswered<T>(deed: () => Promise<T>, retry: Retry = {}): Promise<T> {
  const random = retry.random ?? Math.random
  for (let pause = first; ; pause = Math.min(pause * 2, longest)) {
    retry.signal?.throwIfAborted()
    try {
      return await deed()
    } catch (error) {
      if (!isTemporary(error)) throw error
      const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1000 : 0
      const wait = Math.max(asked, pause * (0.5 + random() / 2))
      retry.onWait?.(error, wait)
      await sleep(wait, retry)
    }
  }
}

function sleep(milliseconds: number, { signal, wake }: Retry): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer)
      stop?.()
      signal?.removeEventListener('abort', aborted)
    }
    const aborted = () => {
      done()
      reject(signal?.reason instanceof Error ? signal.reason : new Error('Aborted'))
    }
    const woken = () => {
      done()
      resolve()
    }
    const timer = setTimeout(woken, milliseconds)
    const stop = wake?.(woken)
    signal?.addEventListener('abort', aborted)
  })
}

/** Hears the browser say that the network is back. */
export function whenOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  return () => window.removeEventListener('online', listener)
}
