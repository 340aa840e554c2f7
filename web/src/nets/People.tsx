import { useState, type SyntheticEvent } from 'react'
import type { CheckIn, Net, NetRole, Person } from '../api/model'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Chip } from '../design/Chip'
import { SelectField } from '../design/Field'
import { Panel } from '../design/Panel'
import { toast } from '../design/Toasts'
import { nets } from './api'
import type { NetFile } from './NetFile'
import { personLabel } from './words'
import css from './People.module.css'

const roleWords: Record<NetRole, string> = {
  NCS: 'Net control: leads the net and its log',
  LOGGER: 'Logger: writes the log',
  RELAY: 'Relay: logs stations net control cannot hear',
}

/** Who holds a role in the net, and who is looking at it now. */
export function People({
  file,
  net,
  online,
  log,
  connected,
}: {
  file: NetFile
  net: Net
  online: readonly Person[]
  log: readonly CheckIn[]
  connected: boolean
}) {
  const [busy, setBusy] = useState(false)
  const order: NetRole[] = ['NCS', 'LOGGER', 'RELAY']
  const holders = [...net.roles].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))
  const others = online.filter(({ userId }) => !holders.some((holder) => holder.userId === userId))

  const act = (deed: () => Promise<Net>) => {
    if (busy) return
    setBusy(true)
    deed()
      .then((answer) => file.take(answer))
      .catch((error: unknown) => toast({ text: plainWords(error), tone: 'bad' }))
      .finally(() => setBusy(false))
  }

  return (
    <Panel
      title="People"
      icon="people"
      side={<span className="small muted">{connected ? `${online.length} online` : 'presence unknown'}</span>}
    >
      <div className={css.parts}>
        <ul className={css.list} aria-label="Roles">
          {holders.map((holder) => (
            <li key={holder.userId}>
              <Presence on={online.some(({ userId }) => userId === holder.userId)} />
              <span className={css.name}>{personLabel(holder)}</span>
              <Chip tone={holder.role === 'NCS' ? 'accent' : 'neutral'}>{holder.role}</Chip>
              {net.me.canManage && (
                <Button
                  small
                  look="quiet"
                  icon="close"
                  aria-label={`Take the role ${holder.role} from ${personLabel(holder)}`}
                  title="Take the role away"
                  onClick={() => act(() => nets.revoke(net.id, holder.userId))}
                />
              )}
            </li>
          ))}
          {others.map((person) => (
            <li key={person.userId}>
              <Presence on />
              <span className={css.name}>{personLabel(person)}</span>
            </li>
          ))}
        </ul>
        {net.me.canManage && <Grant net={net} people={candidates(net, online, log)} busy={busy} act={act} />}
      </div>
    </Panel>
  )
}

function Presence({ on }: { on: boolean }) {
  return (
    <span className={`${css.presence} ${on ? css.on : ''}`}>
      <span className="visually-hidden">{on ? 'Online: ' : 'Not online: '}</span>
    </span>
  )
}

/** Whoever is here or in the log with an account, and has no role yet. */
function candidates(net: Net, online: readonly Person[], log: readonly CheckIn[]): Person[] {
  const people = new Map<string, Person>()
  for (const { userId, name, callsign } of log) {
    if (userId) people.set(userId, { userId, name: name ?? '', callsign })
  }
  for (const person of online) people.set(person.userId, person)
  for (const { userId } of net.roles) people.delete(userId)
  return [...people.values()].sort((a, b) => personLabel(a).localeCompare(personLabel(b)))
}

function Grant({
  net,
  people,
  busy,
  act,
}: {
  net: Net
  people: Person[]
  busy: boolean
  act: (deed: () => Promise<Net>) => void
}) {
  const [chosen, setChosen] = useState('')
  const [role, setRole] = useState<NetRole>('LOGGER')
  const person = people.find(({ userId }) => userId === chosen)
  const give = (event: SyntheticEvent) => {
    event.preventDefault()
    if (!person) return
    act(() => nets.grant(net.id, person.userId, { role, name: person.name, callsign: person.callsign }))
    setChosen('')
  }
  if (people.length === 0) {
    return <p className="small muted">People who watch or have checked in can be given a role here.</p>
  }
  return (
    <form className={css.grant} onSubmit={give} aria-label="Give a role">
      <SelectField
        label="Give a role to"
        value={person ? chosen : ''}
        onChange={(event) => setChosen(event.target.value)}
      >
        <option value="">Choose a person</option>
        {people.map((one) => (
          <option key={one.userId} value={one.userId}>
            {personLabel(one)}
          </option>
        ))}
      </SelectField>
      <SelectField label="Role" value={role} onChange={(event) => setRole(event.target.value as NetRole)}>
        {(Object.keys(roleWords) as NetRole[]).map((one) => (
          <option key={one} value={one}>
            {roleWords[one]}
          </option>
        ))}
      </SelectField>
      <Button type="submit" small disabled={!person} busy={busy}>
        Give role
      </Button>
    </form>
  )
}
