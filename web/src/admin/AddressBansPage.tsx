import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { ConfirmDialog } from '../design/Dialog'
import { SelectField } from '../design/Field'
import { EmptyState, Failure, Skeleton } from '../design/Notice'
import { toast } from '../design/Toasts'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { AccountTabs } from './AccountTabs'
import { addressBans, type AddressBan } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import css from './admin.module.css'

export function AddressBansPage() {
  usePageTitle('Banned addresses')
  return (
    <OnlyAdmins>
      <Bans />
    </OnlyAdmins>
  )
}

function Bans() {
  const { reading } = useClock()
  const now = useNow(30_000)
  const queries = useQueryClient()
  const [past, setPast] = useState(false)
  const [lifting, setLifting] = useState<AddressBan>()
  const [busy, setBusy] = useState(false)
  const list = useInfiniteQuery({
    queryKey: ['address-bans', past],
    queryFn: ({ pageParam }) => addressBans.list(past, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
    refetchInterval: 30_000,
  })
  const all = list.data?.pages.flatMap(({ items }) => items) ?? []

  const lift = (ban: AddressBan) => {
    setBusy(true)
    addressBans
      .lift(ban.id)
      .then(() => {
        toast({ text: `People can sign in from ${ban.network} again` })
        void queries.invalidateQueries({ queryKey: ['address-bans'] })
      })
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => {
        setBusy(false)
        setLifting(undefined)
      })
  }

  return (
    <div className={css.page}>
      <h1>Banned addresses</h1>
      <AccountTabs />
      <p className="muted">
        Too many sign-ins failed from these networks, so nobody can sign in from there for a while. Who is
        signed in stays in. An operations centre in which many people share one address may need your help
        here.
      </p>
      <div className={css.filters} role="search">
        <SelectField
          label="Show"
          value={past ? 'past' : 'now'}
          onChange={(event) => setPast(event.target.value === 'past')}
        >
          <option value="now">In force</option>
          <option value="past">Those that are over, too</option>
        </SelectField>
      </div>
      {list.error && <Failure error={list.error} retry={() => void list.refetch()} />}
      {list.isPending && <Skeleton lines={4} label="Loading the bans" />}
      {list.data && all.length === 0 && (
        <EmptyState icon="check" title="Nobody is banned">
          An address lands here by itself when sign-ins from it fail again and again.
        </EmptyState>
      )}
      {all.length > 0 && (
        <div className={css.panel}>
          <table className={css.table} aria-label="Banned addresses">
            <thead>
              <tr>
                <th scope="col">Network</th>
                <th scope="col">Why</th>
                <th scope="col">Since</th>
                <th scope="col">Until</th>
                <th scope="col">Commands</th>
              </tr>
            </thead>
            <tbody>
              {all.map((ban) => (
                <tr key={ban.id} data-address-ban={ban.network}>
                  <th scope="row" className={`${css.person} ${css.address} mono`}>
                    {ban.network}
                  </th>
                  <td data-label="Why">
                    {ban.failures} failures
                    <span className={css.second}>{ban.reasons.join(', ')}</span>
                  </td>
                  <td data-label="Since" className={css.nowrap}>
                    <time dateTime={ban.createdAt} title={dayAndClock(ban.createdAt, reading)}>
                      {relative(ban.createdAt, now, reading.locale)}
                    </time>
                  </td>
                  <td data-label="Until" className={css.nowrap}>
                    {ban.liftedAt ? (
                      <Chip>Lifted {dayAndClock(ban.liftedAt, reading)}</Chip>
                    ) : ban.inForce ? (
                      <Chip tone="red" icon="ban">
                        {dayAndClock(ban.until, reading)}
                      </Chip>
                    ) : (
                      dayAndClock(ban.until, reading)
                    )}
                  </td>
                  <td className={css.commands}>
                    {ban.inForce && (
                      <Button
                        small
                        icon="undo"
                        aria-label={`Lift ban of ${ban.network}`}
                        onClick={() => setLifting(ban)}
                      >
                        Lift ban
                      </Button>
                    )}
                  </td>
                </tr>
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
      {lifting && (
        <ConfirmDialog
          title={`Let ${lifting.network} in again?`}
          confirm="Lift ban"
          busy={busy}
          onConfirm={() => lift(lifting)}
          onClose={() => setLifting(undefined)}
        >
          <p>Sign-ins from there work at once; failures are counted from zero again.</p>
          <p>A firewall that fail2ban has set keeps the address out until you lift that ban, too.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
