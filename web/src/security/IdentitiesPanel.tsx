import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Actions, ConfirmDialog } from '../design/Dialog'
import { Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { identities, identitiesKey, useIdentities, type Identity } from './api'
import { identityName } from './identityName'
import css from './security.module.css'

/** Accounts elsewhere that let one in, beside the link by mail. */
export function IdentitiesPanel() {
  const list = useIdentities()
  const queries = useQueryClient()
  const [removing, setRemoving] = useState<Identity>()
  const [busy, setBusy] = useState(false)

  if (list.data?.items.length === 0 && list.data.offered.length === 0) return null

  const link = (provider: string) => {
    setBusy(true)
    identities
      .link(provider)
      .then(({ address }) => location.assign(address))
      .catch((error: unknown) => {
        setBusy(false)
        toast({ text: plainWords(error), tone: 'bad' })
      })
  }
  const unlink = (one: Identity) => {
    setBusy(true)
    identities
      .unlink(one.id)
      .then(() => toast({ text: `${identityName(one)} does not sign you in any more` }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setRemoving(undefined)
        void queries.invalidateQueries({ queryKey: identitiesKey })
      })
  }

  return (
    <Panel title="Sign-in with others" icon="person" flush>
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={2} label="Loading your accounts elsewhere" />}
      {list.data && (
        <>
          <p className={css.intro}>
            Whoever signs in there gets into your account here. The link by mail works besides, always.
          </p>
          {list.data.items.length > 0 && (
            <ul className={css.rows} aria-label="Accounts elsewhere">
              {list.data.items.map((one) => (
                <Row key={one.id} one={one} onRemove={() => setRemoving(one)} />
              ))}
            </ul>
          )}
          {list.data.offered.length > 0 && (
            <div className={css.foot}>
              <Actions>
                {list.data.offered.map(({ provider, name }) => (
                  <Button key={provider} small icon="plus" busy={busy} onClick={() => link(provider)}>
                    Link {name}
                  </Button>
                ))}
              </Actions>
            </div>
          )}
        </>
      )}
      {removing && (
        <ConfirmDialog
          title={`Remove ${identityName(removing)}?`}
          confirm="Remove"
          danger
          busy={busy}
          onClose={() => setRemoving(undefined)}
          onConfirm={() => unlink(removing)}
        >
          <p>It does not sign you in any more. Where you are signed in, you stay so.</p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function Row({ one, onRemove }: { one: Identity; onRemove: () => void }) {
  const { reading } = useClock()
  const now = useNow(30_000)
  return (
    <li data-identity={one.provider}>
      <div className={css.what}>
        <span className={css.name}>{one.providerName}</span>
        {one.label && <span className={css.second}>{one.label}</span>}
        <span className={css.second}>
          {one.lastUsedAt ? `Last used ${relative(one.lastUsedAt, now, reading.locale)}. ` : 'Never used. '}
          Linked <time dateTime={one.linkedAt}>{dayAndClock(one.linkedAt, reading)}</time>.
        </span>
      </div>
      <Button small icon="trash" aria-label={`Remove ${identityName(one)}`} onClick={onRemove}>
        Remove
      </Button>
    </li>
  )
}
