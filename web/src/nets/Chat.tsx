import { useEffect, useLayoutEffect, useRef, useState, type SyntheticEvent } from 'react'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { TextField } from '../design/Field'
import { toast } from '../design/Toasts'
import { Panel } from '../design/Panel'
import type { NetState } from '../live/netState'
import type { Me } from '../profile/api'
import { clock, day } from '../time/format'
import { useClock } from '../time/reading'
import type { NetFile, Outgoing } from './NetFile'
import css from './Chat.module.css'

/** The net's chat: newest at the bottom, where it stays unless somebody is reading further up. */
export function Chat({
  file,
  state,
  lines,
  me,
}: {
  file: NetFile
  state: NetState
  lines: readonly Outgoing<string>[]
  me: Me
}) {
  const { reading } = useClock()
  const [text, setText] = useState('')
  const [loading, setLoading] = useState(false)
  const scroller = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  const { chat, net } = state

  useLayoutEffect(() => {
    const element = scroller.current
    if (element && atEnd.current) element.scrollTop = element.scrollHeight
  }, [chat, lines])

  // The panel may have been hidden, on a narrow screen, when lines came.
  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const watcher = new ResizeObserver(() => {
      if (atEnd.current) element.scrollTop = element.scrollHeight
    })
    watcher.observe(element)
    return () => watcher.disconnect()
  }, [])

  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    const said = text.trim()
    if (!said) return
    setText('')
    atEnd.current = true
    file.say(said).catch(() => undefined)
  }

  const earlier = () => {
    const element = scroller.current
    const fromEnd = element ? element.scrollHeight - element.scrollTop : 0
    setLoading(true)
    file
      .loadEarlierChat()
      .then(() =>
        requestAnimationFrame(() => {
          if (element) element.scrollTop = element.scrollHeight - fromEnd
        }),
      )
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setLoading(false))
  }

  return (
    <Panel title="Chat" icon="chat" flush>
      <div
        ref={scroller}
        className={css.scroller}
        role="log"
        aria-label="Chat messages"
        aria-live="off"
        // A scrolling region must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onScroll={(event) => {
          const { scrollHeight, scrollTop, clientHeight } = event.currentTarget
          atEnd.current = scrollHeight - scrollTop - clientHeight < 40
        }}
      >
        {file.hasEarlierChat && (
          <div className={css.earlier}>
            <Button small look="quiet" busy={loading} onClick={earlier}>
              Show earlier messages
            </Button>
          </div>
        )}
        {chat.length === 0 && lines.length === 0 && (
          <p className={css.none}>
            {net.me.canChat
              ? 'Nobody has written yet. Everybody who watches this net can read along.'
              : 'No messages. The chat is open while the lobby is open or the net is on the air.'}
          </p>
        )}
        <ol className={css.messages}>
          {chat.map((message, index) => {
            const before = chat[index - 1]
            const newDay = !before || day(before.at, reading) !== day(message.at, reading)
            const follows = !newDay && before.author.userId === message.author.userId
            const own = message.author.userId === me.id
            return (
              <li
                key={message.id}
                className={`${css.message} ${own ? css.own : ''} ${follows ? css.follows : ''}`}
              >
                {newDay && <span className={css.day}>{day(message.at, reading)}</span>}
                {!follows && (
                  <span className={css.who}>
                    {message.author.callsign ?? (message.author.name || 'unnamed operator')}
                    {message.author.callsign && message.author.name && (
                      <span className={css.whoName}> {message.author.name}</span>
                    )}
                  </span>
                )}
                <span className={css.text}>
                  {message.text}
                  <time className={css.at} dateTime={message.at}>
                    {clock(message.at, reading, false)}
                  </time>
                </span>
              </li>
            )
          })}
          {lines.map(({ key, what, state: how, error }) => (
            <li key={key} className={`${css.message} ${css.own}`}>
              <span className={`${css.text} ${how === 'refused' ? css.refused : css.sending}`}>{what}</span>
              {how === 'refused' ? (
                <span className={css.fate} role="alert">
                  Not sent. {plainWords(error)}{' '}
                  <Button
                    small
                    look="quiet"
                    onClick={() => {
                      setText(what)
                      file.discard('lines', key)
                    }}
                  >
                    Put back
                  </Button>
                </span>
              ) : (
                <span className={css.fate}>
                  {how === 'waiting' ? 'Waiting for the connection' : 'Being sent'}
                </span>
              )}
            </li>
          ))}
        </ol>
      </div>
      {net.me.canChat && (
        <form className={css.form} onSubmit={send} aria-label="Write in the chat">
          <TextField
            label="Message"
            bare
            placeholder="Message"
            maxLength={5000}
            autoComplete="off"
            enterKeyHint="send"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button type="submit" look="primary">
            Send
          </Button>
        </form>
      )}
    </Panel>
  )
}
