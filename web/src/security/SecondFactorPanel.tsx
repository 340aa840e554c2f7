import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { TextField } from '../design/Field'
import { Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { session } from '../session/browser'
import { day } from '../time/format'
import { useClock } from '../time/reading'
import { factorKey, secondFactor, sessionsKey, useSecondFactor, type SetUp } from './api'
import css from './security.module.css'

type Asking =
  { what: 'set-up'; setUp: SetUp } | { what: 'codes'; codes: string[] } | { what: 'remove' | 'renew' }

/** The second factor: an authenticator, and recovery codes for the day on which it is lost. */
export function SecondFactorPanel() {
  const factor = useSecondFactor()
  const { reading } = useClock()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const [busy, setBusy] = useState(false)
  const close = () => setAsking(undefined)
  const changed = () => {
    // The access token says whether there is a factor: a new one says it rightly.
    void session.refresh().catch(() => undefined)
    void queries.invalidateQueries({ queryKey: factorKey })
    void queries.invalidateQueries({ queryKey: sessionsKey })
  }
  const codes = (codes: string[]) => {
    changed()
    setAsking({ what: 'codes', codes })
  }
  const attempt = <T,>(deed: () => Promise<T>, then: (result: T) => void) => {
    setBusy(true)
    deed()
      .then(then)
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }

  return (
    <Panel
      title="Second factor"
      icon="shield"
      side={
        factor.data &&
        (factor.data.since ? (
          <Chip tone="green" icon="check">
            on
          </Chip>
        ) : (
          <Chip>off</Chip>
        ))
      }
    >
      {factor.error && <Failure error={factor.error} retry={() => void factor.refetch()} />}
      {factor.isPending && <Skeleton lines={2} label="Loading your second factor" />}
      {factor.data && !factor.data.since && (
        <div className={css.form}>
          <p className="muted">
            With a second factor nobody gets in by your mailbox alone: signing in then also takes a code from
            an authenticator on your telephone.
          </p>
          <Actions>
            <Button
              look="primary"
              icon="plus"
              busy={busy}
              onClick={() => attempt(secondFactor.prepare, (setUp) => setAsking({ what: 'set-up', setUp }))}
            >
              Set up an authenticator
            </Button>
          </Actions>
        </div>
      )}
      {factor.data?.since && (
        <div className={css.form}>
          <p className="muted">
            Signing in takes a code of your authenticator, since {day(factor.data.since, reading)}. You have{' '}
            {factor.data.recoveryCodesLeft} of 10 recovery codes left.
          </p>
          {factor.data.recoveryCodesLeft < 3 && (
            <Notice tone="warn">Make new recovery codes before the last ones are used up.</Notice>
          )}
          <Actions>
            <Button icon="refresh" onClick={() => setAsking({ what: 'renew' })}>
              New recovery codes
            </Button>
            <Button icon="trash" onClick={() => setAsking({ what: 'remove' })}>
              Remove
            </Button>
          </Actions>
        </div>
      )}
      {asking?.what === 'set-up' && <SetUpDialog setUp={asking.setUp} onClose={close} onDone={codes} />}
      {asking?.what === 'codes' && <CodesDialog codes={asking.codes} onClose={close} />}
      {asking?.what === 'renew' && (
        <ConfirmDialog
          title="Make new recovery codes?"
          confirm="Make new codes"
          busy={busy}
          onClose={close}
          onConfirm={() => attempt(secondFactor.renewCodes, (renewed) => codes(renewed.codes))}
        >
          <p>The present ones will be good for nothing. All other browsers are signed out.</p>
        </ConfirmDialog>
      )}
      {asking?.what === 'remove' && (
        <ConfirmDialog
          title="Remove the second factor?"
          confirm="Remove"
          danger
          busy={busy}
          onClose={close}
          onConfirm={() =>
            attempt(secondFactor.remove, () => {
              changed()
              close()
              toast({ text: 'The second factor is removed' })
            })
          }
        >
          <p>Your mailbox alone will be enough to sign in again. All other browsers are signed out.</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function SetUpDialog({
  setUp,
  onClose,
  onDone,
}: {
  setUp: SetUp
  onClose: () => void
  onDone: (codes: string[]) => void
}) {
  const [code, setCode] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const wrong = error instanceof ApiProblem && error.code === 'wrong-code'
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    secondFactor
      .confirm(code)
      .then(({ codes }) => onDone(codes))
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  const { size, path } = setUp.picture
  return (
    <Dialog title="Set up an authenticator" onClose={onClose}>
      <form onSubmit={save} className={css.form} aria-label="Set up an authenticator">
        <p>1. Let your authenticator look at this picture, or type the secret into it.</p>
        <svg
          className={css.qr}
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label="QR code with the secret; the same secret stands below"
          shapeRendering="crispEdges"
        >
          <rect width={size} height={size} fill="#fff" />
          <path d={path} fill="#000" />
        </svg>
        <dl className={css.secret}>
          <dt>Secret</dt>
          <dd data-totp-secret={setUp.secret}>{setUp.secret.match(/.{4}/g)?.join(' ')}</dd>
        </dl>
        <TextField
          label="2. Type the code it shows"
          required
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          error={wrong ? plainWords(error) : undefined}
        />
        {error !== undefined && !wrong && <Failure error={error} />}
        <p className="muted small">All other browsers will be signed out.</p>
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Turn on
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function CodesDialog({ codes, onClose }: { codes: string[]; onClose: () => void }) {
  const copy = () => {
    navigator.clipboard
      .writeText(codes.join('\n'))
      .then(() => toast({ text: 'The codes are copied' }))
      .catch(() => toast({ text: 'Copying did not work. Select the codes and copy them.', tone: 'bad' }))
  }
  return (
    <Dialog title="Your recovery codes" onClose={onClose}>
      <Notice tone="warn">
        <strong>This is the only time you see them.</strong> Write them down and keep them apart from your
        telephone. Each works once, when the authenticator is lost.
      </Notice>
      <ol className={css.codes} data-recovery-codes>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Actions>
        <Button icon="document" onClick={copy}>
          Copy the codes
        </Button>
        <Button look="primary" onClick={onClose}>
          I have kept them
        </Button>
      </Actions>
    </Dialog>
  )
}
