import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions } from '../design/Dialog'
import { SelectField, TextField } from '../design/Field'
import { Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { session } from '../session/browser'
import { browserZone, clock, dayAndClock, zoneName } from '../time/format'
import { useNow } from '../time/reading'
import { ZoneSelect } from '../time/ZoneSelect'
import { meKey, putMe, useMe, type Me } from './api'
import { callsFault, callsOf, positionOf, positionText } from './profileText'
import css from './ProfilePage.module.css'

export function ProfilePage() {
  usePageTitle('Profile')
  const me = useMe()
  return (
    <div className={css.page}>
      <h1>Profile</h1>
      {me.error && <Failure error={me.error} retry={() => void me.refetch()} />}
      {me.isPending && <Skeleton lines={6} label="Loading the profile" />}
      {me.data && (
        <>
          {!me.data.name && !me.data.callsign && (
            <Notice>
              <strong>Welcome to the ECT Suite.</strong> Tell us how the log shall name you. You can change
              all of this later.
            </Notice>
          )}
          <ProfileForm key={me.data.version} me={me.data} />
          <Panel title="Account" icon="shield">
            <dl className={css.account}>
              <dt>E-mail</dt>
              <dd>{me.data.email}</dd>
              <dt>Role</dt>
              <dd>
                <Chip tone="accent">{me.data.role}</Chip> {roleWords[me.data.role]}
              </dd>
            </dl>
          </Panel>
        </>
      )}
    </div>
  )
}

const roleWords: Record<Me['role'], string> = {
  USER: 'You can watch nets, check yourself in and chat.',
  LOGGER: 'You can write the log of every net.',
  NCS: 'You can create and lead nets.',
  ADMIN: 'You can do everything, and administer accounts.',
}

/** Languages by which dates and numbers are written; the words on the screen are English. */
const locales = [
  'en',
  'en-US',
  'en-GB',
  'en-CA',
  'en-AU',
  'de',
  'de-AT',
  'de-CH',
  'es',
  'fr',
  'it',
  'ja',
  'nl',
  'pl',
  'pt-BR',
  'pt',
  'sv',
]

function ProfileForm({ me }: { me: Me }) {
  const queries = useQueryClient()
  const fresh = !me.name && !me.callsign
  const [name, setName] = useState(me.name)
  const [callsign, setCallsign] = useState(me.callsign ?? '')
  const [gmrs, setGmrs] = useState(me.gmrsCallsign ?? '')
  const [earlier, setEarlier] = useState(me.earlierCallsigns.join(' '))
  const [place, setPlace] = useState(me.location?.place ?? '')
  const [position, setPosition] = useState(positionText(me.location))
  const [zone, setZone] = useState(fresh ? browserZone() : me.zone)
  const [locale, setLocale] = useState(me.locale)
  const [busy, setBusy] = useState(false)
  const [checked, setChecked] = useState(false)
  const earlierField = useRef<HTMLInputElement>(null)
  const positionField = useRef<HTMLInputElement>(null)
  const [error, setError] = useState<unknown>()
  const now = useNow(1_000)
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)
  const choices = locales.includes(locale) ? locales : [locale, ...locales]

  const own = callsign.trim().toUpperCase()
  const calls = callsOf(earlier)
  const where = positionOf(position)
  const callsOdd = callsFault(calls, own)

  const save = async () => {
    setChecked(true)
    if (where === undefined || callsOdd !== undefined) {
      // There the reason is read out.
      const odd = callsOdd === undefined ? positionField : earlierField
      odd.current?.focus()
      return
    }
    setBusy(true)
    setError(undefined)
    try {
      const saved = await putMe(
        {
          name: name.trim(),
          callsign: own || null,
          gmrsCallsign: gmrs.trim().toUpperCase() || null,
          earlierCallsigns: calls,
          zone,
          locale,
          location: { place: place.trim() || null, ...where },
        },
        me.version,
      )
      // Name and callsign travel in the access token: the other services learn them from a new one.
      await session.refresh().catch(() => undefined)
      queries.setQueryData(meKey, saved)
      toast({ text: 'Profile saved' })
    } catch (failure) {
      setError(failure)
      if (failure instanceof ApiProblem && failure.status === 412) {
        void queries.invalidateQueries({ queryKey: meKey })
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <Panel title="How the log names you" icon="person">
      <form
        className={css.form}
        aria-label="Profile"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <div className={css.pair}>
          <TextField
            label="Name"
            required
            maxLength={100}
            autoComplete="name"
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={field('name')}
          />
          <TextField
            label="Callsign"
            maxLength={20}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={css.callsign}
            pattern="[A-Za-z0-9\/]{3,20}"
            title="3 to 20 letters, digits and strokes"
            value={callsign}
            onChange={(event) => setCallsign(event.target.value)}
            error={field('callsign')}
            hint="Needed to check yourself in. Leave it empty if you hold none."
          />
        </div>
        <div className={css.pair}>
          <TextField
            label="GMRS callsign"
            maxLength={7}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={css.callsign}
            pattern="[KWkw]([A-Za-z]{2}[0-9]{4}|[A-Za-z]{3}[0-9]{3})"
            title="Like WRAB123 or KAE1234"
            value={gmrs}
            onChange={(event) => setGmrs(event.target.value)}
            error={field('gmrsCallsign')}
            hint="Of your licence for the General Mobile Radio Service, like WRAB123; your family may have the same."
          />
          <TextField
            ref={earlierField}
            label="Earlier callsigns"
            maxLength={230}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className={css.callsign}
            value={earlier}
            onChange={(event) => setEarlier(event.target.value)}
            error={(checked ? callsOdd : undefined) ?? field('earlierCallsigns')}
            hint="Those you gave up, with a blank between them. Ten at most."
          />
        </div>
        <div className={css.pair}>
          <TextField
            label="Location"
            maxLength={200}
            autoComplete="off"
            value={place}
            onChange={(event) => setPlace(event.target.value)}
            error={field('place')}
            hint="Where you are at home or on duty. You and administrators see it, nobody else."
          />
          <TextField
            ref={positionField}
            label="Grid locator or coordinates"
            maxLength={50}
            autoComplete="off"
            spellCheck={false}
            value={position}
            onChange={(event) => setPosition(event.target.value)}
            error={
              (checked && where === undefined
                ? 'Neither a locator nor two numbers of degrees.'
                : undefined) ??
              field('grid') ??
              field('latitude') ??
              field('longitude')
            }
            hint="Like FN31pr, or degrees north and east: 41.7148, -72.7273"
          />
        </div>
        <div className={css.pair}>
          <ZoneSelect
            label="Time zone"
            value={zone}
            onChange={setZone}
            error={field('zone')}
            hint={`There it is ${clock(now, { zone, locale }, false)} ${zoneName(now, { zone, locale })}. Logs are mailed to you in this zone.`}
          />
          <SelectField
            label="Dates and numbers as in"
            value={locale}
            onChange={(event) => setLocale(event.target.value)}
            error={field('locale')}
            hint={`For example ${dayAndClock(now, { zone, locale })}`}
          >
            {choices.map((one) => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </SelectField>
        </div>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button type="submit" look="primary" busy={busy}>
            Save profile
          </Button>
        </Actions>
      </form>
    </Panel>
  )
}

function languageName(tag: string) {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
