import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { SelectField } from '../design/Field'
import { Icon } from '../design/Icon'
import { Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { kindWords } from '../notifications/kinds'
import { useMe } from '../profile/api'
import { useClock } from '../time/reading'
import { templates, type Template } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

export function TemplatesPage() {
  usePageTitle('Letters')
  return (
    <OnlyAdmins>
      <Templates />
    </OnlyAdmins>
  )
}

function Templates() {
  const list = useQuery({ queryKey: ['templates'], queryFn: templates.list, staleTime: Infinity })
  return (
    <div className={css.page}>
      <h1>Letters</h1>
      <SectionTabs label="Mail" pages={mailPages} />
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={6} label="Loading the letters" />}
      {list.data && <Preview all={list.data} />}
    </div>
  )
}

function languageName(tag: string) {
  return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? tag
}

function Preview({ all }: { all: Template[] }) {
  const { reading } = useClock()
  const { data: me } = useMe()
  const [kind, setKind] = useState(all[0]?.kind ?? '')
  const [locale, setLocale] = useState('en')
  const [busy, setBusy] = useState(false)
  const template = all.find((one) => one.kind === kind)
  const letter = useQuery({
    queryKey: ['template', kind, locale, reading.zone],
    queryFn: () => templates.preview(kind, locale, reading.zone),
    placeholderData: (before) => before,
  })

  const test = () => {
    setBusy(true)
    templates
      .test(kind)
      .then(() => toast({ text: `On its way to ${me?.email ?? 'you'}` }))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }

  return (
    <>
      <div className={css.filters}>
        <SelectField label="Letter" value={kind} onChange={(event) => setKind(event.target.value)}>
          {all.map((one) => (
            <option key={one.kind} value={one.kind}>
              {kindWords(one.kind).one}
            </option>
          ))}
        </SelectField>
        <SelectField label="Language" value={locale} onChange={(event) => setLocale(event.target.value)}>
          {(template?.locales ?? []).map((one) => (
            <option key={one} value={one}>
              {languageName(one)}
            </option>
          ))}
        </SelectField>
        <div className={`${css.beside} ${css.buttons}`}>
          <a className={css.outside} href={templates.page(kind, locale)} target="_blank" rel="noreferrer">
            <Icon name="external" /> Open as a mail program shows it
          </a>
          <Button icon="mail" busy={busy} onClick={test}>
            Send it to me
          </Button>
        </div>
      </div>
      {letter.error && <Failure error={letter.error} retry={() => void letter.refetch()} />}
      {letter.isPending && <Skeleton lines={8} label="Loading the letter" />}
      {letter.data && (
        <Panel title={letter.data.subject} icon="mail">
          <p className="muted small">
            Plain text, with made-up data.{' '}
            {template?.transactional
              ? 'Everybody gets this letter; nobody can do without it.'
              : 'Its readers can stop it by one click.'}
          </p>
          <pre className={css.letter} lang={letter.data.locale}>
            {letter.data.text}
          </pre>
        </Panel>
      )}
    </>
  )
}
