import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SyntheticEvent } from 'react'
import type { Frequency, Mode, Net, NetFrequency } from '../api/model'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { Actions } from '../design/Dialog'
import { Checkbox, SelectField, TextArea, TextField } from '../design/Field'
import { Icon } from '../design/Icon'
import { Failure, Skeleton } from '../design/Notice'
import { instantOf, wallClock } from '../time/format'
import { useClock } from '../time/reading'
import { ZoneSelect } from '../time/ZoneSelect'
import { frequencies, type NetDraft } from './api'
import { frequencyLabel } from './words'
import css from './NetForm.module.css'

/** The settings of a net: for a new one, or for one that exists. */
export function NetForm({
  net,
  submit,
  save,
  onCancel,
}: {
  net?: Net
  submit: string
  save: (draft: NetDraft) => Promise<void>
  onCancel: () => void
}) {
  const { own } = useClock()
  const firstZone = net?.zone ?? own.zone
  const [name, setName] = useState(net?.name ?? '')
  const [description, setDescription] = useState(net?.description ?? '')
  const [chosen, setChosen] = useState<string[]>(net?.frequencies.map(({ id }) => id) ?? [])
  const [start, setStart] = useState(net?.scheduledStart ? wallClock(net.scheduledStart, firstZone) : '')
  const [zone, setZone] = useState(firstZone)
  const [selfCheckIn, setSelfCheckIn] = useState(net?.selfCheckIn ?? true)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)

  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(undefined)
    save({
      name: name.trim(),
      description: description.trim() || null,
      frequencyIds: chosen,
      scheduledStart: start ? instantOf(start, zone) : null,
      zone: start ? zone : null,
      selfCheckIn,
    })
      .catch(setError)
      .finally(() => setBusy(false))
  }

  return (
    <form onSubmit={send} className={css.form} aria-label="Net">
      <TextField
        label="Name"
        required
        maxLength={200}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={field('name')}
        placeholder="Tuesday emergency net"
        // The form was just asked for; its first field is where work begins.
        // eslint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
      />
      <TextArea
        label="Description"
        maxLength={2000}
        rows={3}
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        error={field('description')}
        hint="What the net is for, and what stations should know before they check in."
      />
      <FrequencyPicker chosen={chosen} known={net?.frequencies ?? []} choose={setChosen} />
      <fieldset className={css.group}>
        <legend>Start</legend>
        <div className={css.pair}>
          <TextField
            label="Date and time"
            type="datetime-local"
            value={start}
            onChange={(event) => setStart(event.target.value)}
            error={field('scheduledStart')}
            hint="Leave empty for a net that starts when you press Start."
          />
          <ZoneSelect label="Time zone" value={zone} onChange={setZone} />
        </div>
      </fieldset>
      <Checkbox
        label="Stations may check themselves in"
        hint="Otherwise only net control, loggers and relays write the log."
        checked={selfCheckIn}
        onChange={(event) => setSelfCheckIn(event.target.checked)}
      />
      {error !== undefined && <Failure error={error} />}
      <Actions>
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" look="primary" busy={busy}>
          {submit}
        </Button>
      </Actions>
    </form>
  )
}

