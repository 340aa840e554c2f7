import { describe, expect, it } from 'vitest'
import { changes, merge } from './mergeEdit'

const base = { callsign: 'DL5CM', name: 'Carla', location: null, status: 'CHECKED_IN' } as const

describe('changes', () => {
  it('holds only what differs, with blank as no value', () => {
    expect(changes(base, { name: ' Carla ', location: 'Aachen', notes: '  ' })).toEqual({
      location: 'Aachen',
    })
    expect(changes(base, { name: '' })).toEqual({ name: null })
  })
})

describe('merge', () => {
  it('keeps both changes if they are to different fields', () => {
    const result = merge(base, { location: 'Aachen' }, { ...base, name: 'Karla', status: 'AWAY' })

    expect(result).toEqual({ patch: { location: 'Aachen' }, conflicts: [] })
  })

  it('asks if both set the same field differently', () => {
    const result = merge(base, { name: 'Carola', location: 'Aachen' }, { ...base, name: 'Karla' })

    expect(result.patch).toEqual({ location: 'Aachen' })
    expect(result.conflicts).toEqual([{ field: 'name', mine: 'Carola', theirs: 'Karla' }])
  })

  it('has nothing to do if both set the same value', () => {
    expect(merge(base, { name: 'Karla' }, { ...base, name: 'Karla' })).toEqual({ patch: {}, conflicts: [] })
  })

  it('does not touch a field that was only looked at', () => {
    expect(merge(base, { name: 'Carla' }, { ...base, name: 'Karla' })).toEqual({ patch: {}, conflicts: [] })
  })
})
