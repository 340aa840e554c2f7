import { Checkbox } from '../design/Field'
import { Dialog } from '../design/Dialog'
import { stationStatus, stationStatuses } from './words'
import css from './ShortcutHelp.module.css'

const groups: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Anywhere in the net',
    keys: [
      ['c', 'Go to the callsign field'],
      ['/', 'Search the log'],
      ['Ctrl+Z', 'Undo the last check-in, deletion or status'],
      ['?', 'This help'],
    ],
  },
  {
    title: 'Check-in line',
    keys: [
      ['Enter', 'Log the station, from any field'],
      ['↓ ↑', 'Choose from the stations heard before'],
      ['Tab', 'Next field, with what is known filled in'],
      ['Esc', 'Close the list, then clear the line'],
    ],
  },
  {
    title: 'Log, on a row',
    keys: [
      ['↓ ↑', 'Next and previous row'],
      ['Home End', 'First and last row'],
      ['Enter', 'Edit; Enter saves, Esc leaves'],
      ['Del', 'Delete the row'],
    ],
  },
]

export function ShortcutHelp({
  on,
  onSwitch,
  onClose,
}: {
  on: boolean
  onSwitch: (on: boolean) => void
  onClose: () => void
}) {
  return (
    <Dialog title="Keyboard" wide onClose={onClose}>
      <div className={css.groups}>
        {groups.map(({ title, keys }) => (
          <Keys key={title} title={title} keys={keys} />
        ))}
        <Keys
          title="Status of the row"
          keys={stationStatuses.map((status) => [stationStatus[status].key, stationStatus[status].label])}
        />
      </div>
      <Checkbox
        label="Single-letter keys"
        hint="Switch them off if speech input or a screen reader gets in their way. Keys with Ctrl, Enter and arrows stay."
        checked={on}
        onChange={(event) => onSwitch(event.target.checked)}
      />
    </Dialog>
  )
}

function Keys({ title, keys }: { title: string; keys: [string, string][] }) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={css.keys}>
        {keys.map(([key, what]) => (
          <div key={key + what}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
