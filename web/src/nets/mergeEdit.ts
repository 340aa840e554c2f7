/** The fields of a check-in that are typed into a row. */
export const editable = [
  'callsign',
  'name',
  'location',
  'status',
  'relayedBy',
  'notes',
  'weather',
  'power',
  'frequencyId',
] as const

export type EditField = (typeof editable)[number]
export type Row = Partial<Record<EditField, string | null>>
export interface Conflict {
  field: EditField
  mine: string | null
  theirs: string | null
}

/** What was typed, compared with the row as it stood when editing began. Blank means no value. */
export function changes(base: Row, mine: Row): Row {
  const patch: Row = {}
  for (const field of editable) {
    if (!(field in mine)) continue
    const value = blankToNull(mine[field])
    if (value !== blankToNull(base[field])) patch[field] = value
  }
  return patch
}

/**
 * Brings an edit together with the row as somebody else left it meanwhile: a field only one of the two touched
 * keeps that change; a field both set differently is a conflict for the person to decide.
 */
export function merge(base: Row, mine: Row, theirs: Row): { patch: Row; conflicts: Conflict[] } {
  const patch: Row = {}
  const conflicts: Conflict[] = []
  for (const [name, value] of Object.entries(changes(base, mine))) {
    const field = name as EditField
    const now = blankToNull(theirs[field])
    if (now === value) continue
    if (now === blankToNull(base[field])) patch[field] = value
    else conflicts.push({ field, mine: value, theirs: now })
  }
  return { patch, conflicts }
}

function blankToNull(value: string | null | undefined): string | null {
  const text = value?.trim() ?? ''
  return text === '' ? null : text
}
