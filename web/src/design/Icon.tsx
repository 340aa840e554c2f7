/** The suite's own icons: 24 x 24, drawn with strokes so that they follow the text colour. */
const shapes = {
  antenna:
    'M12 11 8 21M12 11l4 10M9.6 17h4.8M8.5 12.5a5 5 0 0 1 0-7M15.5 5.5a5 5 0 0 1 0 7M5.5 15.5a9.2 9.2 0 0 1 0-13M18.5 2.5a9.2 9.2 0 0 1 0 13',
  film: 'M4 5h16v14H4zM8 5v14M16 5v14M4 9.7h4M4 14.3h4M16 9.7h4M16 14.3h4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.5M16 4.3a3.5 3.5 0 0 1 0 6.4M18 14.9c2 .7 3.2 2.4 3.5 5.1',
  person: 'M12 11.5a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5c.5-4 3.4-6 7.5-6s7 2 7.5 6',
  mail: 'M3.5 5.5h17v13h-17zM4 6l8 7 8-7',
  sun: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM12 2v2.5M12 19.5V22M4.9 4.9l1.8 1.8M17.3 17.3l1.8 1.8M2 12h2.5M19.5 12H22M4.9 19.1l1.8-1.8M17.3 6.7l1.8-1.8',
  moon: 'M20.5 14.5A8.5 8.5 0 1 1 9.5 3.5a7 7 0 0 0 11 11Z',
  contrast: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M12 7l4.5-2.7M12 11.5l8.5-3M12 16l8-3M12 20.5l5-2',
  plus: 'M12 5v14M5 12h14',
  check: 'm4.5 12.5 5 5 10-11',
  close: 'M6 6l12 12M18 6 6 18',
  chat: 'M4 4.5h16v11.5h-9l-5 4v-4H4z',
  clock: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 7v5.3l3.5 2',
  calendar: 'M4 5.5h16v15H4zM4 10h16M8 3v4M16 3v4',
  pencil: 'm4 20 1-4.5L16.5 4 20 7.5 8.5 19zM14 6.5l3.5 3.5',
  trash: 'M4.5 6.5h15M9 6.5V4h6v2.5M6.5 6.5l1 14h9l1-14M10 10.5v6M14 10.5v6',
  undo: 'M8 5 4 9l4 4M4 9h10.5a5.5 5.5 0 0 1 0 11H9',
  download: 'M12 3.5v11.5M7 10.5l5 5 5-5M4 20.5h16',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5l5 5',
  alert: 'M12 3.5 2.5 20h19zM12 10v4.5M12 17.2v.1',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 11v5.5M12 7.7v.1',
  stop: 'M7 7h10v10H7z',
  play: 'M7 4.5v15l12-7.5z',
  pause: 'M8 5v14M16 5v14',
  flag: 'M5.5 21V4M5.5 4.5h12l-2.5 4 2.5 4h-12',
  ear: 'M7 10a5.5 5.5 0 1 1 11 0c0 4-3.5 4.5-3.5 7.5a3.3 3.3 0 0 1-6 2M10 10.5a2.5 2.5 0 1 1 3.5 2.3c-1 .4-1.5 1-1.5 2',
  relay: 'M5 8h11M13 4.5 16.5 8 13 11.5M19 16H8M11 12.5 7.5 16l3.5 3.5',
  away: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM8 12h8',
  megaphone: 'M4 10v4l3 .5L18 19V5L7 9.5zM7 14.5V19h3v-3.3M20.5 10.5v3',
  car: 'M3.5 16.5v-4l2-1.5 2-4.5h9l2 4.5 2 1.5v4zM6 11h12M7.5 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6ZM16.5 19a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6Z',
  out: 'M10 4H5v16h5M9.5 12H20M16 8l4 4-4 4',
  bell: 'M6 17V11a6 6 0 1 1 12 0v6l1.5 1.5h-15zM10 20.5a2 2 0 0 0 4 0',
  list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.1M4.5 12h.1M4.5 18h.1',
  lobby: 'M5 21V4l9-1.5V21M14 5h5v16M3 21h18M11 12v.5',
  archive: 'M3.5 4.5h17v5h-17zM5 9.5v10h14v-10M10 13h4',
  audio: 'M4 10v4M8 6.5v11M12 3.5v17M16 7.5v9M20 10v4',
  document: 'M6 3h8l4.5 4.5V21H6zM14 3v5h4.5M9 13h6M9 16.5h6',
  image: 'M4 5h16v14H4zM4.5 17l5-5.5 4 4 2.5-2.5 3.5 4M15.5 9.5h.1',
  folder: 'M3.5 5.5h6l2 2.5h9v11h-17z',
  refresh: 'M19.5 9A8 8 0 0 0 5 8M4.5 15A8 8 0 0 0 19 16M5 3.5V8h4.5M19 20.5V16h-4.5',
  chevron: 'm9 5 7 7-7 7',
  keyboard: 'M3 6.5h18v11H3zM6.5 10h.1M10 10h.1M13.5 10h.1M17 10h.1M8 14h8',
  shield: 'M12 3 5 5.5v6c0 4.5 3 7.5 7 9.5 4-2 7-5 7-9.5v-6z',
  ban: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM5.7 5.7l12.6 12.6',
  wifi: 'M2.5 9a14 14 0 0 1 19 0M6 12.8a9 9 0 0 1 12 0M9.3 16.3a4.3 4.3 0 0 1 5.4 0M12 19.5v.1',
  wifiOff:
    'M3 3l18 18M6 12.8a9 9 0 0 1 4-2.1M14.5 10.9a9 9 0 0 1 3.5 1.9M2.5 9a14 14 0 0 1 4.5-2.8M11 5.3a14 14 0 0 1 10.5 3.7M9.3 16.3a4.3 4.3 0 0 1 5.4 0M12 19.5v.1',
  pin: 'M12 21s7-6.2 7-11.5a7 7 0 1 0-14 0C5 14.8 12 21 12 21ZM12 12a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  external: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
  history: 'M4.5 9A8.3 8.3 0 1 1 4 13M4 4.5V9h4.5M12 8v4.5l3 2',
  more: 'M5.5 12h.1M12 12h.1M18.5 12h.1',
  sort: 'M8 4v16M4.5 16.5 8 20l3.5-3.5M16 20V4M12.5 7.5 16 4l3.5 3.5',
} as const

export type IconName = keyof typeof shapes

/** An icon beside its text; give `label` only when it stands alone. */
export function Icon({ name, size = 18, label }: { name: IconName; size?: number; label?: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={shapes[name]} />
    </svg>
  )
}

/** The suite's mark: a mast and the waves that reach the net. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 64 64" aria-hidden focusable="false">
      <rect width="64" height="64" rx="15" fill="#0f766e" />
      <g fill="none" stroke="#fff" strokeWidth="4.5" strokeLinecap="round" strokeLinejoin="round">
        <path d="M32 30 22 52M32 30l10 22M25.6 44h12.8" />
        <path d="M22.8 33.2a13 13 0 0 1 0-18.4M41.2 14.8a13 13 0 0 1 0 18.4" />
        <path d="M15 41a24 24 0 0 1 0-34M49 7a24 24 0 0 1 0 34" opacity=".55" />
      </g>
      <circle cx="32" cy="24" r="5" fill="#fff" />
    </svg>
  )
}
