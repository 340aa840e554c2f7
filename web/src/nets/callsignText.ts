import type { Station } from '../api/model'

/** What was typed as a callsign, the way the log writes it. */
export function readCallsign(typed: string): string {
  return typed.trim().toUpperCase().replaceAll('\u00d8', '0')
}

/** Whether the services can take it: up to 20 letters, digits and strokes. */
export function isCallsignText(callsign: string): boolean {
  return /^[A-Z0-9/]{1,20}$/.test(callsign)
}

/** Fills in what is known of a station; what was typed stays. */
export function complete<Fields extends { name: string; location: string }>(
  fields: Fields,
  station: Pick<Station, 'name' | 'location'>,
): Fields {
  return {
    ...fields,
    name: fields.name.trim() ? fields.name : (station.name ?? ''),
    location: fields.location.trim() ? fields.location : (station.location ?? ''),
  }
}
