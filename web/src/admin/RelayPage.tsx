import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Failure, Notice } from '../design/Notice'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import { relay, type RelayReport, type RelayStep } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

const names: Record<RelayStep['name'], string> = {
  CONNECT: 'Connection',
  GREETING: 'Greeting',
  HELLO: 'Introduction',
  STARTTLS: 'Asking for encryption',
  TLS: 'Encryption and certificate',
  LOGIN: 'Login',
  SENDER: 'Sender',
}

export function RelayPage() {
  usePageTitle('Mail relay')
  return (
    <OnlyAdmins>
      <Relay />
    </OnlyAdmins>
  )
}

function Relay() {
  const { reading } = useClock()
  const [report, setReport] = useState<RelayReport>()
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)

  const test = () => {
    setBusy(true)
    setError(undefined)
    relay
      .test()
      .then(setReport)
      .catch(setError)
      .finally(() => setBusy(false))
  }

  return (
    <div className={css.page}>
      <h1>Mail relay</h1>
      <SectionTabs label="Mail" pages={mailPages} />
      <p className="muted">
        Holds the conversation that every mail begins with, and explains each step. No mail is sent and
        nothing changes.
      </p>
      <div>
        <Button icon="relay" look="primary" busy={busy} onClick={test}>
          Try the relay
        </Button>
      </div>
      {error !== undefined && <Failure error={error} retry={test} />}
      {report && (
        <section aria-label="Report" className={css.report}>
          <Notice tone={report.works ? 'good' : 'bad'}>
            <strong>
              {report.works ? 'The relay takes our mail.' : 'The relay does not take our mail.'}
            </strong>{' '}
            {report.relay}, {dayAndClock(report.at, reading)}
          </Notice>
          <ol className={css.steps}>
            {report.steps.map((step, index) => (
              <li key={index} data-step={step.name}>
                <div className={css.stepHead}>
                  <h2>{names[step.name]}</h2>
                  <Chip tone={step.works ? 'green' : 'red'} icon={step.works ? 'check' : 'alert'}>
                    {step.works ? 'As it should be' : 'Fails here'}
                  </Chip>
                </div>
                <p>{step.meaning}</p>
                {(step.said !== null || step.answered.length > 0) && (
                  <pre className={css.letter}>
                    {[...(step.said === null ? [] : [`> ${step.said}`]), ...step.answered].join('\n')}
                  </pre>
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
