import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions, Dialog } from '../design/Dialog'
import { Checkbox, SelectField, TextArea, TextField } from '../design/Field'
import { EmptyState, Failure, Notice, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { dayAndClock } from '../time/format'
import { useClock } from '../time/reading'
import {
  announcements,
  type Announcement,
  type AnnouncementAudience,
  type AnnouncementDraft,
  type AnnouncementPreview,
} from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { audienceNames, progressWords, stillRuns } from './announcementWords'
import { SectionTabs } from './SectionTabs'
import { mailPages } from './sections'
import css from './admin.module.css'

const empty: AnnouncementDraft = { audience: 'EVERYBODY', title: '', text: '', emergency: false }

export function AnnouncementsPage() {
  usePageTitle('Announcements')
  return (
    <OnlyAdmins>
      <Announcements />
    </OnlyAdmins>
  )
}

function Announcements() {
  return (
    <div className={css.page}>
      <h1>Announcements</h1>
      <SectionTabs label="Mail" pages={mailPages} />
      <Composer />
      <Made />
    </div>
  )
}

function Composer() {
  const queries = useQueryClient()
  const [draft, setDraft] = useState(empty)
  const [preview, setPreview] = useState<AnnouncementPreview>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  // One key for what is on the form, so that a second press after a lost answer sends nothing twice.
  const key = useRef(crypto.randomUUID())

  const set = (change: Partial<AnnouncementDraft>) => {
    key.current = crypto.randomUUID()
    setDraft((before) => ({ ...before, ...change }))
  }

  const act = (deed: () => Promise<void>) => {
    setBusy(true)
    setError(undefined)
    deed()
      .catch(setError)
      .finally(() => setBusy(false))
  }

  const look = (event: SyntheticEvent) => {
    event.preventDefault()
    act(async () => setPreview(await announcements.preview(draft)))
  }

  const send = () =>
    act(async () => {
      await announcements.make(draft, key.current)
      setPreview(undefined)
      setDraft(empty)
      key.current = crypto.randomUUID()
      toast({ text: 'The announcement is on its way' })
      await queries.invalidateQueries({ queryKey: ['announcements'] })
    })

  return (
    <Panel title="Write to a group" icon="megaphone">
      <form className={css.form} onSubmit={look}>
        <SelectField
          label="To"
          value={draft.audience}
          onChange={(event) => set({ audience: event.target.value as AnnouncementAudience })}
        >
          {Object.entries(audienceNames).map(([audience, name]) => (
            <option key={audience} value={audience}>
              {name}
            </option>
          ))}
        </SelectField>
        <TextField
          label="Subject"
          required
          maxLength={150}
          value={draft.title}
          onChange={(event) => set({ title: event.target.value })}
        />
        <TextArea
          label="Message"
          hint="An empty line begins a paragraph."
          required
          rows={8}
          maxLength={10_000}
          value={draft.text}
          onChange={(event) => set({ text: event.target.value })}
        />
        <Checkbox
          label="Emergency"
          hint="Goes out at once, also in quiet hours."
          checked={draft.emergency}
          onChange={(event) => set({ emergency: event.target.checked })}
        />
        {error !== undefined && preview === undefined && <Failure error={error} />}
        <div className={css.buttons}>
          <Button type="submit" look="primary" icon="mail" busy={busy && preview === undefined}>
            Preview
          </Button>
        </div>
      </form>
      {preview && (
        <Dialog title="Send this?" wide onClose={() => setPreview(undefined)}>
          <p>
            {preview.recipients === 0 ? (
              'Nobody belongs to this group.'
            ) : (
              <>
                It goes to{' '}
                <strong>
                  {preview.recipients} {preview.recipients === 1 ? 'person' : 'people'}
                </strong>{' '}
                ({audienceNames[draft.audience]}), but for those who have switched announcements off.
              </>
            )}
          </p>
          {draft.emergency && (
            <Notice tone="warn">It is an emergency: nobody’s quiet hours hold it back.</Notice>
          )}
          <p>
            <strong>{preview.subject}</strong>
          </p>
          <pre className={css.letter}>{preview.text}</pre>
          {error !== undefined && <Failure error={error} />}
          <Actions>
            <Button onClick={() => setPreview(undefined)}>Back</Button>
            <Button look="primary" icon="mail" busy={busy} disabled={preview.recipients === 0} onClick={send}>
              Send to {preview.recipients} {preview.recipients === 1 ? 'person' : 'people'}
            </Button>
          </Actions>
        </Dialog>
      )}
    </Panel>
  )
}

function Made() {
  const list = useInfiniteQuery({
    queryKey: ['announcements'],
    queryFn: ({ pageParam }) => announcements.list(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: (query) =>
      query.state.data?.pages.some(({ items }) => items.some(stillRuns)) ? 2_000 : false,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <section aria-labelledby="made">
      <h2 id="made">Sent so far</h2>
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={3} label="Loading the announcements" />}
      {list.data && all.length === 0 && (
        <EmptyState icon="megaphone" title="No announcement yet">
          What you write above is listed here, with how far it has come.
        </EmptyState>
      )}
      {all.length > 0 && (
        <div className={css.panel}>
          <table className={css.table} aria-label="Announcements">
            <thead>
              <tr>
                <th scope="col">Subject</th>
                <th scope="col">To</th>
                <th scope="col">Sent</th>
                <th scope="col">Delivery</th>
              </tr>
            </thead>
            <tbody>
              {all.map((one) => (
                <Row key={one.id} announcement={one} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {list.hasNextPage && (
        <div className={css.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older ones
          </Button>
        </div>
      )}
    </section>
  )
}

function Row({ announcement }: { announcement: Announcement }) {
  const { reading } = useClock()
  const { title, audience, author, createdAt, emergency, progress } = announcement
  return (
    <tr data-announcement={title}>
      <th scope="row" className={css.person}>
        {title}
        {emergency && (
          <>
            {' '}
            <Chip tone="red" icon="alert">
              Emergency
            </Chip>
          </>
        )}
        <span className={css.second}>{author}</span>
      </th>
      <td data-label="To">{audienceNames[audience]}</td>
      <td data-label="Sent" className={css.nowrap}>
        <time dateTime={createdAt}>{dayAndClock(createdAt, reading)}</time>
      </td>
      <td data-label="Delivery">
        <Chip
          tone={progress.failed > 0 ? 'red' : progress.waiting > 0 ? 'amber' : 'green'}
          icon={progress.waiting > 0 ? 'clock' : progress.failed > 0 ? 'alert' : 'check'}
        >
          {progressWords(progress)}
        </Chip>
      </td>
    </tr>
  )
}
