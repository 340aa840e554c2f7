import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { ConfirmDialog } from '../design/Dialog'
import { EmptyState, Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { consents, consentsKey, useConsents, type Consent } from './api'
import { consentWords } from './consentWords'
import css from './security.module.css'

/** Programs of others that one has let in, and the way to show them out. */
export function ConsentsPanel() {
  const list = useConsents()
  const { reading } = useClock()
  const queries = useQueryClient()
  const [withdrawing, setWithdrawing] = useState<Consent>()
  const [busy, setBusy] = useState(false)

  const withdraw = (consent: Consent) => {
    setBusy(true)
    consents
      .withdraw(consent.clientId)
      .then(() => toast({ text: `${consent.clientName} may no longer use your account` }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setWithdrawing(undefined)
        void queries.invalidateQueries({ queryKey: consentsKey })
      })
  }

  return (
    <Panel title="Applications that may use your account" icon="shield" flush>
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={2} label="Loading the applications" />}
      {list.data?.items.length === 0 && (
        <EmptyState icon="shield" title="No applications">
          When you sign in to another program with your account here, you find it in this place.
        </EmptyState>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className={css.rows} aria-label="Applications">
          {list.data.items.map((one) => (
            <li key={one.clientId} data-consent={one.clientName}>
              <div className={css.what}>
                <span className={css.name}>{one.clientName}</span>
                <span className={css.second}>May {consentWords(one.scopes)}.</span>
                <span className={css.second}>
                  You agreed on <time dateTime={one.givenAt}>{dayAndClock(one.givenAt, reading)}</time>.
                </span>
              </div>
              <Button
                small
                icon="ban"
                aria-label={`Withdraw what ${one.clientName} may do`}
                onClick={() => setWithdrawing(one)}
              >
                Withdraw
              </Button>
            </li>
          ))}
        </ul>
      )}
      {withdrawing && (
        <ConfirmDialog
          title={`Withdraw your consent for ${withdrawing.clientName}?`}
          confirm="Withdraw"
          danger
          busy={busy}
          onClose={() => setWithdrawing(undefined)}
          onConfirm={() => withdraw(withdrawing)}
        >
          <p>
            It loses access to your account within 10 seconds. What it has learned already it may keep; ask
            its owner about that. It can ask you again when you sign in to it.
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}
