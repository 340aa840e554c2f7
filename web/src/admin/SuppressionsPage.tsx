import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { Chip, type Tone } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { SelectField, TextField } from '../design/Field'
import { EmptyState, Failure } from '../design/Notice'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { suppressions, type Suppression } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, useDeeds, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

const reasons: Record<Suppression['reason'], { label: string; tone: Tone }> = {
  HARD_BOUNCE: { label: 'No such mailbox', tone: 'red' },
  SOFT_BOUNCES: { label: 'Came back again and again', tone: 'amber' },
  COMPLAINT: { label: 'Reported as unwanted', tone: 'violet' },
  MANUAL: { label: 'By an administrator', tone: 'neutral' },
}

const suppressionsKey = ['suppressions'] as const

export function SuppressionsPage() {
  usePageTitle('Suppressed addresses')
  return (
    <OnlyAdmins>
      <Suppressions />
    </OnlyAdmins>
  )
}

function Suppressions() {
  const { reading } = useClock()
  const now = useNow(60_000)
  const [q, setQ] = useState('')
  const [adding, setAdding] = useState(false)
  const [removing, setRemoving] = useState<Suppression>()
  const { busy, work } = useDeeds(suppressionsKey)
  const part = q.trim() || null
  const list = usePagedList([...suppressionsKey, part], (cursor) => suppressions.list(part, cursor))

  return (
    <div className={css.page}>
      <h1>Suppressed addresses</h1>
      <SectionTabs label="Mail" pages={mailPages} />
      <p className="muted">
        No mail goes to these addresses: it would come back, or is not wanted. Who reported mail as unwanted
        still gets sign-in links.
      </p>
      <div className={css.filters} role="search">
        <div className={css.grow}>
          <TextField
            label="Address"
            type="search"
            maxLength={254}
            value={q}
            onChange={(event) => setQ(event.target.value)}
          />
        </div>
        <div className={css.beside}>
          <Button icon="plus" look="primary" onClick={() => setAdding(true)}>
            Add an address
          </Button>
        </div>
      </div>
      <PagedTable
        list={list}
        name="Suppressed addresses"
        columns={['Address', 'Reason', 'Since', 'Until', 'Commands']}
        empty={
          <EmptyState icon="check" title={part ? 'No address fits' : 'Mail goes to everybody'}>
            An address lands here when mail to it comes back, or when you add it.
          </EmptyState>
        }
      >
        {(entry) => (
          <tr key={entry.id} data-suppression={entry.address}>
            <th scope="row" className={`${css.person} ${css.address}`}>
              {entry.address}
            </th>
            <td data-label="Reason">
              <Chip tone={reasons[entry.reason].tone}>{reasons[entry.reason].label}</Chip>
              {entry.note && <span className={css.second}>{entry.note}</span>}
            </td>
            <td data-label="Since" className={css.nowrap}>
              <time dateTime={entry.createdAt} title={dayAndClock(entry.createdAt, reading)}>
                {relative(entry.createdAt, now, reading.locale)}
              </time>
            </td>
            <td data-label="Until" className={css.nowrap}>
              {entry.expiresAt ? dayAndClock(entry.expiresAt, reading) : 'for good'}
            </td>
            <td className={css.commands}>
              <Button
                small
                icon="trash"
                aria-label={`Remove ${entry.address} from the list`}
                onClick={() => setRemoving(entry)}
              >
                Remove
              </Button>
            </td>
          </tr>
        )}
      </PagedTable>
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      {removing && (
        <ConfirmDialog
          title="Send mail there again?"
          confirm="Take it off the list"
          busy={busy}
          onConfirm={() =>
            work(
              () => suppressions.remove(removing.id),
              `${removing.address} gets mail again`,
              () => setRemoving(undefined),
            )
          }
          onClose={() => setRemoving(undefined)}
        >
          <p>{removing.address} gets mail again. Mails that were held back meanwhile are not sent.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

const lives: Record<string, { label: string; days: number | null }> = {
  week: { label: 'A week', days: 7 },
  month: { label: '30 days', days: 30 },
  good: { label: 'For good', days: null },
}

function AddDialog({ onClose }: { onClose: () => void }) {
  const queries = useQueryClient()
  const now = useNow(60_000)
  const [address, setAddress] = useState('')
  const [note, setNote] = useState('')
  const [life, setLife] = useState('good')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const add = () => {
    const days = lives[life]?.days ?? null
    setBusy(true)
    setError(undefined)
    suppressions
      .add({
        address: address.trim(),
        note: note.trim() || null,
        expiresAt: days === null ? null : new Date(now.valueOf() + days * 86_400_000).toISOString(),
      })
      .then((entry) => {
        toast({ text: `${entry.address} gets no mail from now on` })
        void queries.invalidateQueries({ queryKey: suppressionsKey })
        onClose()
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }

  return (
    <Dialog title="Stop mail to an address" onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault()
          if (!busy) add()
        }}
      >
        <TextField
          label="Address"
          type="email"
          required
          maxLength={254}
          value={address}
          error={error instanceof ApiProblem ? error.field('address') : undefined}
          onChange={(event) => setAddress(event.target.value)}
        />
        <TextField
          label="Note for other administrators"
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <SelectField label="For how long" value={life} onChange={(event) => setLife(event.target.value)}>
          {Object.entries(lives).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Stop mail to it
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
