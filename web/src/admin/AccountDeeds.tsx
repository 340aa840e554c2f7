import { useQuery } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { Button } from '../design/Button'
import { Actions, Dialog } from '../design/Dialog'
import { TextArea, TextField } from '../design/Field'
import { Failure, Notice } from '../design/Notice'
import { useSettled } from '../design/settled'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { positionText } from '../profile/profileText'
import { accounts, type Account } from './api'
import css from './admin.module.css'

type Deed = 'rest' | 'factor' | 'erase' | 'merge'

interface Asked {
  account: Account
  onDone: (text: string) => void
  onClose: () => void
}

export function called(account: Account) {
  return account.callsign ?? (account.name || account.email)
}

/** What administrators seldom do to an account: put it to rest, take its second factor, have it erased, or let it go into another. */
export function AccountDeeds({ account, onDone, onClose }: Asked) {
  const { reading } = useClock()
  const [deed, setDeed] = useState<Deed>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const erasure = useQuery({
    queryKey: ['erasure', account.id],
    queryFn: () => accounts.erasure(account.id),
  })
  const dueAt = erasure.data?.dueAt
  const attempt = (work: () => Promise<unknown>, text: string) => {
    if (busy) return
    setBusy(true)
    setError(undefined)
    work()
      .then(() => onDone(text))
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  const back = () => {
    setError(undefined)
    setDeed(undefined)
  }
  const who = called(account)
  return (
    <Dialog title={`Account of ${who}`} onClose={onClose}>
      <div className={css.form}>
        {dueAt && (
          <Notice tone="warn">
            To be erased after {dayAndClock(dueAt, reading)}; until then it can be taken back.
          </Notice>
        )}
        {!deed && <Particulars account={account} />}
        {!deed && (
          <div className={css.deeds}>
            {account.status === 'DEACTIVATED' ? (
              <Button
                icon="play"
                busy={busy}
                onClick={() => attempt(() => accounts.activate(account.id), `${who} can sign in again`)}
              >
                Activate
              </Button>
            ) : (
              <Button icon="pause" disabled={account.status !== 'ACTIVE'} onClick={() => setDeed('rest')}>
                Deactivate
              </Button>
            )}
            <Button icon="shield" onClick={() => setDeed('factor')}>
              Remove second factor
            </Button>
            <Button icon="people" disabled={account.status !== 'ACTIVE'} onClick={() => setDeed('merge')}>
              Merge into another
            </Button>
            {dueAt ? (
              <Button
                icon="undo"
                busy={busy}
                onClick={() => attempt(() => accounts.keep(account.id), `The account of ${who} stays`)}
              >
                Take erasure back
              </Button>
            ) : (
              <Button icon="trash" onClick={() => setDeed('erase')}>
                Erase
              </Button>
            )}
          </div>
        )}
        {deed === 'rest' && (
          <Rest
            busy={busy}
            onBack={back}
            onRest={(reason) =>
              attempt(() => accounts.deactivate(account.id, reason), `${who} is deactivated`)
            }
          />
        )}
        {deed === 'factor' && (
          <>
            <p className="muted">
              For people who have lost their authenticator and all recovery codes. Make sure that it is really{' '}
              <strong>{account.email}</strong> who asks. All their sessions end, and they are told by mail.
            </p>
            <Actions>
              <Button onClick={back}>Back</Button>
              <Button
                look="danger"
                busy={busy}
                onClick={() =>
                  attempt(() => accounts.removeFactor(account.id), `${who} signs in by mail alone again`)
                }
              >
                Remove second factor
              </Button>
            </Actions>
          </>
        )}
        {deed === 'erase' && (
          <>
            <p className="muted">
              After some days address, name, callsigns, location, sessions and keys of{' '}
              <strong>{account.email}</strong> are deleted. The owner is told by mail and can take it back
              until then. Logs keep callsigns.
            </p>
            <Actions>
              <Button onClick={back}>Back</Button>
              <Button
                look="danger"
                busy={busy}
                onClick={() =>
                  attempt(() => accounts.erase(account.id), `${who} will be erased in some days`)
                }
              >
                Erase in some days
              </Button>
            </Actions>
          </>
        )}
        {deed === 'merge' && (
          <Merge
            account={account}
            busy={busy}
            onBack={back}
            onMerge={(into) =>
              attempt(() => accounts.merge(account.id, into.id), `${who} is part of ${called(into)} now`)
            }
          />
        )}
        {error !== undefined && <Failure error={error} />}
      </div>
    </Dialog>
  )
}

/** What people say of themselves; where they are only when somebody asks for it. */
function Particulars({ account }: { account: Account }) {
  const [asked, setAsked] = useState(false)
  const location = useQuery({
    queryKey: ['location', account.id],
    queryFn: () => accounts.location(account.id),
    enabled: asked,
    gcTime: 0,
  })
  const told = location.data
    ? [location.data.place, positionText(location.data)].filter((part) => part).join(' · ')
    : undefined
  return (
    <>
      <dl className={css.facts}>
        {account.gmrsCallsign && (
          <>
            <dt>GMRS</dt>
            <dd className="mono">{account.gmrsCallsign}</dd>
          </>
        )}
        {account.earlierCallsigns.length > 0 && (
          <>
            <dt>Earlier</dt>
            <dd className="mono">{account.earlierCallsigns.join(' ')}</dd>
          </>
        )}
        <dt>Location</dt>
        <dd>
          {told === '' && <span className="muted">Not told</span>}
          {told ?? (
            <Button small busy={location.isFetching} onClick={() => setAsked(true)}>
              Show location
            </Button>
          )}
        </dd>
      </dl>
      {location.error && <Failure error={location.error} retry={() => void location.refetch()} />}
    </>
  )
}

function Rest({
  busy,
  onBack,
  onRest,
}: {
  busy: boolean
  onBack: () => void
  onRest: (reason: string) => void
}) {
  const [reason, setReason] = useState('')
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    onRest(reason.trim())
  }
  return (
    <form className={css.form} onSubmit={save}>
      <p className="muted">
        All sessions end, and nobody signs in until an administrator activates the account again. Nothing is
        deleted.
      </p>
      <TextArea
        label="Reason"
        required
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        hint="The person is shown this."
      />
      <Actions>
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" look="danger" busy={busy}>
          Deactivate
        </Button>
      </Actions>
    </form>
  )
}

