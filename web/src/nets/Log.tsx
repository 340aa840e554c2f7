import { memo, useCallback, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { CheckIn, NetFrequency, StationStatus } from '../api/model'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { EmptyState } from '../design/Notice'
import { Icon } from '../design/Icon'
import { useStored } from '../design/stored'
import { liveRow, type NetState } from '../live/netState'
import type { Me } from '../profile/api'
import { holds } from '../profile/api'
import { clock, dayAndClock, zoneName, type Reading } from '../time/format'
import { useClock } from '../time/reading'
import { deleteRow, setStatus } from './deeds'
import { matches, type Show } from './logFilter'
import type { CheckInDraft } from './api'
import type { NetFile, Outgoing } from './NetFile'
import { RowEditor } from './RowEditor'
import type { UndoList } from './undo'
import { frequencyLabel, isOpen, personLabel, stationStatus, stationStatuses } from './words'
import css from './Log.module.css'

const shows: { show: Show; label: string }[] = [
  { show: 'all', label: 'All' },
  { show: 'live', label: 'On the net' },
  { show: 'traffic', label: 'Traffic' },
  { show: 'out', label: 'Checked out' },
]

const byKey = new Map(stationStatuses.map((status) => [stationStatus[status].key, status]))

/** The log of the net: every row keeps its number, the newest first or last as one likes. */
export function Log({
  file,
  state,
  log,
  outgoing,
  me,
  undo,
  searchRef,
  shortcuts,
}: {
  file: NetFile
  state: NetState
  log: CheckIn[]
  outgoing: readonly Outgoing<CheckInDraft>[]
  me: Me
  undo: UndoList
  searchRef: RefObject<HTMLInputElement | null>
  shortcuts: boolean
}) {
  const { net } = state
  const { reading } = useClock()
  const [order, setOrder] = useStored('ect.log.order', ['newest', 'oldest'], 'newest')
  const [show, setShow] = useState<Show>('all')
  const [text, setText] = useState('')
  const [active, setActive] = useState<string>()
  const [editing, setEditing] = useState<string>()
  const body = useRef<HTMLTableSectionElement>(null)

  const shown = useMemo(() => {
    const fitting = log.filter((row) => matches(row, text, show))
    return order === 'newest' ? fitting.reverse() : fitting
  }, [log, text, show, order])
  const numbers = useMemo(() => new Map(log.map((row) => [row.id, row.number])), [log])
  const pending = outgoing.filter(
    ({ state: how, what }) => how !== 'refused' && !liveRow(state, what.callsign),
  )
  const current = shown.find(({ id }) => id === active) ?? shown[0]
  const frequencies = net.frequencies.length > 1 ? net.frequencies : undefined

  const mayChange = (row: CheckIn) => {
    if (!isOpen(net.status)) return false
    const corrects = net.me.canManage || net.me.roles.includes('LOGGER') || holds(me.role, 'LOGGER')
    const relayed = net.me.roles.includes('RELAY') && row.loggedBy.userId === me.id
    return corrects || relayed || row.userId === me.id
  }
  // The same right as to log for others: a station checks itself out, it does not vanish from the log.
  const mayDelete = (row: CheckIn) => net.me.canLog && mayChange(row)

  const focusRow = (id: string | undefined) => {
    if (!id) return
    setActive(id)
    body.current?.querySelector<HTMLElement>(`tr[data-id="${id}"]`)?.focus()
  }

  const remove = useCallback((row: CheckIn) => deleteRow(file, row, undo), [file, undo])
  const change = useCallback(
    (row: CheckIn, status: StationStatus) => setStatus(file, row, status, undo),
    [file, undo],
  )

  const press = (event: KeyboardEvent<HTMLTableElement>) => {
    if (!(event.target instanceof HTMLTableRowElement) || event.ctrlKey || event.metaKey || event.altKey)
      return
    const id = event.target.dataset.id
    const at = shown.findIndex((one) => one.id === id)
    const row = shown[at]
    if (!row) return
    const moves: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: shown.length - 1,
      PageDown: Math.min(at + 10, shown.length - 1),
      PageUp: Math.max(at - 10, 0),
    }
    const to = moves[event.key]
    if (to !== undefined) {
      event.preventDefault()
      focusRow(shown[to]?.id)
      return
    }
    if ((event.key === 'Enter' || event.key === 'F2') && mayChange(row)) {
      event.preventDefault()
      setEditing(row.id)
      return
    }
    if (event.key === 'Delete' && mayDelete(row)) {
      event.preventDefault()
      focusRow(shown[at + 1]?.id ?? shown[at - 1]?.id)
      remove(row)
      return
    }
    const status = shortcuts ? byKey.get(event.key.toLowerCase()) : undefined
    if (status && mayChange(row)) {
      event.preventDefault()
      event.stopPropagation()
      change(row, status)
    }
  }

  return (
    <section className={css.panel} aria-label="Log">
      <div className={css.bar}>
        <div className={css.search}>
          <Icon name="search" size={16} />
          <input
            ref={searchRef}
            type="search"
            aria-label="Search the log"
            placeholder="Search the log"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setText('')
              if (event.key === 'ArrowDown' || event.key === 'Enter') {
                event.preventDefault()
                focusRow(shown[0]?.id)
              }
            }}
          />
        </div>
        <div className={css.shows} role="group" aria-label="Which rows">
          {shows.map(({ show: one, label }) => (
            <button key={one} type="button" aria-pressed={show === one} onClick={() => setShow(one)}>
              {label}
            </button>
          ))}
        </div>
        <Button
          small
          look="quiet"
          icon="sort"
          onClick={() => setOrder(order === 'newest' ? 'oldest' : 'newest')}
          aria-label={
            order === 'newest'
              ? 'Newest first; press for oldest first'
              : 'Oldest first; press for newest first'
          }
        >
          {order === 'newest' ? 'Newest first' : 'Oldest first'}
        </Button>
      </div>

      {log.length === 0 && pending.length === 0 ? (
        <EmptyState icon="list" title="No check-ins yet">
          {emptyWords(net.status, net.me.canLog)}
        </EmptyState>
      ) : (
        <div className={css.scroller}>
          <table
            className={css.table}
            role="grid"
            aria-label="Check-ins"
            aria-rowcount={shown.length}
            tabIndex={-1}
            onKeyDown={press}
          >
            <thead>
              <tr role="row">
                <th scope="col" role="columnheader" className={css.number}>
                  <span aria-hidden>#</span>
                  <span className="visually-hidden">Number</span>
                </th>
                <th scope="col" role="columnheader">
                  Callsign
                </th>
                <th scope="col" role="columnheader">
                  Name
                </th>
                <th scope="col" role="columnheader">
                  Location
                </th>
                <th scope="col" role="columnheader">
                  Status
                </th>
                <th scope="col" role="columnheader">
                  Time ({zoneName(new Date(), reading)})
                </th>
                <th scope="col" role="columnheader">
                  Logged by
                </th>
                <th scope="col" role="columnheader">
                  <span className="visually-hidden">Commands</span>
                </th>
              </tr>
            </thead>
            <tbody ref={body}>
              {order === 'newest' && pending.map((one) => <PendingRow key={one.key} one={one} />)}
              {shown.map((row, at) =>
                editing === row.id ? (
                  <RowEditor
                    key={row.id}
                    file={file}
                    row={row}
                    frequencies={net.frequencies}
                    onDone={() => {
                      setEditing(undefined)
                      setTimeout(() => focusRow(row.id))
                    }}
                  />
                ) : (
                  <LogRow
                    key={row.id}
                    row={row}
                    at={at}
                    reading={reading}
                    recheckOf={row.recheckOf ? numbers.get(row.recheckOf) : undefined}
                    frequency={frequencies?.find(({ id }) => id === row.frequencyId)}
                    active={current?.id === row.id}
                    own={row.userId === me.id}
                    mayChange={mayChange(row)}
                    mayDelete={mayDelete(row)}
                    onFocus={setActive}
                    onEdit={setEditing}
                    onDelete={remove}
                    onStatus={change}
                  />
                ),
              )}
              {order === 'oldest' && pending.map((one) => <PendingRow key={one.key} one={one} />)}
            </tbody>
          </table>
          {shown.length === 0 && log.length > 0 && (
            <EmptyState
              icon="search"
              title="No row fits"
              action={
                <Button
                  small
                  onClick={() => {
                    setText('')
                    setShow('all')
                  }}
                >
                  Show all rows
                </Button>
              }
            />
          )}
        </div>
      )}
    </section>
  )
}

