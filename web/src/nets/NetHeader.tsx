import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Net } from '../api/model'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { ConfirmDialog, Dialog } from '../design/Dialog'
import { Icon } from '../design/Icon'
import { Failure } from '../design/Notice'
import { toast } from '../design/Toasts'
import type { ConnectionState } from '../live/LiveConnection'
import type { Counts } from '../live/netState'
import { dayAndClock, elapsed } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { nets, type NetStep } from './api'
import { ExportMenu } from './ExportMenu'
import { NetForm } from './NetForm'
import type { NetFile } from './NetFile'
import { frequencyLabel, isOver, netStatus, personLabel } from './words'
import css from './NetHeader.module.css'

export function NetHeader({
  file,
  net,
  counts,
  connection,
  onHelp,
}: {
  file: NetFile
  net: Net
  counts: Counts
  connection: ConnectionState
  onHelp: () => void
}) {
  const { label, icon, tone } = netStatus[net.status]
  const control = net.roles.filter(({ role }) => role === 'NCS')
  return (
    <header className={css.header}>
      <div className={css.top}>
        <div className={css.title}>
          <h1>{net.name}</h1>
          <Chip tone={tone} icon={icon} pulse={net.status === 'ACTIVE'}>
            {label}
          </Chip>
          <ConnectionBadge state={connection} file={file} />
        </div>
        <Commands file={file} net={net} counts={counts} onHelp={onHelp} />
      </div>
      {net.description && <p className={css.description}>{net.description}</p>}
      <dl className={css.facts}>
        <NetClock net={net} />
        <div className={css.fact}>
          <dt>Stations</dt>
          <dd className={css.figure}>{counts.stations}</dd>
        </div>
        <div className={css.fact}>
          <dt>On the net</dt>
          <dd className={css.figure}>{counts.live}</dd>
        </div>
        {counts.traffic > 0 && (
          <div className={`${css.fact} ${css.traffic}`}>
            <dt>With traffic</dt>
            <dd className={css.figure}>
              <Icon name="flag" size={16} /> {counts.traffic}
            </dd>
          </div>
        )}
        <div className={css.fact}>
          <dt>Re-checks</dt>
          <dd className={css.figure}>{counts.rechecks}</dd>
        </div>
        <div className={css.fact}>
          <dt>Net control</dt>
          <dd>{control.length > 0 ? control.map(personLabel).join(', ') : 'None'}</dd>
        </div>
        {net.frequencies.length > 0 && (
          <div className={css.fact}>
            <dt>{net.frequencies.length === 1 ? 'Frequency' : 'Frequencies'}</dt>
            <dd className={css.frequencies}>
              {net.frequencies.map((frequency) => (
                <span key={frequency.id} className={css.frequency} title={frequency.description ?? undefined}>
                  {frequencyLabel(frequency)}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
    </header>
  )
}

function NetClock({ net }: { net: Net }) {
  const now = useNow(1_000)
  const { reading } = useClock()
  if (net.startedAt) {
    const end = net.closedAt ? Date.parse(net.closedAt) : now.getTime()
    return (
      <div className={css.fact}>
        <dt>{net.closedAt ? 'Took' : 'On the air for'}</dt>
        <dd className={css.figure}>
          <time className="mono" title={`Since ${dayAndClock(net.startedAt, reading)}`}>
            {elapsed(end - Date.parse(net.startedAt))}
          </time>
        </dd>
      </div>
    )
  }
  if (net.scheduledStart) {
    return (
      <div className={css.fact}>
        <dt>Starts</dt>
        <dd>{dayAndClock(net.scheduledStart, reading)}</dd>
      </div>
    )
  }
  return null
}

/** Says honestly whether this page is current, and for how long the server has been silent if it is not. */
export function ConnectionBadge({ state, file }: { state: ConnectionState; file: Pick<NetFile, 'heardAt'> }) {
  const [silent, setSilent] = useState<number>()
  useEffect(() => {
    const look = () =>
      setSilent(file.heardAt === undefined ? undefined : (performance.now() - file.heardAt) / 1000)
    look()
    const timer = setInterval(look, 1_000)
    return () => clearInterval(timer)
  }, [file, state])
  const age = silent === undefined ? '' : `Last heard from the server ${Math.round(silent)} s ago`
  return (
    <span data-connection={state} role="status" className={css.connection} title={age}>
      {state === 'live' && (
        <Chip tone="green" icon="wifi">
          Live
        </Chip>
      )}
      {state === 'connecting' && (
        <Chip tone="amber" icon="refresh">
          Connecting…
        </Chip>
      )}
      {state === 'offline' && (
        <Chip tone="red" icon="wifiOff">
          Offline
          {silent !== undefined && <span aria-hidden> for {elapsed(silent * 1000)}</span>}
        </Chip>
      )}
    </span>
  )
}

interface StepButton {
  step: NetStep
  label: string
  icon: 'play' | 'lobby' | 'calendar' | 'stop' | 'ban' | 'archive' | 'undo'
  primary?: boolean
}

/** What can come next, as the life cycle has it. The server decides; this only offers what it will grant. */
function stepsFrom(net: Net): StepButton[] {
  const start: StepButton = { step: 'start', label: 'Start', icon: 'play', primary: true }
  const lobby: StepButton = { step: 'lobby', label: 'Open lobby', icon: 'lobby' }
  const close: StepButton = { step: 'close', label: 'Close net', icon: 'stop' }
  const cancel: StepButton = { step: 'cancel', label: 'Call off', icon: 'ban' }
  switch (net.status) {
    case 'DRAFT':
      return net.scheduledStart
        ? [start, lobby, { step: 'schedule', label: 'Schedule', icon: 'calendar' }]
        : [start, lobby]
    case 'SCHEDULED':
      return [start, lobby, cancel]
    case 'LOBBY':
      return [start, close, cancel]
    case 'ACTIVE':
      return [close]
    case 'CLOSED':
      return [{ step: 'archive', label: 'Archive', icon: 'archive' }]
    case 'ARCHIVED':
      return [{ step: 'unarchive', label: 'Take out of the archive', icon: 'undo' }]
    case 'CANCELLED':
      return []
  }
}

function Commands({
  file,
  net,
  counts,
  onHelp,
}: {
  file: NetFile
  net: Net
  counts: Counts
  onHelp: () => void
}) {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [busy, setBusy] = useState<string>()
  const [dialog, setDialog] = useState<'close' | 'cancel' | 'delete' | 'edit'>()
  const [error, setError] = useState<unknown>()

  const act = (name: string, deed: () => Promise<unknown>, after?: () => void) => {
    if (busy) return
    setBusy(name)
    setError(undefined)
    deed()
      .then(() => {
        setDialog(undefined)
        after?.()
      })
      .catch((failure: unknown) => {
        if (dialog) setError(failure)
        else toast({ text: plainWords(failure), tone: 'bad' })
        void file.ask().catch(() => undefined)
      })
      .finally(() => setBusy(undefined))
  }

  return (
    <div className={css.commands} role="group" aria-label="Net commands">
      {net.me.canManage &&
        stepsFrom(net).map(({ step, label, icon, primary }) => (
          <Button
            key={step}
            look={primary ? 'primary' : 'plain'}
            icon={icon}
            busy={busy === step}
            onClick={() =>
              step === 'close' || step === 'cancel' ? setDialog(step) : act(step, () => file.step(step))
            }
          >
            {label}
          </Button>
        ))}
      <Button
        icon="bell"
        aria-pressed={net.me.subscribed}
        busy={busy === 'subscribe'}
        title={
          net.me.subscribed
            ? 'You hear by mail when the net is near, begins, is moved or called off, and get its log'
            : 'Hear by mail when the net is near, begins, is moved or called off, and get its log'
        }
        onClick={() =>
          act('subscribe', async () => {
            await nets.subscribe(net.id, !net.me.subscribed)
            await file.ask()
          })
        }
      >
        {net.me.subscribed ? 'Follow by mail: on' : 'Follow by mail: off'}
      </Button>
      {net.me.canManage && !isOver(net.status) && (
        <Button look="quiet" icon="pencil" onClick={() => setDialog('edit')}>
          Settings
        </Button>
      )}
      {net.me.canManage && net.status === 'DRAFT' && (
        <Button look="quiet" icon="trash" onClick={() => setDialog('delete')}>
          Delete
        </Button>
      )}
      <ExportMenu net={net} />
      <Button
        look="quiet"
        icon="keyboard"
        aria-label="Keyboard shortcuts"
        title="Keyboard shortcuts (?)"
        onClick={onHelp}
      />

      {dialog === 'close' && (
        <ConfirmDialog
          title={`Close “${net.name}”?`}
          confirm="Close net"
          busy={busy === 'close'}
          error={error !== undefined && <Failure error={error} />}
          onConfirm={() => act('close', () => file.step('close'))}
          onClose={() => setDialog(undefined)}
        >
          <p>
            The log is final then: {counts.stations} {counts.stations === 1 ? 'station' : 'stations'}
            {counts.live > 0 && `, ${counts.live} still on the net`}. It goes to all subscribers by mail, and
            check-ins and chat end. A closed net cannot be opened again.
          </p>
        </ConfirmDialog>
      )}
      {dialog === 'cancel' && (
        <ConfirmDialog
          title={`Call “${net.name}” off?`}
          confirm="Call off"
          danger
          busy={busy === 'cancel'}
          error={error !== undefined && <Failure error={error} />}
          onConfirm={() => act('cancel', () => file.step('cancel'))}
          onClose={() => setDialog(undefined)}
        >
          <p>
            Everybody who follows it or has a role in it is told by mail, and reminders stop. A net that was
            called off cannot be taken up again.
          </p>
        </ConfirmDialog>
      )}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={`Delete the draft “${net.name}”?`}
          confirm="Delete draft"
          danger
          busy={busy === 'delete'}
          error={error !== undefined && <Failure error={error} />}
          onConfirm={() =>
            act(
              'delete',
              () => nets.remove(net.id),
              () => {
                void queries.invalidateQueries({ queryKey: ['nets'] })
                void navigate('/')
              },
            )
          }
          onClose={() => setDialog(undefined)}
        >
          <p>It was never on the air, so nothing of a log is lost.</p>
        </ConfirmDialog>
      )}
      {dialog === 'edit' && (
        <Dialog title="Settings" wide onClose={() => setDialog(undefined)}>
          <NetForm
            net={net}
            submit="Save"
            onCancel={() => setDialog(undefined)}
            save={async (draft) => {
              file.take(await nets.update(net.id, net.version, draft))
              setDialog(undefined)
            }}
          />
        </Dialog>
      )}
    </div>
  )
}
