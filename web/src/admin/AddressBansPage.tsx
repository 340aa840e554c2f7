import { useState } from 'react'
import { usePageTitle } from '../app/pageTitle'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { ConfirmDialog } from '../design/Dialog'
import { SelectField } from '../design/Field'
import { EmptyState } from '../design/Notice'
import { dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { addressBans, type AddressBan } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, useDeeds, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { peoplePages } from './sections'
import css from './admin.module.css'

const bansKey = ['address-bans'] as const

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
  const [past, setPast] = useState(false)
  const [lifting, setLifting] = useState<AddressBan>()
  const { busy, work } = useDeeds(bansKey)
  const list = usePagedList([...bansKey, past], (cursor) => addressBans.list(past, cursor), 30_000)

  return (
    <div className={css.page}>
      <h1>Banned addresses</h1>
      <SectionTabs label="People" pages={peoplePages} />
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
      <PagedTable
        list={list}
        name="Banned addresses"
        columns={['Network', 'Why', 'Since', 'Status', 'Commands']}
        empty={
          <EmptyState icon="check" title="Nobody is banned">
            An address lands here by itself when sign-ins from it fail again and again.
          </EmptyState>
        }
      >
        {(ban) => (
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
            <td data-label="Status">
              {ban.inForce ? (
                <Chip tone="red" icon="ban">
                  In force
                </Chip>
              ) : (
                <Chip>{ban.liftedAt ? 'Lifted' : 'Over'}</Chip>
              )}
              <span className={css.second}>
                {ban.liftedAt
                  ? dayAndClock(ban.liftedAt, reading)
                  : `until ${dayAndClock(ban.until, reading)}`}
              </span>
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
        )}
      </PagedTable>
      {lifting && (
        <ConfirmDialog
          title={`Let ${lifting.network} in again?`}
          confirm="Lift ban"
          busy={busy}
          onConfirm={() =>
            work(
              () => addressBans.lift(lifting.id),
              `People can sign in from ${lifting.network} again`,
              () => setLifting(undefined),
            )
          }
          onClose={() => setLifting(undefined)}
        >
          <p>Sign-ins from there work at once; failures are counted from zero again.</p>
          <p>A firewall that fail2ban has set keeps the address out until you lift that ban, too.</p>
        </ConfirmDialog>
      )}
    </div>
  )
}
