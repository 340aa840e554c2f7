import { useEffect, useRef, useState } from 'react'
import { Notice } from '../design/Notice'
import { playerKey } from './playerKey'
import css from './Player.module.css'

const speeds = [0.75, 1, 1.25, 1.5, 2]

/** Plays a recording or video from a short-lived address, and gets a new one when that has run out. */
export function Player({
  kind,
  title,
  url,
  renew,
}: {
  kind: 'AUDIO' | 'VIDEO'
  title: string
  url: string
  renew: () => Promise<string>
}) {
  const element = useRef<HTMLMediaElement>(null)
  // A renewed ticket on the page must not restart what is playing.
  const [source, setSource] = useState(url)
  const [speed, setSpeed] = useState(1)
  const [failed, setFailed] = useState(false)
  const renewedAt = useRef<number>(undefined)
  const resume = useRef<{ at: number; playing: boolean }>(undefined)

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const player = element.current
      const target = event.target
      if (!player || event.ctrlKey || event.metaKey || event.altKey) return
      if (target instanceof HTMLElement && target.closest('input, select, textarea, button, a, [role=menu]'))
        return
      const act = playerKey(event.key)
      if (!act) return
      event.preventDefault()
      if ('seek' in act) player.currentTime = clamp(player.currentTime + act.seek, player.duration)
      else if ('to' in act) player.currentTime = clamp(act.to * player.duration, player.duration)
      else if (act.switch === 'mute') player.muted = !player.muted
      else if (player.paused) player.play().catch(() => undefined)
      else player.pause()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [])

  useEffect(() => {
    if (element.current) element.current.playbackRate = speed
  }, [speed])

  const broken = () => {
    const player = element.current
    const now = performance.now()
    if (renewedAt.current !== undefined && now - renewedAt.current < 10_000) {
      setFailed(true)
      return
    }
    renewedAt.current = now
    resume.current = { at: player?.currentTime ?? 0, playing: player ? !player.paused : false }
    renew().then(setSource, () => setFailed(true))
  }

  const loaded = () => {
    const player = element.current
    if (!player) return
    player.playbackRate = speed
    const { at, playing } = resume.current ?? { at: 0, playing: false }
    resume.current = undefined
    if (at > 0) player.currentTime = at
    if (playing) player.play().catch(() => undefined)
  }

  const common = {
    src: source,
    controls: true,
    preload: 'metadata',
    'aria-label': title,
    onError: broken,
    onLoadedMetadata: loaded,
  } as const

  return (
    <div className={css.frame}>
      {/* Recordings of nets and training videos come without caption files. */}
      {/* eslint-disable jsx-a11y/media-has-caption */}
      {kind === 'AUDIO' ? (
        <audio
          {...common}
          ref={(audio) => {
            element.current = audio
          }}
          className={css.audio}
        />
      ) : (
        <video
          {...common}
          ref={(video) => {
            element.current = video
          }}
          playsInline
          className={css.video}
        />
      )}
      {/* eslint-enable jsx-a11y/media-has-caption */}
      {failed && (
        <Notice tone="bad">
          This browser cannot play the file, or the connection failed. You can download it below and play it
          with another program.
        </Notice>
      )}
      <div className={css.tools}>
        <div className={css.speeds} role="group" aria-label="Speed">
          {speeds.map((one) => (
            <button key={one} type="button" aria-pressed={speed === one} onClick={() => setSpeed(one)}>
              {one} ×
            </button>
          ))}
        </div>
        <p className={css.keys}>
          <kbd>←</kbd> <kbd>→</kbd> 5 s, <kbd>j</kbd> <kbd>l</kbd> 15 s, <kbd>k</kbd> play or pause,{' '}
          <kbd>m</kbd> mute
        </p>
      </div>
    </div>
  )
}

function clamp(seconds: number, length: number) {
  return Math.min(Math.max(0, seconds), Number.isFinite(length) ? length : Math.max(0, seconds))
}
