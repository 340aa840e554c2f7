import { describe, expect, it } from 'vitest'
import { fileName } from './saveFile'

describe('fileName', () => {
  it.each([
    [null, undefined],
    ['attachment', undefined],
    ['attachment; filename="net log.csv"', 'net log.csv'],
    ['attachment; filename="a \\"b\\".csv"', 'a "b".csv'],
    [`attachment; filename="x.csv"; filename*=UTF-8''N%C3%A4he.csv`, 'Nähe.csv'],
  ])('reads %s', (header, name) => {
    expect(fileName(header)).toBe(name)
  })
})
