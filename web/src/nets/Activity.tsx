import { useMemo, useState } from 'react'
import { Button } from '../design/Button'
import { Icon, type IconName } from '../design/Icon'
import type { NetEvent } from '../live/events'
import { clock } from '../time/format'
import { useClock } from '../time/reading'
import { describe } from './describe'
import { personLabel } from './words'
import css from './Activity.module.css'

const icons: Record<NetEvent['type'], IconName> = {
  'net.created': 'plus',
  'net.updated': 'pencil',
  'net.status-changed': 'antenna',
  'role.granted': 'shield',
  'role.revoked': 'shield',
  'check-in.added': 'check',
  'check-in.changed': 'pencil',
  'check-in.deleted': 'trash',
  'check-in.restored': 'undo',
  'chat.posted': 'chat',
}

const first = 30

/** What happened in the net, newest first, as its journal has it. The chat has its own place. */
export function Activity({ events }: { events: readonly NetEvent[] }) {
  const { reading } = useClock()
  const [shown, setShown] = useState(first)
  const deeds = useMemo(() => events.filter(({ type }) => type !== 'chat.posted').reverse(), [events])
  if (deeds.length === 0) return <p className={css.none}>Nothing has happened yet.</p>
  return (
    // A scrolling region must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className={css.scroller} role="region" aria-label="Activity of the net" tabIndex={0}>
      <ol className={css.list}>
        {deeds.slice(0, shown).map((event) => (
          <li key={event.sequence} className={css.entry}>
            <span className={css.icon}>
              <Icon name={icons[event.type]} size={14} />
            </span>
            <div className={css.text}>
              <p>{describe(event)}</p>
              <p className={css.who}>
                <time dateTime={event.at}>{clock(event.at, reading)}</time>, {personLabel(event.actor)}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {deeds.length > shown && (
        <div className={css.more}>
          <Button small look="quiet" onClick={() => setShown(shown + 100)}>
            Show more
          </Button>
        </div>
      )}
    </div>
  )
}
