import { useEffect, useRef, useState } from 'react'
import { Link, Outlet, useLocation, useNavigation } from 'react-router'
import { Button } from '../design/Button'
import { Icon, Logo, type IconName } from '../design/Icon'
import { Notice } from '../design/Notice'
import { chooseTheme, useTheme, type Theme } from '../design/theme'
import { toast, Toasts } from '../design/Toasts'
import { clientPages, mailPages, peoplePages, type AdminPage } from '../admin/sections'
import { plainWords } from '../api/problem'
import { holds, useMe } from '../profile/api'
import { session } from '../session/browser'
import { clock, zoneName } from '../time/format'
import { ClockProvider, useClock, useNow } from '../time/reading'
import css from './Shell.module.css'

interface Place {
  to: string
  label: string
  icon: IconName
  /** Where its other pages begin. */
  within: string[]
}

const section = (pages: AdminPage[]) => pages.map(({ to }) => to)

const places: Place[] = [
  { to: '/', label: 'Nets', icon: 'antenna', within: ['/nets'] },
  { to: '/library', label: 'Media', icon: 'film', within: ['/library'] },
]
const adminPlaces: Place[] = [
  { to: '/admin/accounts', label: 'Accounts', icon: 'people', within: section(peoplePages) },
  { to: '/admin/clients', label: 'Clients', icon: 'shield', within: section(clientPages) },
  { to: '/admin/mails', label: 'Mails', icon: 'mail', within: section(mailPages) },
]

function isWithin(pathname: string, { within }: Place) {
  return within.some((begin) => pathname === begin || pathname.startsWith(`${begin}/`))
}

export function Shell() {
  return (
    <ClockProvider>
      <Frame />
    </ClockProvider>
  )
}

function Frame() {
  const { data: me } = useMe()
  const main = useRef<HTMLElement>(null)
  const { pathname } = useLocation()
  const busy = useNavigation().state !== 'idle'
  useFocusOnNavigation(main)
  const links = holds(me?.role, 'ADMIN') ? [...places, ...adminPlaces] : places

  return (
    <>
      <a className={css.skip} href="#main">
        Skip to the content
      </a>
      <header className={css.header}>
        <Link to="/" className={css.brand} aria-label="ECT Suite, nets">
          <Logo />
          <span className={css.brandName}>ECT Suite</span>
        </Link>
        <nav className={css.nav} aria-label="Main">
          {links.map((place) => (
            <Link
              key={place.to}
              to={place.to}
              className={css.link}
              aria-current={pathname === place.to ? 'page' : isWithin(pathname, place) ? 'true' : undefined}
            >
              <Icon name={place.icon} />
              <span>{place.label}</span>
            </Link>
          ))}
        </nav>
        <div className={css.tools}>
          <WallClock />
          <ThemeSwitch />
          <AccountMenu />
        </div>
        {busy && <span className={css.progress} role="progressbar" aria-label="Loading the page" />}
      </header>
      <div className={css.banners}>
        <NetworkBanner />
        {me && <ProfileBanner name={me.name} callsign={me.callsign} />}
      </div>
      <main id="main" ref={main} tabIndex={-1} className={css.main}>
        <Outlet />
      </main>
      <Toasts />
    </>
  )
}

/** After a change of page the heading gets the focus, so that a screen reader begins where a reader would. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation()
  const first = useRef(true)
  useEffect(() => {
    if (first.current) {
      first.current = false
      return
    }
    if (main.current?.contains(document.activeElement) && document.activeElement !== main.current) return
    main.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname, main])
}

function WallClock() {
  const { own, reading, utc, showUtc } = useClock()
  const now = useNow(1_000)
  const other = utc ? zoneName(now, own) : 'UTC'
  return (
    <button
      type="button"
      className={css.clock}
      aria-pressed={utc}
      title={`Times are shown in ${utc ? 'UTC' : own.zone}. Press for ${other}.`}
      onClick={() => showUtc(!utc)}
    >
      <span className="mono">{clock(now, reading)}</span>
      <span className={css.zone}>{zoneName(now, reading)}</span>
      <span className="visually-hidden">, show times in UTC</span>
    </button>
  )
}

const nextTheme: Record<Theme, { next: Theme; icon: IconName; label: string }> = {
  system: { next: 'light', icon: 'contrast', label: "Colours: the system's" },
  light: { next: 'dark', icon: 'sun', label: 'Colours: light' },
  dark: { next: 'system', icon: 'moon', label: 'Colours: dark' },
}

function ThemeSwitch() {
  const { next, icon, label } = nextTheme[useTheme()]
  return (
    <Button
      look="quiet"
      icon={icon}
      aria-label={`${label}. Press for ${next}.`}
      title={label}
      onClick={() => chooseTheme(next)}
    />
  )
}

function AccountMenu() {
  const { data: me } = useMe()
  const [leaving, setLeaving] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  useEffect(() => menu.current?.hidePopover(), [pathname])

  const label = me ? (me.callsign ?? (me.name || me.email)) : 'Account'
  return (
    <div className={css.account}>
      <button type="button" className={css.accountButton} popoverTarget="account-menu">
        <Icon name="person" />
        <span className={css.accountName}>{label}</span>
        <span className="visually-hidden">, account menu</span>
      </button>
      <div ref={menu} id="account-menu" popover="auto" className={css.menu}>
        {me && (
          <div className={css.menuHead}>
            <strong>{me.name || 'No name yet'}</strong>
            <span className="muted small">{me.email}</span>
          </div>
        )}
        <Link to="/profile" className={css.menuItem}>
          <Icon name="person" /> Profile
        </Link>
        <Link to="/security" className={css.menuItem}>
          <Icon name="shield" /> Sign-in and security
        </Link>
        <Link to="/settings/notifications" className={css.menuItem}>
          <Icon name="bell" /> Notifications
        </Link>
        <button
          type="button"
          className={css.menuItem}
          disabled={leaving}
          onClick={() => {
            setLeaving(true)
            session.signOut().catch((error: unknown) => {
              setLeaving(false)
              toast({ text: `Not signed out. ${plainWords(error)}`, tone: 'bad' })
            })
          }}
        >
          <Icon name="out" /> Sign out
        </button>
      </div>
    </div>
  )
}

function NetworkBanner() {
  const [online, setOnline] = useState(navigator.onLine)
  useEffect(() => {
    const update = () => setOnline(navigator.onLine)
    window.addEventListener('online', update)
    window.addEventListener('offline', update)
    return () => {
      window.removeEventListener('online', update)
      window.removeEventListener('offline', update)
    }
  }, [])
  if (online) return null
  return (
    <Notice tone="warn">
      <strong>This computer is off the network.</strong> What you see may be out of date. Check-ins you enter
      wait here and are sent when the network is back; keep this page open.
    </Notice>
  )
}

function ProfileBanner({ name, callsign }: { name: string; callsign: string | null }) {
  const { pathname } = useLocation()
  if ((name && callsign) || pathname === '/profile') return null
  const missing = !name && !callsign ? 'name and callsign' : name ? 'callsign' : 'name'
  return (
    <Notice
      action={
        <Link to="/profile">
          Complete<span className="visually-hidden"> your profile</span>
        </Link>
      }
    >
      <strong>Welcome.</strong> Add your {missing} so that the log can say who you are.
    </Notice>
  )
}
