import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { Checkbox, SelectField, TextField } from '../design/Field'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { kindWords } from './kinds'
import type { IssuedTarget, PushApi, PushDraft, PushTarget, PushType } from './pushApi'
import form from '../design/Form.module.css'
import rows from '../design/Rows.module.css'
import secret from '../design/Secret.module.css'

type Asking =
  | { what: 'add' }
  | { what: 'edit' | 'renew' | 'remove'; target: PushTarget }
  | { what: 'show'; issued: IssuedTarget }

/** Webhooks and topics of ntfy, of the reader or of the installation. */
export function PushPanel({ api, shared = false }: { api: PushApi; shared?: boolean }) {
  const queries = useQueryClient()
  const list = useQuery({ queryKey: api.key, queryFn: api.list })
  const [asking, setAsking] = useState<Asking>()
  const close = () => setAsking(undefined)
  const changed = () => void queries.invalidateQueries({ queryKey: api.key })
  const issued = (issued: IssuedTarget) => {
    changed()
    setAsking(issued.secret === undefined ? undefined : { what: 'show', issued })
  }
  const { items, kinds, limit } = list.data ?? { items: [], kinds: [], limit: 0 }

  return (
    <Panel
      title={shared ? 'Shared webhooks and ntfy' : 'Webhooks and ntfy'}
      icon="antenna"
      flush
      side={
        items.length < limit && (
          <Button small icon="plus" onClick={() => setAsking({ what: 'add' })}>
            Add a target
          </Button>
        )
      }
    >
      {list.error && (
        <div className={rows.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={3} label="Loading the targets" />}
      {list.data && items.length === 0 && (
        <EmptyState icon="antenna" title="No targets">
          {limit === 0
            ? 'In this installation only administrators add targets.'
            : shared
              ? 'A program of the team or a channel of ntfy can get every mailing once, beside the mails to its recipients.'
              : 'A program of yours, or your phone by ntfy, can get what you get by mail. Sign-in links never go there.'}
        </EmptyState>
      )}
      {items.length > 0 && (
        <ul className={rows.rows} aria-label="Targets">
          {items.map((target) => (
            <Row
              key={target.id}
              target={target}
              api={api}
              onAsk={(what) => setAsking({ what, target })}
              onChanged={changed}
            />
          ))}
        </ul>
      )}
      {(asking?.what === 'add' || asking?.what === 'edit') && (
        <TargetDialog
          api={api}
          shared={shared}
          kinds={kinds}
          before={asking.what === 'edit' ? asking.target : null}
          onClose={close}
          onDone={(done) => {
            if (done) issued(done)
            else {
              changed()
              close()
            }
          }}
        />
      )}
      {asking?.what === 'renew' && (
        <RenewDialog api={api} target={asking.target} onClose={close} onIssued={issued} />
      )}
      {asking?.what === 'remove' && (
        <RemoveDialog api={api} target={asking.target} onClose={close} onDone={changed} />
      )}
      {asking?.what === 'show' && <SecretDialog issued={asking.issued} onClose={close} />}
    </Panel>
  )
}

const typeWords: Record<PushType, string> = { WEBHOOK: 'Webhook', NTFY: 'ntfy' }

function Row({
  target,
  api,
  onAsk,
  onChanged,
}: {
  target: PushTarget
  api: PushApi
  onAsk: (what: 'edit' | 'renew' | 'remove') => void
  onChanged: () => void
}) {
  const { reading } = useClock()
  const now = useNow(30_000)
  const [busy, setBusy] = useState(false)
  const host = new URL(target.url).host

  const test = () => {
    setBusy(true)
    api
      .test(target.id)
      .then(({ delivered, explanation }) =>
        toast({
          text: delivered ? `${target.name} has got a test message` : `${target.name}: ${explanation}`,
          tone: delivered ? 'good' : 'bad',
        }),
      )
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }
  const switchOn = () => {
    setBusy(true)
    api
      .change(target, { ...draftOf(target), enabled: true })
      .then(() => toast({ text: `${target.name} gets messages again` }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        onChanged()
      })
  }

  return (
    <li data-push-target={target.name}>
      <div className={rows.what}>
        <span className={rows.name}>
          {target.name}
          <Chip>{typeWords[target.type]}</Chip>
          {!target.enabled && (
            <Chip tone={target.disabledReason ? 'red' : 'neutral'} icon="ban">
              switched off
            </Chip>
          )}
          {target.enabled && target.failures > 0 && (
            <Chip tone="amber" icon="alert">
              failing
            </Chip>
          )}
        </span>
        <span className={rows.second}>
          {host}
          {target.topic && `, topic ${target.topic}`}.{' '}
          {target.kinds.map((kind) => kindWords(kind).many).join(', ')}.
        </span>
        <span className={rows.second}>
          {target.deliveredAt
            ? `Last message ${relative(target.deliveredAt, now, reading.locale)}.`
            : 'No message yet.'}
        </span>
        {(target.disabledReason ?? target.lastError) && (
          <span className={rows.second}>{target.disabledReason ?? target.lastError}</span>
        )}
      </div>
      <div className={rows.commands}>
        {!target.enabled && (
          <Button small icon="play" busy={busy} aria-label={`Switch on ${target.name}`} onClick={switchOn}>
            Switch on
          </Button>
        )}
        <Button
          small
          icon="megaphone"
          busy={busy}
          aria-label={`Send a test message to ${target.name}`}
          onClick={test}
        >
          Test
        </Button>
        <Button small icon="pencil" aria-label={`Change ${target.name}`} onClick={() => onAsk('edit')}>
          Change
        </Button>
        {target.type === 'WEBHOOK' && (
          <Button
            small
            icon="refresh"
            aria-label={`New secret for ${target.name}`}
            onClick={() => onAsk('renew')}
          >
            New secret
          </Button>
        )}
        <Button small icon="trash" aria-label={`Remove ${target.name}`} onClick={() => onAsk('remove')}>
          Remove
        </Button>
      </div>
    </li>
  )
}

function draftOf(target: PushTarget): PushDraft {
  const { type, name, url, topic, kinds, enabled, locale, zone } = target
  return { type, name, url, topic, token: null, kinds, enabled, locale, zone }
}

function TargetDialog({
  api,
  shared,
  kinds,
  before,
  onClose,
  onDone,
}: {
  api: PushApi
  shared: boolean
  kinds: string[]
  before: PushTarget | null
  onClose: () => void
  onDone: (issued: IssuedTarget | null) => void
}) {
  const { reading } = useClock()
  const [draft, setDraft] = useState<PushDraft>(() =>
    before === null
      ? {
          type: 'NTFY',
          name: '',
          url: 'https://ntfy.sh',
          topic: '',
          token: null,
          kinds,
          enabled: true,
          locale: shared ? navigator.language : null,
          zone: shared ? reading.zone : null,
        }
      : draftOf(before),
  )
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const set = (change: Partial<PushDraft>) => setDraft({ ...draft, ...change })
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)
  const ntfy = draft.type === 'NTFY'

  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    const token = draft.token?.trim() ?? ''
    const said: PushDraft = {
      ...draft,
      name: draft.name.trim(),
      url: draft.url.trim(),
      topic: ntfy ? (draft.topic ?? '').trim() : null,
      token: ntfy && token !== '' ? token : null,
    }
    const done: Promise<IssuedTarget | null> =
      before === null ? api.add(said) : api.change(before, said).then(() => null)
    done
      .then((issued) => {
        if (!issued) toast({ text: `${said.name} is changed` })
        else if (issued.secret === undefined) toast({ text: `${said.name} is added` })
        onDone(issued)
      })
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }

  const title = before === null ? 'Add a target' : `Change ${before.name}`
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={save} className={form.form} aria-label={title}>
        {before === null && (
          <SelectField
            label="What it is"
            value={draft.type}
            onChange={(event) => {
              const type = event.target.value as PushType
              set({ type, url: type === 'NTFY' ? 'https://ntfy.sh' : '' })
            }}
            hint={
              ntfy
                ? 'Messages to phones and desktops, by ntfy.sh or a server of your own.'
                : 'Each message is a signed POST of JSON to an address of yours (Standard Webhooks).'
            }
          >
            <option value="NTFY">ntfy</option>
            <option value="WEBHOOK">Webhook</option>
          </SelectField>
        )}
        <TextField
          label="Name"
          required
          maxLength={60}
          autoComplete="off"
          value={draft.name}
          onChange={(event) => set({ name: event.target.value })}
          error={field('name')}
        />
        <TextField
          label={ntfy ? 'Server' : 'Address'}
          type="url"
          required
          maxLength={2000}
          autoComplete="off"
          value={draft.url}
          onChange={(event) => set({ url: event.target.value })}
          error={field('url')}
          hint="Begins with https:// and can be reached from the internet."
        />
        {ntfy && (
          <>
            <TextField
              label="Topic"
              required
              maxLength={64}
              pattern="[A-Za-z0-9_\-]+"
              autoComplete="off"
              value={draft.topic ?? ''}
              onChange={(event) => set({ topic: event.target.value })}
              error={field('topic')}
              hint="Letters, digits, _ and -. Without a token, whoever knows the topic reads along."
            />
            <TextField
              label="Access token"
              type="password"
              maxLength={200}
              autoComplete="off"
              value={draft.token ?? ''}
              onChange={(event) => set({ token: event.target.value })}
              error={field('token')}
              hint={
                before?.hasToken ? 'Leave it empty to keep the one there is.' : 'If the server wants one.'
              }
            />
          </>
        )}
        <fieldset className={form.choices}>
          <legend>What goes there</legend>
          {kinds.map((kind) => (
            <Checkbox
              key={kind}
              label={kindWords(kind).many}
              checked={draft.kinds.includes(kind)}
              onChange={(event) =>
                set({
                  kinds: event.target.checked
                    ? [...draft.kinds, kind]
                    : draft.kinds.filter((other) => other !== kind),
                })
              }
            />
          ))}
        </fieldset>
        {before !== null && (
          <Checkbox
            label="Switched on"
            checked={draft.enabled}
            onChange={(event) => set({ enabled: event.target.checked })}
          />
        )}
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy} disabled={draft.kinds.length === 0}>
            {before === null ? 'Add it' : 'Save'}
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function RenewDialog({
  api,
  target,
  onClose,
  onIssued,
}: {
  api: PushApi
  target: PushTarget
  onClose: () => void
  onIssued: (issued: IssuedTarget) => void
}) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`New secret for ${target.name}?`}
      confirm="Make a new secret"
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        api
          .renewSecret(target.id)
          .then(onIssued)
          .catch((error: unknown) => {
            toast({ text: plainWords(error), tone: 'bad' })
            onClose()
          })
      }}
    >
      <p>
        Messages are signed with it from now on. Your program must know it before it believes the next one.
      </p>
    </ConfirmDialog>
  )
}

