import { SelectField } from '../design/Field'
import { zonesByRegion } from './format'

const regions = zonesByRegion()
const known = new Set(regions.flatMap(([, zones]) => zones))

/** All time zones, by region; typing the city's name finds it. */
export function ZoneSelect({
  label,
  value,
  onChange,
  hint,
  error,
}: {
  label: string
  value: string
  onChange: (zone: string) => void
  hint?: string
  error?: string | undefined
}) {
  return (
    <SelectField
      label={label}
      value={value}
      hint={hint}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    >
      {!known.has(value) && <option value={value}>{value}</option>}
      {regions.map(([region, zones]) => (
        <optgroup key={region} label={region}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone === region ? zone : zone.slice(region.length + 1).replaceAll('_', ' ')}
            </option>
          ))}
        </optgroup>
      ))}
    </SelectField>
  )
}
