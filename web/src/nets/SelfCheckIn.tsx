import { useState, type SyntheticEvent } from 'react'
import { Link } from 'react-router'
import type { StationStatus } from '../api/model'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { SelectField, TextField } from '../design/Field'
import { Icon } from '../design/Icon'
import { Failure } from '../design/Notice'
import { ApiProblem } from '../api/problem'
import { rows, type NetState } from '../live/netState'
import type { Me } from '../profile/api'
import { clock } from '../time/format'
import { useClock } from '../time/reading'
import type { CheckInDraft } from './api'
import { refusalWords } from './refusalWords'
import { setStatus } from './deeds'
import type { NetFile, Outgoing } from './NetFile'
import { stationStatus, stationStatuses } from './words'
import css from './SelfCheckIn.module.css'

/** A station's own place in the net: checking in, one's status, checking out. */
export function SelfCheckIn({
  file,
  state,
  me,
  pending,
}: {
  file: NetFile
  state: NetState
  me: Me
  pending: readonly Outgoing<CheckInDraft>[]
}) {
  const { reading } = useClock()
  const [location, setLocation] = useState('')
  const [status, setOwnStatus] = useState<StationStatus>('CHECKED_IN')
  const [error, setError] = useState<unknown>()
  const { net } = state
  const own = rows(state)
    .filter((row) => row.userId === me.id || row.callsign === me.callsign)
    .at(-1)
  const here = own && own.status !== 'CHECKED_OUT' ? own : undefined
  const sending = pending.some((one) => one.state !== 'refused' && one.what.callsign === me.callsign)

  if (here) {
    // Who keeps the log sees and changes the own row there.
    if (net.me.canLog) return null
    return (
      <section className={css.card} aria-label="Your check-in">
        <p className={css.text}>
          <Icon name="check" />
          <span>
            You are on the net as <strong className="mono">{here.callsign}</strong>, number {here.number},
            since {clock(here.checkedInAt, reading, false)}.
          </span>
        </p>
        {here.userId === me.id ? (
          <div className={css.actions}>
            <SelectField
              label="Your status"
              bare
              value={here.status}
              onChange={(event) => setStatus(file, here, event.target.value as StationStatus)}
            >
              {stationStatuses.map((one) => (
                <option key={one} value={one}>
                  {stationStatus[one].label}
                </option>
              ))}
            </SelectField>
            <Button icon="out" onClick={() => setStatus(file, here, 'CHECKED_OUT')}>
              Check out
            </Button>
          </div>
        ) : (
          <Chip tone={stationStatus[here.status].tone} icon={stationStatus[here.status].icon}>
            {stationStatus[here.status].label}
          </Chip>
        )}
      </section>
    )
  }

  if (net.selfCheckIn && !me.callsign) {
    if (net.me.canLog) return null
    return (
      <section className={css.card} aria-label="Your check-in">
        <p className={css.text}>
          <Icon name="info" />
          <span>
            To check yourself in, <Link to="/profile">add your callsign to your profile</Link>.
          </span>
        </p>
      </section>
    )
  }
  if (!net.me.canCheckIn || !me.callsign) return null

  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (sending || !me.callsign) return
    setError(undefined)
    const draft: CheckInDraft = {
      callsign: me.callsign,
      tactical: false,
      name: me.name || null,
      location: location.trim() || null,
      status,
      frequencyId: null,
    }
    file.log(draft).catch((failure: unknown) => {
      setError(failure)
      // The refusal is told here; the check-in line need not tell it too.
      const refused = file.view.outgoing.find((one) => one.what === draft)
      if (refused) file.discard('outgoing', refused.key)
    })
  }

  if (net.me.canLog) {
    return (
      <form onSubmit={send} className={css.quick}>
        <Button type="submit" small icon="person" busy={sending}>
          Check me in as {me.callsign}
        </Button>
        {error !== undefined && <Failure error={error} />}
      </form>
    )
  }
  return (
    <form className={`${css.card} ${css.inviting}`} onSubmit={send} aria-label="Check yourself in">
      <div className={css.fields}>
        <TextField
          label="Where are you? (optional)"
          maxLength={200}
          value={location}
          onChange={(event) => setLocation(event.target.value)}
        />
        <SelectField
          label="Status"
          value={status}
          onChange={(event) => setOwnStatus(event.target.value as StationStatus)}
        >
          {stationStatuses
            .filter((one) => one !== 'CHECKED_OUT')
            .map((one) => (
              <option key={one} value={one}>
                {stationStatus[one].label}
              </option>
            ))}
        </SelectField>
        <Button type="submit" look="primary" icon="check" busy={sending}>
          {own ? 'Check in again as' : 'Check in as'} {me.callsign}
        </Button>
      </div>
      {error !== undefined &&
        (error instanceof ApiProblem && error.code === 'already-checked-in' ? (
          <p role="alert" className={css.refused}>
            {refusalWords(error, (at) => clock(at, reading))}
          </p>
        ) : (
          <Failure error={error} />
        ))}
    </form>
  )
}
