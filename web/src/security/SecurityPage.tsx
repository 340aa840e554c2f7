import { usePageTitle } from '../app/pageTitle'
import { ApiKeysPanel } from './ApiKeysPanel'
import { ConsentsPanel } from './ConsentsPanel'
import { EmailPanel } from './EmailPanel'
import { HistoryPanel } from './HistoryPanel'
import { IdentitiesPanel } from './IdentitiesPanel'
import { LeavingPanel } from './LeavingPanel'
import { PasskeysPanel } from './PasskeysPanel'
import { SecondFactorPanel } from './SecondFactorPanel'
import { SessionsPanel } from './SessionsPanel'
import css from './security.module.css'

export function SecurityPage() {
  usePageTitle('Sign-in and security')
  return (
    <div className={css.page}>
      <h1>Sign-in and security</h1>
      <EmailPanel />
      <PasskeysPanel />
      <SecondFactorPanel />
      <IdentitiesPanel />
      <SessionsPanel />
      <ConsentsPanel />
      <ApiKeysPanel />
      <HistoryPanel />
      <LeavingPanel />
    </div>
  )
}
