export interface Change {
  /** The member; empty if the whole thing is no object. */
  name: string
  before: string | undefined
  after: string | undefined
}

/** The members that differ, as a person reads them; of something new or gone, all that say anything. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const old = members(before)
  const now = members(after)
  const names = [...new Set([...old.keys(), ...now.keys()])]
  return names
    .map((name) => ({ name, before: old.get(name), after: now.get(name) }))
    .filter((change) => change.before !== change.after)
}

function members(value: unknown): Map<string, string> {
  if (value === null || value === undefined) return new Map()
  const entries: [string, unknown][] =
    typeof value === 'object' && !Array.isArray(value) ? Object.entries(value) : [['', value]]
  return new Map(
    entries
      .filter(([, member]) => member !== null && member !== undefined)
      .map(([name, member]) => [name, typeof member === 'string' ? member : JSON.stringify(member)]),
  )
}
