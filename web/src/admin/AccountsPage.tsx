import { useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem, plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip, type Tone } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { SelectField, TextArea, TextField } from '../design/Field'
import { EmptyState, Failure } from '../design/Notice'
import { useSettled } from '../design/settled'
import { toast } from '../design/Toasts'
import { useMe, type Role } from '../profile/api'
import { dayAndClock, instantOf, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { AccountDeeds, called } from './AccountDeeds'
import { accounts, type Account, type AccountStatus } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { peoplePages } from './sections'
import css from './admin.module.css'

const roles: { role: Role; tone: Tone; words: string }[] = [
  { role: 'USER', tone: 'neutral', words: 'watch nets, check in, chat' },
  { role: 'LOGGER', tone: 'blue', words: 'write the log of every net' },
  { role: 'NCS', tone: 'accent', words: 'create and lead nets' },
  { role: 'ADMIN', tone: 'violet', words: 'everything' },
]

const closed: Record<Exclude<AccountStatus, 'ACTIVE' | 'BANNED'>, string> = {
  DEACTIVATED: 'Deactivated',
  ERASED: 'Erased',
  MERGED: 'Merged into another',
}

export function AccountsPage() {
  usePageTitle('Accounts')
  return (
    <OnlyAdmins>
      <Accounts />
    </OnlyAdmins>
  )
}

interface Asking {
  what: 'role' | 'ban' | 'unban' | 'more'
  account: Account
}

function Accounts() {
  const { reading } = useClock()
  const { data: me } = useMe()
  const now = useNow(30_000)
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const q = useSettled(text.trim(), 250)
  const [role, setRole] = useState<Role | null>(null)
  const [status, setStatus] = useState<AccountStatus | null>(null)
  const [asking, setAsking] = useState<Asking>()

  const list = usePagedList(['accounts', q, role, status], (cursor) =>
    accounts.list({ q: q || null, role, status }, cursor),
  )

  const done = (text: string) => {
    setAsking(undefined)
    toast({ text })
    void queries.invalidateQueries({ queryKey: ['accounts'] })
  }

  return (
    <div className={css.page}>
      <h1>Accounts</h1>
      <SectionTabs label="People" pages={peoplePages} />
      <div className={css.filters} role="search">
        <div className={css.grow}>
          <TextField
            label="Name, callsign or e-mail"
            type="search"
            maxLength={254}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
        <SelectField
          label="Role"
          value={role ?? ''}
          onChange={(event) => setRole((event.target.value || null) as Role | null)}
        >
          <option value="">All roles</option>
          {roles.map(({ role: one }) => (
            <option key={one}>{one}</option>
          ))}
        </SelectField>
        <SelectField
          label="Status"
          value={status ?? ''}
          onChange={(event) => setStatus((event.target.value || null) as AccountStatus | null)}
        >
          <option value="">All</option>
          <option value="ACTIVE">Active</option>
          <option value="BANNED">Banned</option>
          <option value="DEACTIVATED">Deactivated</option>
          <option value="ERASED">Erased</option>
          <option value="MERGED">Merged</option>
        </SelectField>
      </div>

      <PagedTable
        list={list}
        name="Accounts"
        columns={['Person', 'Role', 'Status', 'Last seen', 'Commands']}
        empty={
          <EmptyState icon="people" title="No account fits">
            Accounts come into being when people sign in for the first time.
          </EmptyState>
        }
        more="Show more"
      >
        {(account) => {
          const own = account.id === me?.id
          const gone = account.status === 'ERASED' || account.status === 'MERGED'
          return (
            <tr key={account.id} data-account={account.email}>
              <th scope="row" className={css.person}>
                <span className={css.name}>
                  {account.callsign && <span className="mono">{account.callsign}</span>}{' '}
                  {account.name || <span className="muted">No name yet</span>}
                  {own && <Chip tone="accent">you</Chip>}
                </span>
                <span className={css.second}>{account.email}</span>
              </th>
              <td data-label="Role">
                <Chip tone={roles.find((one) => one.role === account.role)?.tone ?? 'neutral'}>
                  {account.role}
                </Chip>
              </td>
              <td data-label="Status">
                {account.status === 'ACTIVE' ? (
                  <Chip tone="green" icon="check">
                    Active
                  </Chip>
                ) : account.status !== 'BANNED' ? (
                  <>
                    <Chip>{closed[account.status]}</Chip>
                    {account.status === 'DEACTIVATED' && (
                      <span className={css.second}>{account.banReason}</span>
                    )}
                  </>
                ) : (
                  <>
                    <Chip tone="red" icon="ban">
                      Banned
                    </Chip>
                    {account.banUntil && (
                      <span className={css.second}>until {dayAndClock(account.banUntil, reading)}</span>
                    )}
                    {account.banReason && <span className={css.second}>{account.banReason}</span>}
                  </>
                )}
              </td>
              <td data-label="Last seen" className={css.nowrap}>
                {account.lastSeenAt ? (
                  <time dateTime={account.lastSeenAt} title={dayAndClock(account.lastSeenAt, reading)}>
                    {relative(account.lastSeenAt, now, reading.locale)}
                  </time>
                ) : (
                  'Never'
                )}
              </td>
              <td className={css.commands}>
                <Button
                  small
                  icon="shield"
                  disabled={gone}
                  aria-label={`Change the role of ${account.email}`}
                  onClick={() => setAsking({ what: 'role', account })}
                >
                  Role
                </Button>
                {account.status !== 'BANNED' ? (
                  <Button
                    small
                    icon="ban"
                    disabled={own || gone}
                    aria-label={`Ban ${account.email}`}
                    onClick={() => setAsking({ what: 'ban', account })}
                  >
                    Ban
                  </Button>
                ) : (
                  <Button
                    small
                    icon="undo"
                    aria-label={`Lift ban of ${account.email}`}
                    onClick={() => setAsking({ what: 'unban', account })}
                  >
                    Lift ban
                  </Button>
                )}
                <Button
                  small
                  disabled={own || gone}
                  aria-label={`More about ${account.email}`}
                  onClick={() => setAsking({ what: 'more', account })}
                >
                  More
                </Button>
              </td>
            </tr>
          )
        }}
      </PagedTable>

      {asking?.what === 'role' && (
        <RoleDialog account={asking.account} onDone={done} onClose={() => setAsking(undefined)} />
      )}
      {asking?.what === 'ban' && (
        <BanDialog account={asking.account} onDone={done} onClose={() => setAsking(undefined)} />
      )}
      {asking?.what === 'more' && (
        <AccountDeeds account={asking.account} onDone={done} onClose={() => setAsking(undefined)} />
      )}
      {asking?.what === 'unban' && (
        <UnbanDialog account={asking.account} onDone={done} onClose={() => setAsking(undefined)} />
      )}
    </div>
  )
}

interface Asked {
  account: Account
  onDone: (text: string) => void
  onClose: () => void
}

function RoleDialog({ account, onDone, onClose }: Asked) {
  const queries = useQueryClient()
  const [role, setRole] = useState(account.role)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    accounts
      .setRole(account, role)
      .then(() => onDone(`${called(account)} is now ${role}`))
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
        if (failure instanceof ApiProblem && failure.status === 412) {
          void queries.invalidateQueries({ queryKey: ['accounts'] })
        }
      })
  }
  return (
    <Dialog title={`Role of ${called(account)}`} onClose={onClose}>
      <form onSubmit={save} className={css.form}>
        <fieldset className={css.roles}>
          <legend className="visually-hidden">Role</legend>
          {roles.map(({ role: one, words }) => (
            <label key={one} htmlFor={`role-${one}`}>
              <input
                id={`role-${one}`}
                type="radio"
                name="role"
                value={one}
                checked={role === one}
                onChange={() => setRole(one)}
              />
              <span>
                <strong>{one}</strong>
                <span className={css.second}>May {words}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <p className="muted small">
          Each role includes those above it. The change takes effect everywhere within 10 seconds.
        </p>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy} disabled={role === account.role}>
            Set role
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function BanDialog({ account, onDone, onClose }: Asked) {
  const { own } = useClock()
  const [reason, setReason] = useState('')
  const [until, setUntil] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const field = (of: string) => (error instanceof ApiProblem ? error.field(of) : undefined)
  const save = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    accounts
      .ban(account.id, reason.trim(), until ? instantOf(until, own.zone) : null)
      .then(() => onDone(`${called(account)} is banned`))
      .catch((failure: unknown) => {
        setBusy(false)
        setError(failure)
      })
  }
  return (
    <Dialog title={`Ban ${called(account)}?`} onClose={onClose}>
      <form onSubmit={save} className={css.form}>
        <p className="muted">
          All sessions of <strong>{account.email}</strong> end within 10 seconds, open nets included. What
          they logged stays.
        </p>
        <TextArea
          label="Reason"
          required
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={field('reason')}
          hint="The person is shown this."
        />
        <TextField
          label="Until (empty: without end)"
          type="datetime-local"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
          error={field('until')}
          hint={`In ${own.zone}`}
        />
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="danger" busy={busy}>
            Ban
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}

function UnbanDialog({ account, onDone, onClose }: Asked) {
  const [busy, setBusy] = useState(false)
  return (
    <ConfirmDialog
      title={`Lift the ban of ${called(account)}?`}
      confirm="Lift ban"
      busy={busy}
      onClose={onClose}
      onConfirm={() => {
        setBusy(true)
        accounts
          .unban(account.id)
          .then(() => onDone(`The ban of ${called(account)} is lifted`))
          .catch((error: unknown) => {
            setBusy(false)
            toast({ text: plainWords(error), tone: 'bad' })
          })
      }}
    >
      <p>They can sign in again at once, with the role {account.role}.</p>
      {account.banReason && <p>The reason was: {account.banReason}</p>}
    </ConfirmDialog>
  )
}