function Merge({
  account,
  busy,
  onBack,
  onMerge,
}: {
  account: Account
  busy: boolean
  onBack: () => void
  onMerge: (into: Account) => void
}) {
  const [text, setText] = useState('')
  const [into, setInto] = useState<Account>()
  const q = useSettled(text.trim(), 250)
  const found = useQuery({
    queryKey: ['accounts', 'merge', q],
    queryFn: () => accounts.list({ q, role: account.role, status: 'ACTIVE' }, null),
    enabled: q.length > 1,
  })
  const others = (found.data?.items ?? []).filter(({ id }) => id !== account.id).slice(0, 5)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (into) onMerge(into)
  }
  return (
    <form className={css.form} onSubmit={save}>
      <p className="muted">
        Sessions, API keys and consents of <strong>{account.email}</strong> move to the other account, which
        keeps its address, its role {account.role} and its second factor. This cannot be undone.
      </p>
      <TextField
        label="Into the account of"
        type="search"
        maxLength={254}
        hint={`Name, callsign or e-mail; with the role ${account.role}`}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setInto(undefined)
        }}
      />
      {found.error && <Failure error={found.error} />}
      {q.length > 1 && found.data && others.length === 0 && (
        <p className="muted small">No active account with this role fits.</p>
      )}
      {others.length > 0 && (
        <fieldset className={css.roles}>
          <legend className="visually-hidden">Account</legend>
          {others.map((other) => (
            <label key={other.id} htmlFor={`into-${other.id}`}>
              <input
                id={`into-${other.id}`}
                type="radio"
                name="into"
                checked={into?.id === other.id}
                onChange={() => setInto(other)}
              />
              <span>
                <strong>{called(other)}</strong>
                <span className={css.second}>{other.email}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Actions>
        <Button onClick={onBack}>Back</Button>
        <Button type="submit" look="danger" busy={busy} disabled={!into}>
          Merge for good
        </Button>
      </Actions>
    </form>
  )
}