function FrequencyPicker({
  chosen,
  known,
  choose,
}: {
  chosen: string[]
  known: NetFrequency[]
  choose: (ids: string[]) => void
}) {
  const library = useQuery({ queryKey: ['frequencies'], queryFn: frequencies.list })
  const [adding, setAdding] = useState(false)
  const add = useRef<HTMLButtonElement>(null)
  // A net keeps its copy of an entry that has since left the library.
  const items: NetFrequency[] = library.data?.items ?? []
  const gone = known.filter(({ id }) => !items.some((item) => item.id === id))
  const all = [...items, ...gone]

  return (
    <fieldset className={css.group}>
      <legend>Frequencies</legend>
      {library.error && <Failure error={library.error} retry={() => void library.refetch()} />}
      {library.isPending && <Skeleton lines={2} label="Loading the frequencies" />}
      {library.data && all.length === 0 && !adding && (
        <p className="muted small">The library is empty. Add the frequency your net meets on.</p>
      )}
      {all.length > 0 && (
        <ul className={css.choices}>
          {all.map((frequency) => {
            const on = chosen.includes(frequency.id)
            return (
              <li key={frequency.id}>
                <label className={css.choice}>
                  <input
                    type="checkbox"
                    checked={on}
                    onChange={() =>
                      choose(on ? chosen.filter((id) => id !== frequency.id) : [...chosen, frequency.id])
                    }
                  />
                  <span>
                    <span className={css.choiceName}>{frequencyLabel(frequency)}</span>
                    {frequency.description && <span className="muted small"> {frequency.description}</span>}
                  </span>
                </label>
              </li>
            )
          })}
        </ul>
      )}
      {adding ? (
        <NewFrequency
          onDone={(frequency) => {
            setAdding(false)
            if (frequency) choose([...chosen, frequency.id])
            setTimeout(() => add.current?.focus())
          }}
        />
      ) : (
        <div>
          <Button ref={add} small icon="plus" onClick={() => setAdding(true)}>
            Add a frequency
          </Button>
        </div>
      )}
    </fieldset>
  )
}

const modes: Mode[] = [
  'FM',
  'AM',
  'SSB',
  'USB',
  'LSB',
  'CW',
  'DIGITAL',
  'DMR',
  'D-STAR',
  'FUSION',
  'YSF',
  'P25',
  'GMRS',
]

/** Not a form of its own, since it stands inside one: Enter is caught here. */
function NewFrequency({ onDone }: { onDone: (frequency?: Frequency) => void }) {
  const queries = useQueryClient()
  const [frequency, setFrequency] = useState('')
  const [mode, setMode] = useState<Mode>('FM')
  const [network, setNetwork] = useState('')
  const [talkgroup, setTalkgroup] = useState('')
  const [description, setDescription] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)

  const save = async () => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    try {
      const made = await frequencies.add({
        frequency: frequency.trim().replace(',', '.') || null,
        mode,
        network: network.trim() || null,
        talkgroup: talkgroup.trim() || null,
        description: description.trim() || null,
      })
      await queries.invalidateQueries({ queryKey: ['frequencies'] })
      onDone(made)
    } catch (failure) {
      setError(failure)
      setBusy(false)
    }
  }

  return (
    // Enter counts in every field of the group.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={css.adding}
      role="group"
      aria-label="New frequency"
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.target instanceof HTMLInputElement) {
          event.preventDefault()
          void save()
        }
      }}
    >
      <div className={css.triple}>
        <TextField
          label="Frequency (MHz)"
          inputMode="decimal"
          maxLength={13}
          placeholder="146.520"
          value={frequency}
          onChange={(event) => setFrequency(event.target.value)}
          error={field('frequency')}
          // Asked for by the press of "Add a frequency".
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
        />
        <SelectField label="Mode" value={mode} onChange={(event) => setMode(event.target.value as Mode)}>
          {modes.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </SelectField>
        <TextField
          label="Network"
          maxLength={100}
          placeholder="Brandmeister"
          value={network}
          onChange={(event) => setNetwork(event.target.value)}
          error={field('network')}
        />
        <TextField
          label="Talkgroup"
          maxLength={50}
          value={talkgroup}
          onChange={(event) => setTalkgroup(event.target.value)}
          error={field('talkgroup')}
        />
      </div>
      <TextField
        label="Note on the frequency"
        maxLength={500}
        placeholder="Repeater, tone 88.5 Hz, offset −0.6 MHz"
        value={description}
        onChange={(event) => setDescription(event.target.value)}
        error={field('description')}
      />
      {error !== undefined && <Failure error={error} />}
      <Actions>
        <Button small onClick={() => onDone()}>
          Cancel
        </Button>
        <Button small look="primary" busy={busy} onClick={() => void save()}>
          <Icon name="check" size={16} />
          Save frequency
        </Button>
      </Actions>
    </div>
  )
}
