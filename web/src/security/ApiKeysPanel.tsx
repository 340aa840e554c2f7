import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { Checkbox, SelectField, TextField } from '../design/Field'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { apiKeys, keysKey, useApiKeys, type ApiKey, type IssuedKey } from './api'
import { expiry, scopeWords } from './keyWords'
import css from './security.module.css'

type Asking =
  { what: 'create' } | { what: 'rotate' | 'revoke'; key: ApiKey } | { what: 'show'; issued: IssuedKey }

/** Keys for programs that act in one's name. */
export function ApiKeysPanel() {
  const list = useApiKeys()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const changed = () => void queries.invalidateQueries({ queryKey: keysKey })
  const issued = (issued: IssuedKey) => {
    changed()
    setAsking({ what: 'show', issued })
  }

  return (
    <Panel
      title="API keys"
      icon="keyboard"
      flush
      side={
        list.data && (
          <Button small icon="plus" onClick={() => setAsking({ what: 'create' })}>
            New API key
          </Button>
        )
      }
    >
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={3} label="Loading your API keys" />}
      {list.data?.items.length === 0 && (
        <EmptyState icon="keyboard" title="No API keys">
          With a key a program of yours can read nets, log check-ins or play media in your name, without your
          sign-in.
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className={css.rows} aria-label="API keys">
          {list.data.items.map((key) => (
            <Row key={key.id} one={key} onAsk={(what) => setAsking({ what, key })} />
          ))}
        </ul>
      )}
      {asking?.what === 'create' && list.data && (
        <CreateDialog grantable={list.data.grantable} onClose={close} onIssued={issued} />
      )}
      {asking?.what === 'rotate' && <RotateDialog of={asking.key} onClose={close} onIssued={issued} />}
      {asking?.what === 'revoke' && <RevokeDialog of={asking.key} onClose={close} onDone={changed} />}
      {asking?.what === 'show' && <SecretDialog issued={asking.issued} onClose={close} />}
    </Panel>
  )
}

function Row({ one, onAsk }: { one: ApiKey; onAsk: (what: 'rotate' | 'revoke') => void }) {
  const { reading } = useClock()
  const now = useNow(30_000)
  const { dead, soon } = expiry(one.expiresAt, now)
  return (
    <li data-api-key={one.id}>
      <div className={css.what}>
        <span className={css.name}>
          {one.name}
          {one.scopes.map((scope) => (
            <Chip key={scope}>{scope}</Chip>
          ))}
          {dead && (
            <Chip tone="red" icon="clock">
              expired
            </Chip>
          )}
          {soon && (
            <Chip tone="amber" icon="clock">
              expires soon
            </Chip>
          )}
        </span>
        <span className={css.second}>
          Key id <span className="mono">{one.id}</span>
        </span>
        <span className={css.second}>
          {one.lastUsedAt ? `Last used ${relative(one.lastUsedAt, now, reading.locale)}. ` : 'Never used. '}
          {dead ? 'Expired' : 'Expires'} {dayAndClock(one.expiresAt, reading)}.
          {one.previousUntil && ` The old secret works until ${dayAndClock(one.previousUntil, reading)}.`}
        </span>
      </div>
      <div className={css.commands}>
        <Button
          small
          icon="refresh"
          aria-label={`New secret for the key ${one.name}`}
          onClick={() => onAsk('rotate')}
        >
          New secret
        </Button>
        <Button small icon="trash" aria-label={`Revoke the key ${one.name}`} onClick={() => onAsk('revoke')}>
          Revoke
        </Button>
      </div>
    </li>
  )
}

function CreateDialog({
  grantable,
  onClose,
  onIssued,
}: {
  grantable: string[]
  onClose: () => void
  onIssued: (issued: IssuedKey) => void
}) {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>([])
  const [days, setDays] = useState(90)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    apiKeys
      .create({ name: name.trim(), scopes, expiresInDays: days })
      .then(onIssued)
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  return (
    <Dialog title="New API key" onClose={onClose}>
      <form onSubmit={save} className={css.form} aria-label="New API key">
        <TextField
          label="Name"
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={field('name')}
          hint="What it is for, and where it is kept"
        />
        <fieldset className={css.choices}>
          <legend>What it may do</legend>
          {grantable.map((scope) => (
            <Checkbox
              key={scope}
              label={scopeWords(scope)}
              hint={<span className="mono">{scope}</span>}
              checked={scopes.includes(scope)}
              onChange={(event) =>
                setScopes(
                  event.target.checked ? [...scopes, scope] : scopes.filter((other) => other !== scope),
                )
              }
            />
          ))}
        </fieldset>
        <SelectField
          label="Expires after"
          value={days}
          onChange={(event) => setDays(Number(event.target.value))}
          hint="Each new secret begins this time anew."
        >
          {[7, 30, 90, 180, 365].map((one) => (
            <option key={one} value={one}>
              {one} days
            </option>
          ))}
        </SelectField>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy} disabled={scopes.length === 0}>
            Make the key
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function RotateDialog({
  of,
  onClose,
  onIssued,
}: {
  of: ApiKey
  onClose: () => void
  onIssued: (issued: IssuedKey) => void
}) {
  const [hours, setHours] = useState(24)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    apiKeys
      .rotate(of.id, hours)
      .then(onIssued)
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  return (
    <Dialog title={`New secret for ${of.name}`} onClose={onClose}>
      <form onSubmit={save} className={css.form} aria-label="New secret">
        <SelectField
          label="The old secret works"
          value={hours}
          onChange={(event) => setHours(Number(event.target.value))}
          hint="Choose “not any more” if it may have leaked."
        >
          <option value={0}>not any more</option>
          <option value={1}>for 1 more hour</option>
          <option value={24}>for 24 more hours</option>
          <option value={168}>for 7 more days</option>
        </SelectField>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Make a new secret
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function RevokeDialog({ of, onClose, onDone }: { of: ApiKey; onClose: () => void; onDone: () => void }) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`Revoke ${of.name}?`}
      confirm="Revoke"
      danger
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        apiKeys
          .revoke(of.id)
          .then(() => toast({ text: `The key ${of.name} is revoked` }))
          .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
          .finally(() => {
            onDone()
            onClose()
          })
      }}
    >
      <p>Programs that use it lose access within 10 seconds. This cannot be undone.</p>
    </ConfirmDialog>
  )
}

function SecretDialog({ issued, onClose }: { issued: IssuedKey; onClose: () => void }) {
  const copy = () => {
    navigator.clipboard
      .writeText(issued.secret)
      .then(() => toast({ text: 'The secret is copied' }))
      .catch(() => toast({ text: 'Copying did not work. Select the secret and copy it.', tone: 'bad' }))
  }
  return (
    <Dialog title={`The secret of ${issued.key.name}`} onClose={onClose}>
      <Notice tone="warn">
        <strong>This is the only time you see the secret.</strong> Keep it where your program keeps its
        secrets, and nowhere else.
      </Notice>
      <dl className={css.secret}>
        <dt>Key id (user name)</dt>
        <dd>{issued.key.id}</dd>
        <dt>Secret (password)</dt>
        <dd data-secret>{issued.secret}</dd>
        <dt>Getting a token</dt>
        <dd>
          curl -u {issued.key.id} -d grant_type=client_credentials {location.origin}/auth/oauth/token
        </dd>
      </dl>
      <Actions>
        <Button icon="document" onClick={copy}>
          Copy the secret
        </Button>
        <Button look="primary" onClick={onClose}>
          I have kept it
        </Button>
      </Actions>
    </Dialog>
  )
}
