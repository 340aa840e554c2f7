import { useEffect, useState } from 'react'
import type { NetEvent } from '../live/events'
import type { NetFile } from './NetFile'
import { describe } from './describe'

/** Tells a screen reader, politely, what others do in the net. */
export function Announcer({ file, myId }: { file: NetFile; myId: string }) {
  const [said, setSaid] = useState<{ sequence: number; text: string }[]>([])
  useEffect(
    () =>
      file.onArrival((event: NetEvent) => {
        if (event.actor?.userId === myId || event.type === 'net.updated') return
        setSaid((before) => [...before.slice(-4), { sequence: event.sequence, text: describe(event) }])
      }),
    [file, myId],
  )
  return (
    <div className="visually-hidden" role="log" aria-live="polite" aria-label="News of the net">
      {said.map(({ sequence, text }) => (
        <p key={sequence}>{text}</p>
      ))}
    </div>
  )
}
