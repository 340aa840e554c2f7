import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { useParams } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { ButtonLink } from '../design/Button'
import { Icon, type IconName } from '../design/Icon'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { useStored } from '../design/stored'
import { browserWorld } from '../live/browserWorld'
import { count, rows } from '../live/netState'
import { useMe } from '../profile/api'
import { Activity } from './Activity'
import { Announcer } from './Announcer'
import { Chat } from './Chat'
import { CheckInLine } from './CheckInLine'
import { Log } from './Log'
import { NetFile } from './NetFile'
import { NetHeader } from './NetHeader'
import { People } from './People'
import { SelfCheckIn } from './SelfCheckIn'
import { ShortcutHelp } from './ShortcutHelp'
import { UndoList } from './undo'
import { isOpen } from './words'
import css from './NetPage.module.css'

export function NetPage() {
  const { id = '' } = useParams()
  return <OpenNet key={id} id={id} />
}

type Tab = 'log' | 'chat' | 'people' | 'activity'

const tabs: { tab: Tab; label: string; icon: IconName }[] = [
  { tab: 'log', label: 'Log', icon: 'list' },
  { tab: 'chat', label: 'Chat', icon: 'chat' },
  { tab: 'people', label: 'People', icon: 'people' },
  { tab: 'activity', label: 'Activity', icon: 'history' },
]

function OpenNet({ id }: { id: string }) {
  const file = useMemo(() => new NetFile(id, browserWorld), [id])
  const view = useSyncExternalStore(file.subscribe, () => file.view)
  const { data: me } = useMe()
  const queries = useQueryClient()
  const undo = useMemo(() => new UndoList(), [])
  const [tab, setTab] = useState<Tab>('log')
  const [help, setHelp] = useState(false)
  const [shortcuts, setShortcuts] = useStored('ect.shortcuts', ['on', 'off'], 'on')
  const callsign = useRef<HTMLInputElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const unread = useUnread(view.state?.chat.length, tab)
  usePageTitle(view.state?.net.name ?? 'Net')

  useEffect(() => {
    void file.open()
    return () => {
      file.close()
      void queries.invalidateQueries({ queryKey: ['nets'] })
    }
  }, [file, queries])

  const unsent = view.outgoing.length + view.lines.length
  useEffect(() => {
    if (unsent === 0) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [unsent])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (document.querySelector('dialog[open]')) return
      const typing = isTyping(event.target)
      if (
        (event.ctrlKey || event.metaKey) &&
        event.key === 'z' &&
        !event.shiftKey &&
        (!typing || isBlank(event.target))
      ) {
        if (undo.run()) event.preventDefault()
        return
      }
      if (typing || shortcuts === 'off' || event.ctrlKey || event.metaKey || event.altKey) return
      const field = event.key === 'c' ? callsign.current : event.key === '/' ? search.current : null
      if (event.key === '?') {
        event.preventDefault()
        setHelp(true)
      } else if (field) {
        event.preventDefault()
        field.focus()
      }
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [undo, shortcuts])

  if (view.phase === 'failed') {
    if (view.error instanceof ApiProblem && view.error.status === 404) {
      return (
        <EmptyState
          icon="search"
          title="This net does not exist"
          page
          action={<ButtonLink to="/">Go to the nets</ButtonLink>}
        >
          It may have been a draft that was deleted.
        </EmptyState>
      )
    }
    return <Failure error={view.error} retry={() => void file.open()} />
  }
  if (!view.state || !me) {
    return (
      <div className={css.loading}>
        <h1 className="visually-hidden">Net</h1>
        <Skeleton lines={3} label="Loading the net" />
        <Skeleton lines={8} label="Loading the log" />
      </div>
    )
  }

  const { net, online } = view.state
  const log = rows(view.state)
  const counts = count(log)

  return (
    <div className={css.page} data-tab={tab}>
      <NetHeader
        file={file}
        net={net}
        counts={counts}
        connection={view.connection}
        onHelp={() => setHelp(true)}
      />
      {view.connection === 'offline' && (
        <Notice tone="warn">
          <strong>Not connected to the server.</strong> The log below is as of the last contact and is not
          being updated. Reconnecting by itself; check-ins you enter are kept and sent then.
        </Notice>
      )}

      <div className={css.tabs} role="group" aria-label="Parts of the net">
        {tabs.map(({ tab: one, label, icon }) => (
          <button key={one} type="button" aria-pressed={tab === one} onClick={() => setTab(one)}>
            <Icon name={icon} />
            {label}
            {one === 'chat' && unread > 0 && (
              <span className={css.unread}>
                {unread}
                <span className="visually-hidden"> unread</span>
              </span>
            )}
          </button>
        ))}
      </div>

      <div className={css.main}>
        {net.me.canLog && isOpen(net.status) && (
          <CheckInLine file={file} view={view} state={view.state} undo={undo} callsignRef={callsign} />
        )}
        {isOpen(net.status) && <SelfCheckIn file={file} state={view.state} me={me} pending={view.outgoing} />}
        <Log
          file={file}
          state={view.state}
          log={log}
          outgoing={view.outgoing}
          me={me}
          undo={undo}
          searchRef={search}
          shortcuts={shortcuts === 'on'}
        />
      </div>
      <div className={css.chat}>
        <Chat file={file} state={view.state} lines={view.lines} me={me} />
      </div>
      <div className={css.people}>
        <People file={file} net={net} online={online} log={log} connected={view.connection === 'live'} />
      </div>
      <div className={css.activity}>
        <Panel title="Activity" icon="history" flush>
          <Activity events={view.state.events} />
        </Panel>
      </div>
      <Announcer file={file} myId={me.id} />
      {help && (
        <ShortcutHelp
          on={shortcuts === 'on'}
          onSwitch={(on) => setShortcuts(on ? 'on' : 'off')}
          onClose={() => setHelp(false)}
        />
      )}
    </div>
  )
}

/** Chat lines that came while another part was shown; on wide screens the chat is always in sight. */
function useUnread(lines: number | undefined, tab: Tab) {
  const [read, setRead] = useState<number>()
  if (lines !== undefined && (read === undefined || (tab === 'chat' && read !== lines))) setRead(lines)
  return Math.max(0, (lines ?? 0) - (read ?? 0))
}

function isTyping(target: EventTarget | null) {
  return (
    (target instanceof HTMLInputElement && !['checkbox', 'radio', 'button'].includes(target.type)) ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement
  )
}

function isBlank(target: EventTarget | null) {
  return (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) && target.value === ''
}
