import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { ApiProblem, NetworkFailure, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { TextField } from '../design/Field'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { session } from '../session/browser'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { passkeys, passkeysKey, sessionsKey, usePasskeys, type Passkey } from './api'
import { canMakePasskeys, makePasskey, refusal } from './authenticator'
import css from './security.module.css'

/** Passkeys: a way in by fingerprint, face or PIN of a device. */
export function PasskeysPanel() {
  const list = usePasskeys()
  const queries = useQueryClient()
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Passkey>()
  const [busy, setBusy] = useState(false)
  const able = canMakePasskeys()
  const changed = () => {
    // The access token says what was shown: a new one says it rightly.
    void session.refresh().catch(() => undefined)
    void queries.invalidateQueries({ queryKey: passkeysKey })
    void queries.invalidateQueries({ queryKey: sessionsKey })
  }
  const remove = (one: Passkey) => {
    setBusy(true)
    passkeys
      .remove(one.id)
      .then(() => toast({ text: `The passkey ${one.name} is removed` }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setRemoving(undefined)
        changed()
      })
  }

  return (
    <Panel
      title="Passkeys"
      icon="shield"
      flush
      side={
        able &&
        list.data && (
          <Button small icon="plus" onClick={() => setAdding(true)}>
            New passkey
          </Button>
        )
      }
    >
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={2} label="Loading your passkeys" />}
      {list.data?.items.length === 0 && (
        <EmptyState icon="shield" title="No passkeys">
          {able
            ? 'With a passkey you sign in with the fingerprint, face or PIN of a device: no mail, no code, and nothing that could be given away.'
            : 'This browser does not know passkeys. Use a newer one to add a passkey.'}
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className={css.rows} aria-label="Passkeys">
          {list.data.items.map((one) => (
            <Row key={one.id} one={one} onRemove={() => setRemoving(one)} />
          ))}
        </ul>
      )}
      {adding && (
        <AddDialog
          onClose={() => setAdding(false)}
          onDone={(made) => {
            setAdding(false)
            changed()
            toast({ text: `The passkey ${made.name} signs you in from now on` })
          }}
        />
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove the passkey ${removing.name}?`}
          confirm="Remove"
          danger
          busy={busy}
          onClose={() => setRemoving(undefined)}
          onConfirm={() => remove(removing)}
        >
          <p>It will not sign you in any more. All other browsers are signed out.</p>
          <p className="muted">
            Remove it in the settings of the device, too, so that it is not offered again.
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function Row({ one, onRemove }: { one: Passkey; onRemove: () => void }) {
  const { reading } = useClock()
  const now = useNow(30_000)
  return (
    <li data-passkey={one.id}>
      <div className={css.what}>
        <span className={css.name}>
          {one.name}
          {one.synced && <Chip>synchronised</Chip>}
        </span>
        <span className={css.second}>
          {one.lastUsedAt ? `Last used ${relative(one.lastUsedAt, now, reading.locale)}. ` : 'Never used. '}
          Added <time dateTime={one.createdAt}>{dayAndClock(one.createdAt, reading)}</time>.
        </span>
      </div>
      <Button small icon="trash" aria-label={`Remove the passkey ${one.name}`} onClick={onRemove}>
        Remove
      </Button>
    </li>
  )
}

function AddDialog({ onClose, onDone }: { onClose: () => void; onDone: (made: Passkey) => void }) {
  const [name, setName] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const add = async () => {
    const invitation = await passkeys.invite()
    const made = await makePasskey(invitation)
    return await passkeys.add({ name: name.trim(), ticket: invitation.ticket, ...made })
  }
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(undefined)
    add()
      .then(onDone)
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  const answered = error instanceof ApiProblem || error instanceof NetworkFailure
  return (
    <Dialog title="New passkey" onClose={onClose}>
      <form onSubmit={save} className={css.form} aria-label="New passkey">
        <TextField
          label="Name"
          required
          maxLength={100}
          hint="The device or key it is kept on, so that you know it in the list"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={error instanceof ApiProblem ? error.field('name') : undefined}
        />
        {error !== undefined &&
          (answered ? <Failure error={error} /> : <Notice tone="warn">{refusal(error)}</Notice>)}
        <p className="muted small">
          Your device asks you next. Two passkeys on two devices are better than one.
        </p>
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Continue
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