function RemoveDialog({
  api,
  target,
  onClose,
  onDone,
}: {
  api: PushApi
  target: PushTarget
  onClose: () => void
  onDone: () => void
}) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`Remove ${target.name}?`}
      confirm="Remove"
      danger
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        api
          .remove(target.id)
          .then(() => toast({ text: `${target.name} is removed` }))
          .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
          .finally(() => {
            onDone()
            onClose()
          })
      }}
    >
      <p>It gets no more messages. What is still to be sent to it is not sent.</p>
    </ConfirmDialog>
  )
}

function SecretDialog({ issued, onClose }: { issued: IssuedTarget; onClose: () => void }) {
  const copy = () => {
    navigator.clipboard
      .writeText(issued.secret ?? '')
      .then(() => toast({ text: 'The secret is copied' }))
      .catch(() => toast({ text: 'Copying did not work. Select the secret and copy it.', tone: 'bad' }))
  }
  return (
    <Dialog title={`The secret of ${issued.target.name}`} onClose={onClose}>
      <Notice tone="warn">
        <strong>This is the only time you see the secret.</strong> With it your program checks that a message
        is ours: the header webhook-signature is made of id, time and body (Standard Webhooks).
      </Notice>
      <dl className={secret.secret}>
        <dt>Secret</dt>
        <dd data-secret>{issued.secret}</dd>
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
