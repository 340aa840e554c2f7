import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Notice } from '../design/Notice'
import { toast } from '../design/Toasts'
import { relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { lanes, type Lane } from './api'

const names: Record<Lane['lane'], string> = {
  URGENT: 'Sign-in and other urgent mail',
  BULK: 'Mailings',
  PUSH: 'Webhooks and ntfy',
}

const faults: Record<string, { what: string; todo: string }> = {
  unreachable: {
    what: 'the mail relay cannot be reached, or takes no mail at the moment',
    todo: 'Nothing is lost: sending goes on by itself when the relay is back.',
  },
  'login-refused': {
    what: 'the mail relay refuses our user name or password',
    todo: 'Correct ECT_SMTP_USERNAME and ECT_SMTP_PASSWORD and restart notification-service. Nothing is lost meanwhile.',
  },
  untrusted: {
    what: 'the mail relay offers no TLS, or shows a certificate that is not trusted or names another host',
    todo: 'Check ECT_SMTP_HOST and ECT_SMTP_CA_FILE. No password and no mail was told to it.',
  },
  'sender-refused': {
    what: 'the mail relay does not let us send from our address',
    todo: 'Check ECT_MAIL_FROM, or allow the address at the relay. Nothing is lost meanwhile.',
  },
}

/** Says which lanes stand still, why, and what to do. Nothing is shown while all is well. */
export function LaneNotices() {
  const { reading } = useClock()
  const now = useNow(5_000)
  const queries = useQueryClient()
  const [busy, setBusy] = useState<Lane['lane']>()
  const list = useQuery({ queryKey: ['lanes'], queryFn: lanes.list, refetchInterval: 5_000 })

  const open = (lane: Lane['lane']) => {
    setBusy(lane)
    lanes
      .open(lane)
      .then((after) => {
        queries.setQueryData(['lanes'], after)
        toast({ text: 'The relay is tried again' })
      })
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(undefined))
  }

  return (list.data ?? [])
    .filter(({ paused }) => paused)
    .map(({ lane, fault, reason, pausedUntil, waiting }) => {
      const known = fault === null ? undefined : faults[fault]
      return (
        <Notice
          key={lane}
          tone="bad"
          action={
            <Button small icon="refresh" busy={busy === lane} onClick={() => open(lane)}>
              Try now
            </Button>
          }
        >
          <p>
            <strong>{names[lane]} stand still:</strong> {known?.what ?? fault}. {waiting} waiting
            {pausedUntil && <>, tried again {relative(pausedUntil, now, reading.locale)}</>}.
          </p>
          {reason && <p className="small">{reason}</p>}
          {known && <p className="small">{known.todo}</p>}
        </Notice>
      )
    })
}
