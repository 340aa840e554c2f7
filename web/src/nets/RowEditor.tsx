import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { CheckIn, NetFrequency, StationStatus } from '../api/model'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { SelectField, TextField } from '../design/Field'
import { Failure } from '../design/Notice'
import { readCallsign } from './callsignText'
import { changes, merge, type Conflict, type EditField, type Row } from './mergeEdit'
import type { CheckInChange } from './api'
import type { NetFile } from './NetFile'
import { frequencyLabel, stationStatus, stationStatuses } from './words'
import css from './RowEditor.module.css'

const labels: Record<EditField, string> = {
  callsign: 'Callsign',
  name: 'Name',
  location: 'Location',
  status: 'Status',
  relayedBy: 'Relayed by',
  notes: 'Notes',
  weather: 'Weather',
  power: 'Power',
  frequencyId: 'Heard on',
}

const texts: { field: EditField; max: number; call?: boolean }[] = [
  { field: 'callsign', max: 20, call: true },
  { field: 'name', max: 100 },
  { field: 'location', max: 200 },
  { field: 'relayedBy', max: 20, call: true },
  { field: 'notes', max: 2000 },
  { field: 'weather', max: 2000 },
  { field: 'power', max: 100 },
]

/**
 * A row being corrected. Enter saves, Escape leaves it. Others may change the row meanwhile: their changes to other
 * fields are kept, and a field that both changed is put to the person.
 */
export function RowEditor({
  file,
  row,
  frequencies,
  onDone,
}: {
  file: NetFile
  row: CheckIn
  frequencies: NetFrequency[]
  onDone: () => void
}) {
  const [base] = useState(row)
  const [mine, setMine] = useState<Row>({})
  const [conflicts, setConflicts] = useState<Conflict[]>([])
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const first = useRef<HTMLInputElement>(null)
  useEffect(() => {
    first.current?.closest('tr')?.scrollIntoView({ block: 'nearest' })
    first.current?.select()
  }, [])

  const value = (field: EditField) => (field in mine ? mine[field] : base[field]) ?? ''
  const set = (field: EditField, to: string) => setMine((before) => ({ ...before, [field]: to }))
  const problem = (field: EditField) => (error instanceof ApiProblem ? error.field(field) : undefined)

  const save = async (decided: Row = {}) => {
    if (busy) return
    const wanted = { ...mine, ...decided }
    if (wanted.callsign) wanted.callsign = readCallsign(wanted.callsign)
    if (wanted.relayedBy) wanted.relayedBy = readCallsign(wanted.relayedBy)
    if (Object.keys(changes(base, wanted)).length === 0) {
      onDone()
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      for (let tries = 0; ; tries++) {
        const latest = file.view.state?.checkIns.get(row.id) ?? row
        const { patch, conflicts: open } = merge(base, wanted, latest)
        const undecided = open.filter(({ field }) => !(field in decided))
        if (undecided.length > 0) {
          setConflicts(undecided)
          return
        }
        // A decision counts against what stands there now.
        for (const { field, mine: word } of open) patch[field] = word
        if (Object.keys(patch).length === 0) {
          onDone()
          return
        }
        try {
          await file.change(latest, patch as CheckInChange)
          onDone()
          return
        } catch (failure) {
          if (!(failure instanceof ApiProblem && failure.status === 412) || tries === 5) throw failure
          // The other change is on its way through the live connection.
          await new Promise((resolve) => setTimeout(resolve, 150 * (tries + 1)))
        }
      }
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault()
      onDone()
    } else if (event.key === 'Enter' && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault()
      void save()
    }
  }

  return (
    <tr role="row" data-callsign={row.callsign} className={css.row}>
      <td role="gridcell" colSpan={8}>
        {/* Enter and Escape count in every field of the group. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <div
          className={css.editor}
          role="group"
          aria-label={`Row ${row.number}, ${base.callsign}`}
          onKeyDown={press}
        >
          <div className={css.fields}>
            {texts.map(({ field, max, call }, index) => (
              <div key={field} className={css[field]}>
                <TextField
                  ref={index === 0 ? first : null}
                  label={labels[field]}
                  maxLength={max}
                  value={value(field)}
                  spellCheck={!call}
                  autoComplete="off"
                  className={call ? css.call : undefined}
                  error={problem(field)}
                  onChange={(event) => set(field, event.target.value)}
                />
              </div>
            ))}
            <SelectField
              label={labels.status}
              value={value('status')}
              onChange={(event) => set('status', event.target.value)}
            >
              {stationStatuses.map((status) => (
                <option key={status} value={status}>
                  {stationStatus[status].label}
                </option>
              ))}
            </SelectField>
            {frequencies.length > 0 && (
              <SelectField
                label={labels.frequencyId}
                value={value('frequencyId')}
                onChange={(event) => set('frequencyId', event.target.value)}
              >
                <option value="">Not noted</option>
                {frequencies.map((frequency) => (
                  <option key={frequency.id} value={frequency.id}>
                    {frequencyLabel(frequency)}
                  </option>
                ))}
              </SelectField>
            )}
          </div>
          {conflicts.length > 0 ? (
            <Conflicts
              conflicts={conflicts}
              frequencies={frequencies}
              onDecide={(decided) => {
                setConflicts([])
                void save(decided)
              }}
              onBack={() => setConflicts([])}
            />
          ) : (
            <div className={css.actions}>
              {error !== undefined && <Failure error={error} />}
              <Button small onClick={onDone}>
                Cancel
              </Button>
              <Button small look="primary" icon="check" busy={busy} onClick={() => void save()}>
                Save
              </Button>
            </div>
          )}
        </div>
      </td>
    </tr>
  )
}

function Conflicts({
  conflicts,
  frequencies,
  onDecide,
  onBack,
}: {
  conflicts: Conflict[]
  frequencies: NetFrequency[]
  onDecide: (decided: Row) => void
  onBack: () => void
}) {
  const [choice, setChoice] = useState<Partial<Record<EditField, 'mine' | 'theirs'>>>({})
  const words = (field: EditField, value: string | null) => {
    if (value === null) return 'empty'
    if (field === 'status') return stationStatus[value as StationStatus].label
    const frequency = field === 'frequencyId' && frequencies.find(({ id }) => id === value)
    return frequency ? frequencyLabel(frequency) : value
  }
  return (
    <div className={css.conflicts} role="alert">
      <p>
        <strong>Somebody else changed the same field while you were editing.</strong> Choose what the log
        shall say.
      </p>
      {conflicts.map(({ field, mine, theirs }) => (
        <fieldset key={field}>
          <legend>{labels[field]}</legend>
          {(['theirs', 'mine'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={`conflict-${field}`}
                checked={choice[field] === side}
                onChange={() => setChoice((before) => ({ ...before, [field]: side }))}
              />
              {side === 'mine' ? 'Mine: ' : 'Theirs: '}
              <strong>{words(field, side === 'mine' ? mine : theirs)}</strong>
            </label>
          ))}
        </fieldset>
      ))}
      <div className={css.actions}>
        <Button small onClick={onBack}>
          Back to editing
        </Button>
        <Button
          small
          look="primary"
          disabled={conflicts.some(({ field }) => choice[field] === undefined)}
          onClick={() =>
            onDecide(
              Object.fromEntries(
                conflicts.map(({ field, mine, theirs }) => [field, choice[field] === 'mine' ? mine : theirs]),
              ),
            )
          }
        >
          Save this
        </Button>
      </div>
    </div>
  )
}
