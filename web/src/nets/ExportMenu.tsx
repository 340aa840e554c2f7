import { useRef, useState } from 'react'
import type { Net } from '../api/model'
import { plainWords } from '../api/problem'
import { Button } from '../design/Button'
import { Menu } from '../design/Menu'
import { toast } from '../design/Toasts'
import { saveFile } from '../api/saveFile'
import { useClock } from '../time/reading'
import { exports } from './api'

const formats = [
  { label: 'CSV table', shape: undefined, extension: 'csv' },
  { label: 'ICS-309, text', shape: 'txt', extension: 'txt' },
  { label: 'ICS-309, web page', shape: 'html', extension: 'html' },
] as const

/** The net's log as files, with times in the zone that is shown. */
export function ExportMenu({ net }: { net: Net }) {
  const { reading } = useClock()
  const [busy, setBusy] = useState(false)
  const running = useRef(false)

  const run = async ({ shape, extension }: (typeof formats)[number]) => {
    if (running.current) return
    running.current = true
    setBusy(true)
    try {
      const response = await (shape
        ? exports.ics309(net.id, reading.zone, shape)
        : exports.csv(net.id, reading.zone))
      await saveFile(response, `${net.name}.${extension}`)
    } catch (error) {
      toast({ text: `Not exported. ${plainWords(error)}`, tone: 'bad' })
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return (
    <Menu
      label={(open) => (
        <Button look="quiet" icon="download" busy={busy} {...open}>
          Export
        </Button>
      )}
      items={formats.map((format) => ({ label: format.label, run: () => void run(format) }))}
    />
  )
}
