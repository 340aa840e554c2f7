import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { Checkbox, SelectField, TextArea, TextField } from '../design/Field'
import { EmptyState, Failure, Notice } from '../design/Notice'
import { toast } from '../design/Toasts'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { clients, type Client, type ClientAuthentication, type ClientDraft, type ClientGrant } from './api'
import { draftOf, freshDraft } from './clientDraft'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { clientPages } from './sections'
import css from './admin.module.css'

const authentications: Record<ClientAuthentication, { label: string; words: string }> = {
  SECRET: { label: 'Secret', words: 'A web site with a server that can keep a secret' },
  PRIVATE_KEY_JWT: { label: 'Own key', words: 'A server that signs with its own key' },
  NONE: {
    label: 'Public',
    words: 'A page in the browser or a program on a device, which can keep no secret',
  },
}

const grants: Record<ClientGrant, string> = {
  AUTHORIZATION_CODE: 'Sign people in',
  REFRESH_TOKEN: 'Come back without the person (refresh tokens)',
  CLIENT_CREDENTIALS: 'Act in its own name',
  DEVICE_CODE: 'Sign people in from a device without a browser',
}

const offeredGrants: ClientGrant[] = [
  'AUTHORIZATION_CODE',
  'REFRESH_TOKEN',
  'CLIENT_CREDENTIALS',
  'DEVICE_CODE',
]

const scopes: { scope: string; words: string }[] = [
  { scope: 'openid', words: 'know who somebody is' },
  { scope: 'profile', words: 'see name, callsign, time zone and language' },
  { scope: 'email', words: 'see the e-mail address' },
  { scope: 'offline_access', words: 'go on when its person has signed out' },
  { scope: 'ect', words: 'act for people in nets, logs and recordings' },
  { scope: 'people:read', words: 'in its own name: read names and callsigns' },
  { scope: 'people:mail', words: 'in its own name: read e-mail addresses' },
  { scope: 'notifications:send', words: 'in its own name: send mails' },
  { scope: 'revocations:read', words: 'in its own name: read the revocation list' },
]

const audiences = ['auth-service', 'ectlog-service', 'media-service', 'notification-service']

export function ClientsPage() {
  usePageTitle('Clients')
  return (
    <OnlyAdmins>
      <Clients />
    </OnlyAdmins>
  )
}

type Asking =
  | { what: 'new' }
  | { what: 'edit' | 'rotate' | 'delete'; client: Client }
  | { what: 'secret'; client: Client; secret: string }

function Clients() {
  const { reading } = useClock()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const list = usePagedList(['clients'], (cursor) => clients.list(cursor))

  const done = (text: string, client?: Client, secret?: string | null) => {
    setAsking(client && secret ? { what: 'secret', client, secret } : undefined)
    toast({ text })
    void queries.invalidateQueries({ queryKey: ['clients'] })
  }
  const close = () => setAsking(undefined)

  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>Clients</h1>
          <p className="muted">Programs that sign people in with the suite, or act in their own name.</p>
        </div>
        <Button look="primary" icon="plus" onClick={() => setAsking({ what: 'new' })}>
          Register a client
        </Button>
      </div>
      <SectionTabs label="Clients and keys" pages={clientPages} />

      <PagedTable
        list={list}
        name="Clients"
        columns={['Client', 'Shows itself by', 'May', 'Registered', 'Commands']}
        empty={
          <EmptyState icon="shield" title="No client yet">
            Register a web site, an app or a program, and people can sign in to it with their account here.
          </EmptyState>
        }
        more="Show more"
      >
        {(client) => (
          <tr key={client.id} data-client={client.name}>
            <th scope="row" className={css.person}>
              <span className={css.name}>{client.name}</span>
              <span className={`${css.second} mono`}>{client.id}</span>
            </th>
            <td data-label="Shows itself by">
              <Chip tone={client.authentication === 'NONE' ? 'amber' : 'green'}>
                {authentications[client.authentication].label}
              </Chip>
            </td>
            <td data-label="May" className={css.second}>
              {client.scopes.join(', ')}
            </td>
            <td data-label="Registered" className={css.nowrap}>
              <time dateTime={client.createdAt}>{dayAndClock(client.createdAt, reading)}</time>
            </td>
            <td className={css.commands}>
              <Button
                small
                icon="pencil"
                aria-label={`Edit ${client.name}`}
                onClick={() => setAsking({ what: 'edit', client })}
              >
                Edit
              </Button>
              {client.authentication === 'SECRET' && (
                <Button
                  small
                  icon="refresh"
                  aria-label={`New secret for ${client.name}`}
                  onClick={() => setAsking({ what: 'rotate', client })}
                >
                  Secret
                </Button>
              )}
              <Button
                small
                icon="trash"
                aria-label={`Delete ${client.name}`}
                onClick={() => setAsking({ what: 'delete', client })}
              >
                Delete
              </Button>
            </td>
          </tr>
        )}
      </PagedTable>

      {asking?.what === 'new' && <ClientDialog onDone={done} onClose={close} />}
      {asking?.what === 'edit' && <ClientDialog client={asking.client} onDone={done} onClose={close} />}
      {asking?.what === 'rotate' && <RotateDialog client={asking.client} onDone={done} onClose={close} />}
      {asking?.what === 'delete' && <DeleteDialog client={asking.client} onDone={done} onClose={close} />}
      {asking?.what === 'secret' && (
        <SecretDialog client={asking.client} secret={asking.secret} onClose={close} />
      )}
    </div>
  )
}

