import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plainWords } from '../api/problem'
import { saveFile } from '../api/saveFile'
import { Button } from '../design/Button'
import { Actions, ConfirmDialog } from '../design/Dialog'
import { Failure, Notice } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { erasureKey, leaving, useErasure } from './api'
import css from './security.module.css'

type Asking = 'rest' | 'erasure'

/** What one can take along, and the ways to leave. */
export function LeavingPanel() {
  const erasure = useErasure()
  const { reading } = useClock()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<Asking>()
  const [busy, setBusy] = useState<Asking | 'export' | 'keep'>()
  const [error, setError] = useState<unknown>()
  const dueAt = erasure.data?.dueAt

  const attempt = (what: Asking | 'export' | 'keep', deed: () => Promise<unknown>, then?: () => void) => {
    setBusy(what)
    setError(undefined)
    deed()
      .then(then)
      .catch((failure: unknown) => {
        if (what === 'rest' || what === 'erasure') setError(failure)
        else toast({ text: plainWords(failure), tone: 'bad' })
      })
      .finally(() => setBusy(undefined))
  }
  const ask = (what: Asking | undefined) => {
    setError(undefined)
    setAsking(what)
  }
  const look = () => {
    ask(undefined)
    void queries.invalidateQueries({ queryKey: erasureKey })
  }

  return (
    <Panel title="Your data and your account" icon="person">
      <div className={css.form}>
        {erasure.error && <Failure error={erasure.error} retry={() => void erasure.refetch()} />}
        {dueAt && (
          <Notice
            tone="warn"
            action={
              <Button
                small
                busy={busy === 'keep'}
                onClick={() =>
                  attempt('keep', leaving.keep, () => {
                    look()
                    toast({ text: 'Your account stays' })
                  })
                }
              >
                Keep my account
              </Button>
            }
          >
            <strong>Your account will be erased</strong> after {dayAndClock(dueAt, reading)}. Until then
            everything works as before.
          </Notice>
        )}
        <p className="muted">
          A file with all that is kept about your account, without secrets: profile, sessions, keys, consents
          and history.
        </p>
        <Actions>
          <Button
            icon="download"
            busy={busy === 'export'}
            onClick={() =>
              attempt('export', async () => saveFile(await leaving.export(), 'ect-account.json'))
            }
          >
            Download my data
          </Button>
          <Button icon="pause" onClick={() => ask('rest')}>
            Deactivate
          </Button>
          {!dueAt && (
            <Button icon="trash" onClick={() => ask('erasure')}>
              Erase my account
            </Button>
          )}
        </Actions>
      </div>
      {asking === 'rest' && (
        <ConfirmDialog
          title="Deactivate your account?"
          confirm="Deactivate"
          danger
          busy={busy === 'rest'}
          error={error !== undefined && <Failure error={error} />}
          onClose={() => ask(undefined)}
          onConfirm={() => attempt('rest', leaving.rest, () => location.assign('/'))}
        >
          <p>
            You are signed out everywhere, and nobody signs in until an administrator activates the account
            again. Nothing is deleted.
          </p>
        </ConfirmDialog>
      )}
      {asking === 'erasure' && (
        <ConfirmDialog
          title="Erase your account?"
          confirm="Erase my account"
          danger
          busy={busy === 'erasure'}
          error={error !== undefined && <Failure error={error} />}
          onClose={() => ask(undefined)}
          onConfirm={() => attempt('erasure', leaving.erase, look)}
        >
          <p>
            After some days your address, name, callsign, sessions, keys and consents are deleted. Until then
            you can take it back here.
          </p>
          <p>
            Logs of nets keep the callsigns that were logged, as the law on radio logs wants, and the audit
            trail keeps what was done.
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
