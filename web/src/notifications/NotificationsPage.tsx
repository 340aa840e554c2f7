import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type SyntheticEvent } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { ApiProblem } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { Actions } from '../design/Dialog'
import { Checkbox, TextField } from '../design/Field'
import { EmptyState, Failure, Skeleton } from '../design/Notice'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { useMe } from '../profile/api'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { ownMails, preferences, preferencesKey, type ListPreference, type Preferences } from './api'
import { kindWords } from './kinds'
import css from './NotificationsPage.module.css'
import { PushPanel } from './PushPanel'
import { ownTargets } from './pushApi'
import { statuses } from './statuses'

export function NotificationsPage() {
  usePageTitle('Notifications')
  const settings = useQuery({ queryKey: preferencesKey, queryFn: preferences.get })
  return (
    <div className={css.page}>
      <h1>Notifications</h1>
      {settings.error && <Failure error={settings.error} retry={() => void settings.refetch()} />}
      {settings.isPending && <Skeleton lines={6} label="Loading your settings" />}
      {settings.data && <PreferencesForm key={settings.data.version} before={settings.data} />}
      <PushPanel api={ownTargets} />
      <History />
    </div>
  )
}

const listKey = ({ kind, listId }: Pick<ListPreference, 'kind' | 'listId'>) => `${kind} ${listId}`

function PreferencesForm({ before }: { before: Preferences }) {
  const queries = useQueryClient()
  const { data: me } = useMe()
  const [enabled, setEnabled] = useState(before.enabled)
  const [kinds, setKinds] = useState(() => new Map(before.kinds.map(({ kind, wanted }) => [kind, wanted])))
  const [lists, setLists] = useState(() => new Map(before.lists.map((list) => [listKey(list), list.wanted])))
  const [quiet, setQuiet] = useState(before.quietFrom !== null)
  const [from, setFrom] = useState(before.quietFrom?.slice(0, 5) ?? '22:00')
  const [until, setUntil] = useState(before.quietUntil?.slice(0, 5) ?? '07:00')
  const [daily, setDaily] = useState(before.digest !== null)
  const [at, setAt] = useState(before.digest?.at.slice(0, 5) ?? '07:00')
  const digestible = before.kinds.filter((kind) => kind.digestible).map(({ kind }) => kind)
  const [gathered, setGathered] = useState(() => new Set(before.digest?.kinds ?? digestible))
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  const save = async () => {
    setBusy(true)
    setError(undefined)
    try {
      const saved = await preferences.put(
        {
          enabled,
          quietFrom: quiet ? from : null,
          quietUntil: quiet ? until : null,
          digest: daily ? { at, kinds: [...gathered] } : null,
          kinds: Object.fromEntries(
            before.kinds
              .filter(({ switchable }) => switchable)
              .map(({ kind, wanted }) => [kind, kinds.get(kind) ?? wanted]),
          ),
          lists: before.lists
            .map((list) => ({ ...list, now: lists.get(listKey(list)) ?? list.wanted }))
            .filter(({ wanted, now }) => wanted !== now)
            .map(({ kind, listId, now }) => ({ kind, listId, wanted: now })),
        },
        before.version,
      )
      queries.setQueryData(preferencesKey, saved)
      toast({ text: 'Settings saved' })
    } catch (failure) {
      setError(failure)
      if (failure instanceof ApiProblem && failure.status === 412) {
        void queries.invalidateQueries({ queryKey: preferencesKey })
      }
    } finally {
      setBusy(false)
    }
  }

  return (
    <Panel title="What you get by mail" icon="bell">
      <form
        className={css.form}
        aria-label="Notifications"
        onSubmit={(event: SyntheticEvent) => {
          event.preventDefault()
          if (!busy) void save()
        }}
      >
        <Checkbox
          label="Send me mail"
          hint="Switched off, only what you need comes: sign-in links and warnings about your account."
          checked={enabled}
          onChange={(event) => setEnabled(event.target.checked)}
        />
        <fieldset className={css.group}>
          <legend>Kinds of mail</legend>
          {before.kinds.map(({ kind, wanted, switchable }) => (
            <Checkbox
              key={kind}
              label={kindWords(kind).many}
              hint={kindWords(kind).about}
              disabled={!switchable || !enabled}
              checked={!switchable || (kinds.get(kind) ?? wanted)}
              onChange={(event) => setKinds(new Map(kinds).set(kind, event.target.checked))}
            />
          ))}
        </fieldset>
        {before.lists.length > 0 && (
          <fieldset className={css.group}>
            <legend>Nets that have written to you</legend>
            {before.lists.map((list) => (
              <Checkbox
                key={listKey(list)}
                label={`${list.name}: ${kindWords(list.kind).many.toLowerCase()}`}
                disabled={!enabled}
                checked={lists.get(listKey(list)) ?? list.wanted}
                onChange={(event) => setLists(new Map(lists).set(listKey(list), event.target.checked))}
              />
            ))}
          </fieldset>
        )}
        <fieldset className={css.group}>
          <legend>Quiet hours</legend>
          <Checkbox
            label="Hold mail back at night"
            hint={`It comes when they end. Emergencies and sign-in links come at once.${me ? ` Clock of ${me.zone}.` : ''}`}
            checked={quiet}
            disabled={!enabled}
            onChange={(event) => setQuiet(event.target.checked)}
          />
          {quiet && (
            <div className={css.pair}>
              <TextField
                label="From"
                type="time"
                required
                value={from}
                onChange={(event) => setFrom(event.target.value)}
              />
              <TextField
                label="Until"
                type="time"
                required
                value={until}
                error={from === until ? 'Must differ from the beginning' : undefined}
                onChange={(event) => setUntil(event.target.value)}
              />
            </div>
          )}
        </fieldset>
        <fieldset className={css.group}>
          <legend>One mail a day</legend>
          <Checkbox
            label="Gather mail over the day"
            hint={`It comes as one mail; emergencies come at once. Switched off, what waits comes right away.${me ? ` Clock of ${me.zone}.` : ''}`}
            checked={daily}
            disabled={!enabled}
            onChange={(event) => setDaily(event.target.checked)}
          />
          {daily && (
            <div className={css.gathered}>
              <TextField
                label="At"
                type="time"
                required
                value={at}
                onChange={(event) => setAt(event.target.value)}
              />
              {digestible.map((kind) => (
                <Checkbox
                  key={kind}
                  label={`Gather ${kindWords(kind).many.toLowerCase()}`}
                  disabled={!enabled}
                  checked={gathered.has(kind)}
                  onChange={(event) => {
                    const next = new Set(gathered)
                    if (event.target.checked) next.add(kind)
                    else next.delete(kind)
                    setGathered(next)
                  }}
                />
              ))}
              {gathered.size === 0 && <p className={css.bad}>Choose at least one kind.</p>}
            </div>
          )}
        </fieldset>
        {error !== undefined && <Failure error={error} />}
        <Actions>
          <Button
            type="submit"
            look="primary"
            busy={busy}
            disabled={(quiet && from === until) || (daily && gathered.size === 0)}
          >
            Save settings
          </Button>
        </Actions>
      </form>
    </Panel>
  )
}

