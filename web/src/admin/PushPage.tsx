import { usePageTitle } from '../app/pageTitle'
import { PushPanel } from '../notifications/PushPanel'
import { sharedTargets } from '../notifications/pushApi'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

export function PushPage() {
  usePageTitle('Webhooks and ntfy')
  return (
    <OnlyAdmins>
      <div className={css.page}>
        <h1>Webhooks and ntfy</h1>
        <SectionTabs label="Mail" pages={mailPages} />
        <p className="muted">
          What goes to many by mail goes here once: to a program of the team, or to a channel that everybody
          follows. People add targets of their own under Notifications.
        </p>
        <PushPanel api={sharedTargets} shared />
      </div>
    </OnlyAdmins>
  )
}