interface Asked {
  onDone: (text: string, client?: Client, secret?: string | null) => void
  onClose: () => void
}

function ClientDialog({ client, onDone, onClose }: Asked & { client?: Client }) {
  const queries = useQueryClient()
  const [draft, setDraft] = useState<ClientDraft>(client ? draftOf(client) : freshDraft)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const change = (part: Partial<ClientDraft>) => setDraft((before) => ({ ...before, ...part }))
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)
  const within = (of: string) =>
    error instanceof ApiProblem
      ? error.problem.errors?.find((one) => one.field.startsWith(of))?.message
      : undefined
  const toggle = <T extends string>(list: T[], one: T, on: boolean) =>
    on ? [...list, one] : list.filter((other) => other !== one)

  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const sent = client ? clients.put(client, draft) : clients.create(draft)
    sent
      .then(({ client: saved, secret }) =>
        onDone(client ? `${saved.name} is changed` : `${saved.name} is registered`, saved, secret),
      )
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
        if (failure instanceof ApiProblem && failure.status === 412) {
          void queries.invalidateQueries({ queryKey: ['clients'] })
        }
      })
  }

  return (
    <Dialog title={client ? `Edit ${client.name}` : 'Register a client'} wide onClose={onClose}>
      <form onSubmit={save} className={css.form}>
        <TextField
          label="Name"
          required
          maxLength={100}
          value={draft.name}
          onChange={(event) => change({ name: event.target.value })}
          error={field('name')}
          hint="People read it when they are asked whether to let the client in."
        />
        <SelectField
          label="Kind"
          value={draft.authentication}
          onChange={(event) => change({ authentication: event.target.value as ClientAuthentication })}
          hint={authentications[draft.authentication].words}
        >
          {Object.entries(authentications).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {draft.authentication === 'PRIVATE_KEY_JWT' && (
          <TextArea
            label="Public keys (JSON Web Key Set)"
            required
            rows={4}
            maxLength={8000}
            value={draft.jwks}
            onChange={(event) => change({ jwks: event.target.value })}
            error={field('jwks')}
          />
        )}
        <fieldset className={css.choices}>
          <legend>What it does</legend>
          {offeredGrants.map((grant) => (
            <Checkbox
              key={grant}
              label={grants[grant]}
              checked={draft.grants.includes(grant)}
              onChange={(event) => change({ grants: toggle(draft.grants, grant, event.target.checked) })}
            />
          ))}
          {within('grants') && <p className={css.bad}>{within('grants')}</p>}
        </fieldset>
        <TextArea
          label="Addresses people come back to, one a line"
          rows={2}
          value={draft.redirectUris}
          onChange={(event) => change({ redirectUris: event.target.value })}
          error={within('redirectUris')}
          hint="Compared character by character, for example https://board.example.org/callback"
        />
        <fieldset className={css.choices}>
          <legend>What it may ask for</legend>
          {scopes.map(({ scope, words }) => (
            <Checkbox
              key={scope}
              label={scope}
              hint={words}
              checked={draft.scopes.includes(scope)}
              onChange={(event) => change({ scopes: toggle(draft.scopes, scope, event.target.checked) })}
            />
          ))}
          {within('scopes') && <p className={css.bad}>{within('scopes')}</p>}
        </fieldset>
        <fieldset className={css.choices}>
          <legend>Services that take its tokens</legend>
          {audiences.map((audience) => (
            <Checkbox
              key={audience}
              label={audience}
              checked={draft.audiences.includes(audience)}
              onChange={(event) =>
                change({ audiences: toggle(draft.audiences, audience, event.target.checked) })
              }
            />
          ))}
        </fieldset>
        <TextArea
          label="Addresses people go to after signing out, one a line"
          rows={2}
          value={draft.postLogoutRedirectUris}
          onChange={(event) => change({ postLogoutRedirectUris: event.target.value })}
          error={within('postLogoutRedirectUris')}
        />
        <TextField
          label="Address that hears of a sign-out"
          type="url"
          maxLength={500}
          value={draft.backChannelLogoutUri}
          onChange={(event) => change({ backChannelLogoutUri: event.target.value })}
          error={field('backChannelLogoutUri')}
        />
        <SelectField
          label="Signature of ID tokens"
          value={draft.idTokenAlgorithm}
          onChange={(event) =>
            change({ idTokenAlgorithm: event.target.value as ClientDraft['idTokenAlgorithm'] })
          }
        >
          <option value="RS256">RS256, which every library knows</option>
          <option value="ES256">ES256, shorter and faster</option>
        </SelectField>
        {draft.authentication !== 'NONE' && draft.grants.includes('AUTHORIZATION_CODE') && (
          <Checkbox
            label="May do without PKCE"
            hint="Only for a client that does not know it: without PKCE a stolen code is easier to use."
            checked={draft.pkceOptional}
            onChange={(event) => change({ pkceOptional: event.target.checked })}
          />
        )}
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            {client ? 'Save' : 'Register'}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function RotateDialog({ client, onDone, onClose }: Asked & { client: Client }) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`New secret for ${client.name}?`}
      confirm="Make a new secret"
      danger
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        clients
          .rotateSecret(client.id)
          .then(({ client: saved, secret }) => onDone(`${saved.name} has a new secret`, saved, secret))
          .catch((failure: unknown) => {
            setBusy(false)
            toast({ text: plainWords(failure), tone: 'bad' })
          })
      }}
    >
      <p>
        The old secret is of no use from that moment on. The client needs the new one before it can go on.
      </p>
    </ConfirmDialog>
  )
}

function DeleteDialog({ client, onDone, onClose }: Asked & { client: Client }) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`Delete ${client.name}?`}
      confirm="Delete"
      danger
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        clients
          .remove(client.id)
          .then(() => onDone(`${client.name} is gone`))
          .catch((failure: unknown) => {
            setBusy(false)
            toast({ text: plainWords(failure), tone: 'bad' })
          })
      }}
    >
      <p>Nobody can sign in to it any more, and everything it was given ends within 10 seconds.</p>
    </ConfirmDialog>
  )
}

function SecretDialog({ client, secret, onClose }: { client: Client; secret: string; onClose: () => void }) {
  return (
    <Dialog title={`Secret of ${client.name}`} onClose={onClose}>
      <div className={css.form}>
        <Notice tone="info">
          It is shown this once, and kept here as a hash alone. Copy it to the client now.
        </Notice>
        <TextField label="Client ID" readOnly value={client.id} className="mono" />
        <TextField
          label="Secret"
          readOnly
          value={secret}
          className="mono"
          onFocus={(event) => event.target.select()}
        />
        <Actions>
          <Button look="primary" onClick={onClose}>
            I have copied it
          </Button>
        </Actions>
      </div>
    </Dialog>
  )
}
