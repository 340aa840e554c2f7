import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip, type Tone } from '../design/Chip'
import { ConfirmDialog } from '../design/Dialog'
import { Failure, Skeleton } from '../design/Notice'
import { toast } from '../design/Toasts'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { signingKeys, type KeyState, type SigningKey } from './api'
import { fate } from './keyFate'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { clientPages } from './sections'
import css from './admin.module.css'

const states: Record<KeyState, { label: string; tone: Tone }> = {
  NEXT: { label: 'Next', tone: 'blue' },
  ACTIVE: { label: 'Active', tone: 'green' },
  RETIRING: { label: 'Retiring', tone: 'amber' },
  GONE: { label: 'Gone', tone: 'neutral' },
}

const purposes: Record<SigningKey['algorithm'], string> = {
  ES256: 'access tokens, and ID tokens of clients that want ES256',
  RS256: 'ID tokens',
}

const keysKey = ['signing-keys'] as const

export function KeysPage() {
  usePageTitle('Signing keys')
  return (
    <OnlyAdmins>
      <Keys />
    </OnlyAdmins>
  )
}

function Keys() {
  const { reading } = useClock()
  const queries = useQueryClient()
  const [asking, setAsking] = useState<'rotate' | 'revoke'>()
  const [busy, setBusy] = useState(false)
  const list = useQuery({ queryKey: keysKey, queryFn: signingKeys.list, refetchInterval: 60_000 })
  const time = (at: string) => dayAndClock(at, reading)

  const act = (deed: () => Promise<unknown>, said: string) => {
    setBusy(true)
    deed()
      .then(() => toast({ text: said }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setAsking(undefined)
        void queries.invalidateQueries({ queryKey: keysKey })
      })
  }

  return (
    <div className={css.page}>
      <div className={css.head}>
        <div>
          <h1>Signing keys</h1>
          <p className="muted">
            Every token is signed with one of these. They change by themselves; nobody notices.
          </p>
        </div>
        <div className={css.buttons}>
          <Button icon="refresh" onClick={() => setAsking('rotate')}>
            Rotate now
          </Button>
          <Button look="danger" icon="ban" onClick={() => setAsking('revoke')}>
            Revoke all
          </Button>
        </div>
      </div>
      <SectionTabs label="Clients and keys" pages={clientPages} />

      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} label="Loading the keys" />}
      {list.data && (
        <div className={css.panel}>
          <table className={css.table} aria-label="Signing keys">
            <thead>
              <tr>
                <th scope="col">Key</th>
                <th scope="col">State</th>
                <th scope="col">Signs</th>
                <th scope="col">What becomes of it</th>
              </tr>
            </thead>
            <tbody>
              {list.data.items.map((key) => (
                <tr key={key.kid} data-key={key.state}>
                  <th scope="row" className={css.person}>
                    <span className={css.name}>{key.algorithm}</span>
                    <span className={`${css.second} mono`}>{key.kid}</span>
                  </th>
                  <td data-label="State">
                    <Chip tone={key.revoked ? 'red' : states[key.state].tone}>
                      {key.revoked ? 'Revoked' : states[key.state].label}
                    </Chip>
                  </td>
                  <td data-label="Signs" className={css.second}>
                    {purposes[key.algorithm]}
                  </td>
                  <td data-label="What becomes of it">{fate(key, time)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}

      {asking === 'rotate' && (
        <ConfirmDialog
          title="Rotate the signing keys now?"
          confirm="Rotate"
          busy={busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => act(signingKeys.rotate, 'New keys are published and take over in some minutes')}
        >
          <p>
            New keys are published at once and take over when everybody can know them, in about ten minutes.
            Tokens of the old keys stay good until they expire. Nobody is signed out.
          </p>
        </ConfirmDialog>
      )}
      {asking === 'revoke' && (
        <ConfirmDialog
          title="Revoke all signing keys?"
          confirm="Revoke all"
          danger
          busy={busy}
          onClose={() => setAsking(undefined)}
          onConfirm={() => act(signingKeys.revokeAll, 'All keys are revoked, and new ones sign')}
        >
          <p>
            Do this when somebody else may hold the keys. Every access token is refused within 10 seconds, and
            no ID token counts any more. Browsers and clients fetch new tokens by themselves and people stay
            signed in, but open connections break off for a moment: not in the middle of a net, unless you
            must.
          </p>
        </ConfirmDialog>
      )}
    </div>
  )
}