function History() {
  const { reading } = useClock()
  const now = useNow(10_000)
  const list = useInfiniteQuery({
    queryKey: ['own-mails'],
    queryFn: ({ pageParam }) => ownMails(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <Panel title="What was sent to you" icon="history" flush>
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={3} label="Loading your mails" />}
      {list.data && all.length === 0 && (
        <EmptyState icon="mail" title="No mails yet">
          Logs of nets that you follow show here. Sign-in links do not: they go to an address, not to an
          account.
        </EmptyState>
      )}
      <ul className={css.history}>
        {all.map((mail) => (
          <li key={mail.id}>
            <div className={css.mail}>
              <strong>{mail.subject}</strong>
              <span className="muted small">
                {kindWords(mail.kind).one}
                {mail.target && ` to ${mail.target}`},{' '}
                <time dateTime={mail.createdAt} title={dayAndClock(mail.createdAt, reading)}>
                  {relative(mail.createdAt, now, reading.locale)}
                </time>
              </span>
              {mail.reason && <span className="muted small">{mail.reason}</span>}
            </div>
            <Chip tone={statuses[mail.status].tone} icon={statuses[mail.status].icon}>
              {statuses[mail.status].label}
            </Chip>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <div className={css.more}>
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Show older mails
          </Button>
        </div>
      )}
    </Panel>
  )
}
