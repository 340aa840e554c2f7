import type { CheckIn, StationStatus } from '../api/model'
import { ApiProblem, plainWords } from '../api/problem'
import { untilAnswered, whenOnline } from '../api/reliable'
import { toast } from '../design/Toasts'
import type { NetFile } from './NetFile'
import type { UndoList } from './undo'
import { stationStatus } from './words'

/** Deletes a row and offers to take that back. */
export function deleteRow(file: NetFile, row: CheckIn, undo: UndoList): void {
  attempt(`${row.callsign} was not deleted`, async () => {
    await untilAnswered(() => file.remove(row), { wake: whenOnline })
    undo.add(`${row.callsign} deleted`, () =>
      attempt(`${row.callsign} was not restored`, () => file.restore(row)),
    )
  })
}

/** Sets a row's status on its latest version; a status is a fact of the moment, so the last word counts. */
export function setStatus(file: NetFile, row: CheckIn, status: StationStatus, undo?: UndoList): void {
  if (row.status === status) return
  const before = row.status
  attempt(`${row.callsign} was not changed`, async () => {
    await changeLatest(file, row, status)
    undo?.add(`${row.callsign}: ${stationStatus[status].label.toLowerCase()}`, () =>
      attempt(`${row.callsign} was not changed back`, () => changeLatest(file, row, before)),
    )
  })
}

async function changeLatest(file: NetFile, row: CheckIn, status: StationStatus): Promise<void> {
  for (let tries = 0; ; tries++) {
    const latest = file.view.state?.checkIns.get(row.id) ?? row
    try {
      await file.change(latest, { status })
      return
    } catch (error) {
      const stale = error instanceof ApiProblem && error.status === 412
      if (!stale || tries === 4) throw error
      // The other change is on its way through the live connection.
      await new Promise((resolve) => setTimeout(resolve, 150 * (tries + 1)))
    }
  }
}

function attempt(failure: string, deed: () => Promise<void>): void {
  deed().catch((error: unknown) => toast({ text: `${failure}. ${plainWords(error)}`, tone: 'bad' }))
}