function emptyWords(status: NetState['net']['status'], logs: boolean) {
  if (!isOpen(status)) {
    return status === 'DRAFT' || status === 'SCHEDULED'
      ? 'Check-ins begin when the lobby is opened or the net is started.'
      : 'Nobody was logged in this net.'
  }
  return logs ? 'Type a callsign above and press Enter.' : 'Stations appear here the moment they are logged.'
}

interface RowProps {
  row: CheckIn
  at: number
  reading: Reading
  recheckOf: number | undefined
  frequency: NetFrequency | undefined
  active: boolean
  own: boolean
  mayChange: boolean
  mayDelete: boolean
  onFocus: (id: string) => void
  onEdit: (id: string) => void
  onDelete: (row: CheckIn) => void
  onStatus: (row: CheckIn, status: StationStatus) => void
}

/** One row of the log. Its keys are heard by the table. */
const LogRow = memo(function LogRow({
  row,
  at,
  reading,
  recheckOf,
  frequency,
  active,
  own,
  mayChange,
  mayDelete,
  onFocus,
  onEdit,
  onDelete,
  onStatus,
}: RowProps) {
  const out = row.status === 'CHECKED_OUT'
  const { label, icon, tone } = stationStatus[row.status]
  const reach = active ? 0 : -1
  return (
    <tr
      role="row"
      data-id={row.id}
      data-callsign={row.callsign}
      data-status={row.status}
      aria-rowindex={at + 1}
      tabIndex={reach}
      className={`${css.row} ${out ? css.out : ''} ${row.status === 'HAS_TRAFFIC' ? css.traffic : ''}`}
      onFocus={() => onFocus(row.id)}
    >
      <td role="gridcell" className={css.number}>
        {row.number}
      </td>
      <td role="gridcell" className={css.call}>
        <span className={css.callsign}>{row.callsign}</span>
        {row.tactical && <Chip>tactical</Chip>}
        {own && <Chip tone="accent">you</Chip>}
        {row.recheckOf && (
          <Chip tone="violet" icon="refresh">
            re-check{recheckOf === undefined ? '' : ` of ${recheckOf}`}
          </Chip>
        )}
      </td>
      <td role="gridcell" className={css.person}>
        {row.name}
      </td>
      <td role="gridcell" className={css.place}>
        {row.location}
        {(row.notes ?? row.relayedBy ?? row.weather ?? row.power ?? frequency) && (
          <span className={css.notes}>
            {[
              row.relayedBy && `via ${row.relayedBy}`,
              frequency && `on ${frequencyLabel(frequency)}`,
              row.notes,
              row.weather && `WX ${row.weather}`,
              row.power && `power ${row.power}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        )}
      </td>
      <td role="gridcell" className={css.status}>
        {mayChange ? (
          <span className={`${css.picker} ${css[tone]}`}>
            <Icon name={icon} size={14} />
            <select
              aria-label={`Status of ${row.callsign}`}
              value={row.status}
              tabIndex={reach}
              onChange={(event) => onStatus(row, event.target.value as StationStatus)}
            >
              {stationStatuses.map((status) => (
                <option key={status} value={status}>
                  {stationStatus[status].label}
                </option>
              ))}
            </select>
          </span>
        ) : (
          <Chip tone={tone} icon={icon}>
            {label}
          </Chip>
        )}
      </td>
      <td role="gridcell" className={css.time}>
        <time dateTime={row.checkedInAt} title={dayAndClock(row.checkedInAt, reading)}>
          {clock(row.checkedInAt, reading)}
        </time>
        {row.checkedOutAt && (
          <span className={css.outAt}>
            out <time dateTime={row.checkedOutAt}>{clock(row.checkedOutAt, reading, false)}</time>
          </span>
        )}
      </td>
      <td role="gridcell" className={css.by} title={personLabel(row.loggedBy)}>
        {row.loggedBy.callsign ?? (row.loggedBy.name || 'unnamed operator')}
      </td>
      <td role="gridcell" className={css.commands}>
        {mayChange && (
          <Button
            small
            look="quiet"
            icon="pencil"
            tabIndex={reach}
            aria-label={`Edit ${row.callsign}`}
            title="Edit (Enter)"
            onClick={() => onEdit(row.id)}
          />
        )}
        {mayDelete && (
          <Button
            small
            look="quiet"
            icon="trash"
            tabIndex={reach}
            aria-label={`Delete ${row.callsign}`}
            title="Delete (Del)"
            onClick={() => onDelete(row)}
          />
        )}
      </td>
    </tr>
  )
})

function PendingRow({ one }: { one: Outgoing<CheckInDraft> }) {
  const { callsign, name, location } = one.what
  return (
    <tr role="row" className={`${css.row} ${css.pending}`}>
      <td role="gridcell" className={css.number}>
        …
      </td>
      <td role="gridcell" className={css.call}>
        <span className={css.callsign}>{callsign}</span>
      </td>
      <td role="gridcell" className={css.person}>
        {name}
      </td>
      <td role="gridcell" className={css.place}>
        {location}
      </td>
      <td role="gridcell" colSpan={4}>
        <Chip
          tone={one.state === 'waiting' ? 'amber' : 'neutral'}
          icon={one.state === 'waiting' ? 'wifiOff' : 'clock'}
        >
          {one.state === 'waiting' ? 'Waiting for the connection' : 'Being sent'}
        </Chip>
      </td>
    </tr>
  )
}
