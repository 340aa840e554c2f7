import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { Chip, type Tone } from '../design/Chip'
import { Actions, ConfirmDialog, Dialog } from '../design/Dialog'
import { SelectField, TextField } from '../design/Field'
import { EmptyState, Failure, Notice } from '../design/Notice'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { invitations, type Invitation, type InvitationStatus, type RegistrationMode } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, useDeeds, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { peoplePages } from './sections'
import css from './admin.module.css'

const statuses: Record<InvitationStatus, { label: string; tone: Tone }> = {
  PENDING: { label: 'Waits', tone: 'blue' },
  ACCEPTED: { label: 'Accepted', tone: 'green' },
  REVOKED: { label: 'Taken back', tone: 'neutral' },
  EXPIRED: { label: 'Over', tone: 'amber' },
}

const invitationsKey = ['invitations'] as const

const modes: Record<RegistrationMode, string> = {
  OPEN: 'Registration is open: whoever owns a mailbox can make an account, invited or not.',
  INVITATION: 'New accounts need an invitation.',
  CLOSED: 'Registration is closed: nobody can make an account, and invitations cannot be accepted.',
}

export function InvitationsPage() {
  usePageTitle('Invitations')
  return (
    <OnlyAdmins>
      <Invitations />
    </OnlyAdmins>
  )
}

function Invitations() {
  const { reading } = useClock()
  const now = useNow(30_000)
  const [status, setStatus] = useState<InvitationStatus | null>(null)
  const [inviting, setInviting] = useState(false)
  const [revoking, setRevoking] = useState<Invitation>()
  const { busy, work } = useDeeds(invitationsKey)
  const registration = useQuery({ queryKey: ['registration'], queryFn: invitations.registration })
  const list = usePagedList([...invitationsKey, status], (cursor) => invitations.list(status, cursor))
  const closed = registration.data?.mode === 'CLOSED'

  return (
    <div className={css.page}>
      <h1>Invitations</h1>
      <SectionTabs label="People" pages={peoplePages} />
      {registration.data && <Notice tone={closed ? 'warn' : 'info'}>{modes[registration.data.mode]}</Notice>}
      <div className={css.filters} role="search">
        <SelectField
          label="Status"
          value={status ?? ''}
          onChange={(event) => setStatus((event.target.value || null) as InvitationStatus | null)}
        >
          <option value="">All</option>
          {(Object.keys(statuses) as InvitationStatus[]).map((one) => (
            <option key={one} value={one}>
              {statuses[one].label}
            </option>
          ))}
        </SelectField>
        <div className={css.beside}>
          <Button icon="plus" look="primary" disabled={closed} onClick={() => setInviting(true)}>
            Invite somebody
          </Button>
        </div>
      </div>
      <PagedTable
        list={list}
        name="Invitations"
        columns={['Address', 'Status', 'Sent', 'Until', 'Commands']}
        empty={
          <EmptyState icon="mail" title={status ? 'No invitation fits' : 'Nobody is invited yet'}>
            Whoever you invite gets a mail with a link, and makes an account by signing in.
          </EmptyState>
        }
      >
        {(one) => (
          <tr key={one.id} data-invitation={one.email}>
            <th scope="row" className={`${css.person} ${css.address}`}>
              {one.email}
              {one.inviter && <span className={css.second}>by {one.inviter}</span>}
            </th>
            <td data-label="Status">
              <Chip tone={statuses[one.status].tone}>{statuses[one.status].label}</Chip>
              {one.acceptedAt && <span className={css.second}>{dayAndClock(one.acceptedAt, reading)}</span>}
            </td>
            <td data-label="Sent" className={css.nowrap}>
              <time dateTime={one.sentAt} title={dayAndClock(one.sentAt, reading)}>
                {relative(one.sentAt, now, reading.locale)}
              </time>
            </td>
            <td data-label="Until" className={css.nowrap}>
              {one.status === 'PENDING' || one.status === 'EXPIRED'
                ? dayAndClock(one.expiresAt, reading)
                : '–'}
            </td>
            <td className={css.commands}>
              {(one.status === 'PENDING' || one.status === 'EXPIRED') && (
                <>
                  <Button
                    small
                    icon="mail"
                    disabled={busy || closed}
                    aria-label={`Send again: the invitation of ${one.email}`}
                    onClick={() => work(() => invitations.resend(one.id), `Sent to ${one.email} again`)}
                  >
                    Send again
                  </Button>
                  <Button
                    small
                    icon="trash"
                    aria-label={`Take back the invitation of ${one.email}`}
                    onClick={() => setRevoking(one)}
                  >
                    Take back
                  </Button>
                </>
              )}
            </td>
          </tr>
        )}
      </PagedTable>
      {inviting && (
        <InviteDialog days={registration.data?.invitationDays ?? 7} onClose={() => setInviting(false)} />
      )}
      {revoking && (
        <ConfirmDialog
          title="Take the invitation back?"
          confirm="Take back"
          busy={busy}
          onConfirm={() =>
            work(
              () => invitations.revoke(revoking.id),
              `${revoking.email} is not invited any more`,
              () => setRevoking(undefined),
            )
          }
          onClose={() => setRevoking(undefined)}
        >
          <p>The link in the mail to {revoking.email} stops working at once.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}

function InviteDialog({ days, onClose }: { days: number; onClose: () => void }) {
  const queries = useQueryClient()
  const [email, setEmail] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setError(undefined)
    invitations
      .create(email.trim())
      .then((sent) => {
        toast({ text: `An invitation is on its way to ${sent.email}` })
        void queries.invalidateQueries({ queryKey: invitationsKey })
        onClose()
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form className={css.form} onSubmit={send}>
        <TextField
          label="E-mail address"
          type="email"
          required
          maxLength={254}
          value={email}
          error={error instanceof ApiProblem ? error.field('email') : undefined}
          hint={`The link in the mail works for ${days} days.`}
          onChange={(event) => setEmail(event.target.value)}
        />
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" look="primary" busy={busy}>
            Send invitation
          </Button>
        </Actions>
      </form>
    </Dialog>
  )
}
