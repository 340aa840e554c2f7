import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { ConfirmDialog } from '../design/Dialog'
import { Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { sessionsKey, signIns, useSignIns, type SignIn } from './api'
import css from './security.module.css'

/** Where one is signed in, and the way to end what one does not know. */
export function SessionsPanel() {
  const list = useSignIns()
  const queries = useQueryClient()
  const [ending, setEnding] = useState<SignIn>()
  const [endingAll, setEndingAll] = useState(false)
  const [busy, setBusy] = useState(false)
  const others = list.data?.items.filter(({ current }) => !current) ?? []

  const end = (deed: () => Promise<unknown>, said: string) => {
    setBusy(true)
    deed()
      .then(() => toast({ text: said }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setEnding(undefined)
        setEndingAll(false)
        void queries.invalidateQueries({ queryKey: sessionsKey })
      })
  }

  return (
    <Panel
      title="Sessions"
      icon="people"
      flush
      side={
        others.length > 0 && (
          <Button small icon="out" onClick={() => setEndingAll(true)}>
            Sign out all others
          </Button>
        )
      }
    >
      {list.error && (
        <div className={css.inset}>
          <Failure error={list.error} retry={() => void list.refetch()} />
        </div>
      )}
      {list.isPending && <Skeleton lines={3} label="Loading your sessions" />}
      {list.data && (
        <ul className={css.rows} aria-label="Sessions">
          {list.data.items.map((one) => (
            <Row key={one.id} one={one} onEnd={() => setEnding(one)} />
          ))}
        </ul>
      )}
      {ending && (
        <ConfirmDialog
          title={`Sign out ${ending.device}?`}
          confirm="Sign out"
          busy={busy}
          onClose={() => setEnding(undefined)}
          onConfirm={() => end(() => signIns.end(ending.id), `${ending.device} is signed out`)}
        >
          <p>It loses access within 10 seconds, open nets included.</p>
        </ConfirmDialog>
      )}
      {endingAll && (
        <ConfirmDialog
          title="Sign out everywhere else?"
          confirm="Sign out everywhere else"
          busy={busy}
          onClose={() => setEndingAll(false)}
          onConfirm={() => end(signIns.endOthers, 'Only this browser is signed in now')}
        >
          <p>
            All other browsers lose access within 10 seconds, open nets included. API keys are not affected.
          </p>
        </ConfirmDialog>
      )}
    </Panel>
  )
}

function Row({ one, onEnd }: { one: SignIn; onEnd: () => void }) {
  const { reading } = useClock()
  const now = useNow(30_000)
  return (
    <li data-session={one.id}>
      <div className={css.what}>
        <span className={css.name}>
          {one.device}
          {one.current && <Chip tone="accent">this browser</Chip>}
          {one.method === 'BREAK_GLASS' && (
            <Chip tone="red" icon="shield">
              break-glass code
            </Chip>
          )}
          {one.method === 'PASSKEY' && <Chip>passkey</Chip>}
        </span>
        <span className={css.second}>
          Last used{' '}
          <time dateTime={one.lastUsedAt} title={dayAndClock(one.lastUsedAt, reading)}>
            {relative(one.lastUsedAt, now, reading.locale)}
          </time>{' '}
          from {one.address}. Signed in{' '}
          <time dateTime={one.createdAt}>{dayAndClock(one.createdAt, reading)}</time>.
        </span>
      </div>
      {!one.current && (
        <Button small icon="out" aria-label={`Sign out ${one.device} at ${one.address}`} onClick={onEnd}>
          Sign out
        </Button>
      )}
    </li>
  )
}
