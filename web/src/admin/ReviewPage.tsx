import { useState } from 'react'
import { Link } from 'react-router'
import { usePageTitle } from '../app/pageTitle'
import { plainWords } from '../api/problem'
import { saveFile } from '../api/saveFile'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { SelectField } from '../design/Field'
import { EmptyState } from '../design/Notice'
import { toast } from '../design/Toasts'
import type { Role } from '../profile/api'
import { day, dayAndClock, relative } from '../time/format'
import { useClock, useNow } from '../time/reading'
import { review, type AccountStatus, type ReviewFilter } from './api'
import { OnlyAdmins } from './OnlyAdmins'
import { PagedTable, usePagedList } from './PagedTable'
import { SectionTabs } from './SectionTabs'
import { peoplePages } from './sections'
import css from './admin.module.css'

export function ReviewPage() {
  usePageTitle('Review of accounts')
  return (
    <OnlyAdmins>
      <Review />
    </OnlyAdmins>
  )
}

const everything: ReviewFilter = {
  role: null,
  status: null,
  inactiveDays: null,
  apiKeys: null,
  identities: null,
  passkeys: null,
  sessions: null,
  secondFactor: null,
}

const yesOrNo = (value: string) => (value === '' ? null : value === 'yes')
const chosen = (value: boolean | null) => (value === null ? '' : value ? 'yes' : 'no')

const providers: Record<string, string | undefined> = {
  github: 'GitHub',
  google: 'Google',
  microsoft: 'Microsoft',
}

function Review() {
  const { reading } = useClock()
  const now = useNow(60_000)
  const [filter, setFilter] = useState(everything)
  const [busy, setBusy] = useState(false)
  const list = usePagedList(['account-review', filter], (cursor) => review.list(filter, cursor))
  const save = () => {
    setBusy(true)
    review
      .export(filter)
      .then((response) => saveFile(response, 'accounts.csv'))
      .catch((error: unknown) => toast({ text: `Not exported. ${plainWords(error)}`, tone: 'bad' }))
      .finally(() => setBusy(false))
  }

  return (
    <div className={css.page}>
      <h1>Review of accounts</h1>
      <SectionTabs label="People" pages={peoplePages} />
      <p className="muted">
        Who has access, and does everybody still need it? Roles and bans are changed on the page of{' '}
        <Link to="/admin/accounts">accounts</Link>.
      </p>
      <div className={css.filters} role="search">
        <SelectField
          label="Role"
          value={filter.role ?? ''}
          onChange={(event) => setFilter({ ...filter, role: (event.target.value || null) as Role | null })}
        >
          <option value="">All roles</option>
          {['USER', 'LOGGER', 'NCS', 'ADMIN'].map((role) => (
            <option key={role}>{role}</option>
          ))}
        </SelectField>
        <SelectField
          label="Status"
          value={filter.status ?? ''}
          onChange={(event) =>
            setFilter({ ...filter, status: (event.target.value || null) as AccountStatus | null })
          }
        >
          <option value="">All</option>
          <option value="ACTIVE">Active</option>
          <option value="BANNED">Banned</option>
          <option value="DEACTIVATED">Deactivated</option>
        </SelectField>
        <SelectField
          label="Not seen for"
          value={filter.inactiveDays ?? ''}
          onChange={(event) =>
            setFilter({ ...filter, inactiveDays: event.target.value ? Number(event.target.value) : null })
          }
        >
          <option value="">Any time</option>
          <option value="30">30 days</option>
          <option value="90">90 days</option>
          <option value="180">180 days</option>
          <option value="365">A year</option>
        </SelectField>
        <SelectField
          label="API keys"
          value={chosen(filter.apiKeys)}
          onChange={(event) => setFilter({ ...filter, apiKeys: yesOrNo(event.target.value) })}
        >
          <option value="">All</option>
          <option value="yes">With keys</option>
          <option value="no">Without</option>
        </SelectField>
        <SelectField
          label="Identities"
          value={chosen(filter.identities)}
          onChange={(event) => setFilter({ ...filter, identities: yesOrNo(event.target.value) })}
        >
          <option value="">All</option>
          <option value="yes">With one elsewhere</option>
          <option value="no">Without</option>
        </SelectField>
        <SelectField
          label="Passkeys"
          value={chosen(filter.passkeys)}
          onChange={(event) => setFilter({ ...filter, passkeys: yesOrNo(event.target.value) })}
        >
          <option value="">All</option>
          <option value="yes">With passkeys</option>
          <option value="no">Without</option>
        </SelectField>
        <SelectField
          label="Sessions"
          value={chosen(filter.sessions)}
          onChange={(event) => setFilter({ ...filter, sessions: yesOrNo(event.target.value) })}
        >
          <option value="">All</option>
          <option value="yes">Signed in</option>
          <option value="no">Signed in nowhere</option>
        </SelectField>
        <SelectField
          label="Second factor"
          value={chosen(filter.secondFactor)}
          onChange={(event) => setFilter({ ...filter, secondFactor: yesOrNo(event.target.value) })}
        >
          <option value="">All</option>
          <option value="yes">With one</option>
          <option value="no">Without</option>
        </SelectField>
        <div className={css.beside}>
          <Button icon="download" busy={busy} onClick={save}>
            Export as CSV
          </Button>
        </div>
      </div>
      <PagedTable
        list={list}
        name="Review of accounts"
        columns={[
          'Person',
          'Role',
          'Status',
          'Last seen',
          'Since',
          'Sessions',
          'API keys',
          'Identities',
          'Passkeys',
          'Second factor',
        ]}
        empty={
          <EmptyState icon="check" title="No account fits">
            Nobody is left to look at with these filters.
          </EmptyState>
        }
        more="Show more"
      >
        {(account) => (
          <tr key={account.id} data-reviewed={account.email}>
            <th scope="row" className={css.person}>
              <span className={css.name}>
                {account.callsign && <span className="mono">{account.callsign}</span>}{' '}
                {account.name || <span className="muted">No name yet</span>}
              </span>
              <span className={css.second}>{account.email}</span>
            </th>
            <td data-label="Role">
              <Chip tone={account.role === 'ADMIN' ? 'violet' : 'neutral'}>{account.role}</Chip>
            </td>
            <td data-label="Status">
              {account.status === 'ACTIVE' ? (
                'Active'
              ) : account.status === 'BANNED' ? (
                <Chip tone="red">Banned</Chip>
              ) : (
                <Chip>Deactivated</Chip>
              )}
            </td>
            <td data-label="Last seen" className={css.nowrap}>
              {account.lastSeenAt ? (
                <time dateTime={account.lastSeenAt} title={dayAndClock(account.lastSeenAt, reading)}>
                  {relative(account.lastSeenAt, now, reading.locale)}
                </time>
              ) : (
                'Never'
              )}
            </td>
            <td data-label="Since" className={css.nowrap}>
              {day(account.createdAt, reading)}
            </td>
            <td data-label="Sessions" className={css.nowrap}>
              {account.sessions}
            </td>
            <td data-label="API keys" className={css.nowrap}>
              {account.apiKeys}
            </td>
            <td data-label="Identities">
              {account.identities.length > 0
                ? account.identities.map((one) => providers[one] ?? one).join(', ')
                : 'None'}
            </td>
            <td data-label="Passkeys" className={css.nowrap}>
              {account.passkeys}
            </td>
            <td data-label="Second factor">{account.secondFactor ? 'Yes' : 'No'}</td>
          </tr>
        )}
      </PagedTable>
    </div>
  )
}
