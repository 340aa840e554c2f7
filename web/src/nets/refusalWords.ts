import { ApiProblem, plainWords } from '../api/problem'

/** Who was faster, for the refusal of a callsign that is already on the net. */
export function refusalWords(error: unknown, time: (at: string) => string): string {
  if (!(error instanceof ApiProblem) || error.code !== 'already-checked-in') return plainWords(error)
  const { loggedBy, loggedAt } = error.problem
  const person =
    typeof loggedBy === 'object' && loggedBy !== null
      ? (loggedBy as { name?: string; callsign?: string })
      : undefined
  const who = [person?.callsign, person?.name].filter(Boolean).join(', ') || 'somebody else'
  const when = typeof loggedAt === 'string' ? ` at ${time(loggedAt)}` : ''
  return `It is already checked in: ${who} logged it${when}.`
}
