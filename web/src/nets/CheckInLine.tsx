import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useState, type RefObject, type SyntheticEvent } from 'react'
import type { CheckIn, Station, StationStatus } from '../api/model'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { SelectField, TextField } from '../design/Field'
import { Icon } from '../design/Icon'
import { useSettled } from '../design/settled'
import { liveRow, type NetState } from '../live/netState'
import { clock } from '../time/format'
import { useClock } from '../time/reading'
import { stations, type CheckInDraft } from './api'
import type { NetFile, NetView } from './NetFile'
import { complete, isCallsignText, readCallsign } from './callsignText'
import { refusalWords } from './refusalWords'
import type { UndoList } from './undo'
import { deleteRow } from './deeds'
import { frequencyLabel, stationStatus, stationStatuses } from './words'
import css from './CheckInLine.module.css'

interface Fields {
  callsign: string
  name: string
  location: string
  status: StationStatus
  tactical: boolean
}

const blank: Fields = { callsign: '', name: '', location: '', status: 'CHECKED_IN', tactical: false }

/**
 * Where net control types: callsign, Enter, next. The line is free again at once; what was entered is sent behind it
 * and comes back only if it was refused.
 */
export function CheckInLine({
  file,
  view,
  state,
  undo,
  callsignRef,
}: {
  file: NetFile
  view: NetView
  state: NetState
  undo: UndoList
  callsignRef: RefObject<HTMLInputElement | null>
}) {
  const [fields, setFields] = useState(blank)
  const [frequencyId, setFrequencyId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string>()
  const [open, setOpen] = useState(false)
  const [highlight, setHighlight] = useState(-1)
  const listId = useId()
  const queries = useQueryClient()
  const typed = readCallsign(fields.callsign)
  const asked = useSettled(typed, 120)
  const { data: found = [] } = useQuery({
    queryKey: ['stations', asked],
    queryFn: () => stations.search(asked),
    enabled: asked.length >= 2 && isCallsignText(asked),
    staleTime: 30_000,
    placeholderData: (before) => before,
  })
  const suggestions = typed.length >= 2 ? found.slice(0, 8) : []
  const listed =
    open && suggestions.length > 0 && !(suggestions.length === 1 && suggestions[0]?.callsign === typed)
  const already = typed ? liveRow(state, typed) : undefined
  const refused = view.outgoing.filter((one) => one.state === 'refused')
  const frequencies = state.net.frequencies

  // The line is what this page is for.
  useEffect(() => {
    if (document.activeElement === document.body || document.activeElement?.id === 'main')
      callsignRef.current?.focus()
  }, [callsignRef])

  const set = (change: Partial<Fields>) => {
    setFields((before) => ({ ...before, ...change }))
    setProblem(undefined)
  }

  const take = (station: Station) => {
    set(complete({ ...fields, callsign: station.callsign }, station))
    setOpen(false)
    setHighlight(-1)
  }

  const send = (entered: Fields) => {
    const callsign = readCallsign(entered.callsign)
    if (!callsign) return
    if (!isCallsignText(callsign)) {
      setProblem('A callsign is up to 20 letters, digits and strokes.')
      return
    }
    // Enter straight after the callsign still attaches what is known of the station.
    const known = queries
      .getQueriesData<Station[]>({ queryKey: ['stations'] })
      .flatMap(([, list]) => list ?? [])
      .find((station) => station.callsign === callsign)
    const full = known ? complete(entered, known) : entered
    const draft: CheckInDraft = {
      callsign,
      tactical: full.tactical,
      name: full.name.trim() || null,
      location: full.location.trim() || null,
      status: full.status,
      frequencyId: frequencies.some(({ id }) => id === frequencyId) ? frequencyId : null,
    }
    setFields(blank)
    setProblem(undefined)
    setOpen(false)
    setHighlight(-1)
    callsignRef.current?.focus()
    file
      .log(draft)
      .then((row) =>
        undo.add(`${row.callsign} logged as number ${row.number}`, () => deleteRow(file, row, undo)),
      )
      .catch((error: unknown) => {
        // A slip of the keys goes back into the line if nothing else was typed meanwhile.
        if (error instanceof ApiProblem && error.status === 400) {
          setFields((now) => (now === blank ? { ...entered } : now))
        }
      })
  }

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const chosen = listed ? suggestions[highlight] : undefined
    send(chosen ? complete({ ...fields, callsign: chosen.callsign }, chosen) : fields)
  }

  return (
    <div className={css.frame}>
      <form className={css.line} onSubmit={submit} aria-label="Log a check-in" autoComplete="off">
        <div className={css.callsign}>
          <TextField
            label="Callsign"
            name="callsign"
            ref={callsignRef}
            className={css.callsignInput}
            value={fields.callsign}
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="send"
            role="combobox"
            aria-expanded={listed}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={listed && highlight >= 0 ? `${listId}-${highlight}` : undefined}
            error={problem}
            onChange={(event) => {
              set({ callsign: event.target.value })
              setOpen(true)
              setHighlight(-1)
            }}
            onBlur={() => setOpen(false)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                if (suggestions.length === 0) return
                event.preventDefault()
                setOpen(true)
                const step = event.key === 'ArrowDown' ? 1 : -1
                const places = suggestions.length + 1
                setHighlight(((highlight + 1 + step + places) % places) - 1)
              } else if (event.key === 'Escape' && listed) {
                event.preventDefault()
                setOpen(false)
                setHighlight(-1)
              } else if (event.key === 'Escape') {
                setFields(blank)
                setProblem(undefined)
              } else if (event.key === 'Tab' && !event.shiftKey) {
                const chosen = listed ? suggestions[highlight] : undefined
                const exact = suggestions.find((station) => station.callsign === typed)
                const station = chosen ?? exact
                if (station) take(station)
              }
            }}
          />
          <div
            id={listId}
            role="listbox"
            aria-label="Stations heard before"
            hidden={!listed}
            className={css.list}
          >
            {suggestions.map((station, index) => (
              <div
                key={station.callsign}
                id={`${listId}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === highlight}
                className={css.option}
                // Before the field loses the focus.
                onPointerDown={(event) => {
                  event.preventDefault()
                  take(station)
                }}
              >
                <Marked text={station.callsign} part={typed} />
                <span className={css.optionText}>
                  {[station.name, station.location].filter(Boolean).join(', ')}
                </span>
              </div>
            ))}
          </div>
        </div>
        <div className={css.name}>
          <TextField
            label="Name"
            name="stationName"
            value={fields.name}
            maxLength={100}
            enterKeyHint="send"
            onChange={(event) => set({ name: event.target.value })}
          />
        </div>
        <div className={css.location}>
          <TextField
            label="Location"
            name="stationLocation"
            value={fields.location}
            maxLength={200}
            enterKeyHint="send"
            onChange={(event) => set({ location: event.target.value })}
          />
        </div>
        <div className={css.status}>
          <SelectField
            label="Status"
            value={fields.status}
            onChange={(event) => set({ status: event.target.value as StationStatus })}
          >
            {stationStatuses
              .filter((status) => status !== 'CHECKED_OUT')
              .map((status) => (
                <option key={status} value={status}>
                  {stationStatus[status].label}
                </option>
              ))}
          </SelectField>
        </div>
        {frequencies.length > 1 && (
          <div className={css.status}>
            <SelectField
              label="Heard on"
              value={frequencyId ?? ''}
              onChange={(event) => setFrequencyId(event.target.value || null)}
            >
              <option value="">Not noted</option>
              {frequencies.map((frequency) => (
                <option key={frequency.id} value={frequency.id}>
                  {frequencyLabel(frequency)}
                </option>
              ))}
            </SelectField>
          </div>
        )}
        <label className={css.tactical} title="A post or position such as EOC1 instead of a callsign">
          <input
            type="checkbox"
            checked={fields.tactical}
            onChange={(event) => set({ tactical: event.target.checked })}
          />
          Tactical
        </label>
        <Button type="submit" look="primary" icon="plus">
          Log
        </Button>
      </form>

      {already && <Already row={already} />}
      {refused.map(({ key, what, error }) => (
        <Refusal
          key={key}
          draft={what}
          error={error}
          onBack={() => {
            setFields({
              callsign: what.callsign,
              name: what.name ?? '',
              location: what.location ?? '',
              status: what.status,
              tactical: what.tactical,
            })
            setFrequencyId(what.frequencyId)
            file.discard('outgoing', key)
            callsignRef.current?.focus()
          }}
          onDismiss={() => {
            file.discard('outgoing', key)
            callsignRef.current?.focus()
          }}
        />
      ))}
    </div>
  )
}

function Already({ row }: { row: CheckIn }) {
  const { reading } = useClock()
  return (
    <p className={css.already} role="status">
      <Icon name="info" size={15} />
      {row.callsign} is on the net as number {row.number} since {clock(row.checkedInAt, reading, false)}
      {row.name ? ` (${row.name})` : ''}. Check it out first to log a re-check.
    </p>
  )
}

/** A check-in the server refused: why, and what was typed, until somebody decides. */
function Refusal({
  draft,
  error,
  onBack,
  onDismiss,
}: {
  draft: CheckInDraft
  error: unknown
  onBack: () => void
  onDismiss: () => void
}) {
  const { reading } = useClock()
  return (
    <div className={css.refusal} role="alert">
      <Icon name="alert" />
      <div className={css.refusalText}>
        <p>
          <strong className="mono">{draft.callsign}</strong> was not logged.{' '}
          {refusalWords(error, (at) => clock(at, reading))}
        </p>
        {(draft.name ?? draft.location) && (
          <p className="small muted">You typed: {[draft.name, draft.location].filter(Boolean).join(', ')}</p>
        )}
      </div>
      <Button small icon="undo" onClick={onBack}>
        Put back
      </Button>
      <Button small look="quiet" icon="close" aria-label={`Dismiss ${draft.callsign}`} onClick={onDismiss} />
    </div>
  )
}

function Marked({ text, part }: { text: string; part: string }) {
  const at = text.indexOf(part)
  if (at < 0) return <span className={css.optionCall}>{text}</span>
  return (
    <span className={css.optionCall}>
      {text.slice(0, at)}
      <mark>{part}</mark>
      {text.slice(at + part.length)}
    </span>
  )
}
