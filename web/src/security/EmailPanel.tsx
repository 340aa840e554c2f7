import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Actions, Dialog } from '../design/Dialog'
import { TextField } from '../design/Field'
import { Failure, Notice } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { useMe } from '../profile/api'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { emailChange, emailChangeKey, useEmailChange } from './api'
import css from './security.module.css'

/** The address one signs in with, and the way to another. */
export function EmailPanel() {
  const { data: me } = useMe()
  const { data: change } = useEmailChange()
  const { reading } = useClock()
  const queries = useQueryClient()
  const [changing, setChanging] = useState(false)
  const [busy, setBusy] = useState(false)

  const cancel = () => {
    setBusy(true)
    emailChange
      .cancel()
      .then(() => toast({ text: 'Your address stays as it is' }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        void queries.invalidateQueries({ queryKey: emailChangeKey })
      })
  }

  return (
    <Panel
      title="E-mail address"
      icon="mail"
      flush
      side={
        <Button small icon="pencil" onClick={() => setChanging(true)}>
          Change
        </Button>
      }
    >
      <p className={css.intro}>
        You sign in with <strong className={css.mail}>{me?.email}</strong>. Links and notices about your
        account go there.
      </p>
      {change?.email && change.expiresAt && (
        <div className={css.inset}>
          <Notice
            action={
              <Button small busy={busy} onClick={cancel}>
                Keep my address
              </Button>
            }
          >
            <strong>Look into the mailbox of {change.email}.</strong> Your address changes when you press the
            button behind the link there, until {dayAndClock(change.expiresAt, reading)}.
          </Notice>
        </div>
      )}
      {changing && <ChangeDialog onClose={() => setChanging(false)} />}
    </Panel>
  )
}

function ChangeDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(undefined)
    emailChange
      .ask(email.trim())
      .then((change) => {
        toast({ text: `A link is on its way to ${change.email ?? email}` })
        void queries.invalidateQueries({ queryKey: emailChangeKey })
        onClose()
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title={'Change your e\u2011mail address'} onClose={onClose}>
      <form className={css.form} onSubmit={send}>
        <p className="muted">
          We send a link to the new address. Your present address is told of the change and can undo it for
          some days.
        </p>
        <TextField
          label="New e-mail address"
          type="email"
          autoComplete="email"
          required
          maxLength={254}
          value={email}
          error={error instanceof ApiProblem ? error.field('email') : undefined}
          onChange={(event) => setEmail(event.target.value)}
        />
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Send link
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
