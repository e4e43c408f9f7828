import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromTsv, toTsv } from '#renderer/components/grid/tsv.ts'

const cell = fc.string({ unit: fc.constantFrom('"', '\t', '\n', 'a', '高', ' ') })
const sheet = fc.integer({ min: 1, max: 4 }).chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 4 }))

describe('cells on the clipboard', () => {
  test('what was copied is pasted again as it was', () => {
    fc.assert(fc.property(sheet, (rows) => {
      // A single row of one empty cell is an empty clipboard.
      fc.pre(rows.some((row) => row.length > 1 || row.some((text) => text !== '')) && (rows.at(-1)?.length !== 1 || rows.at(-1)?.[0] !== ''))
      expect(fromTsv(toTsv(rows))).toEqual(rows)
    }))
  })

  test('the line end that workbook programs add is no row of its own', () => {
    expect(fromTsv('甲\t乙\r\n丙\t丁\r\n')).toEqual([['甲', '乙'], ['丙', '丁']])
  })

  test('an empty row and an empty last cell are kept', () => {
    expect(fromTsv('甲\t\n\n乙\t丙')).toEqual([['甲', ''], [''], ['乙', '丙']])
  })

  test('a quote within a text is a quote, not a frame', () => {
    expect(fromTsv('"三重一大"事项\t他说"好"')).toEqual([['"三重一大"事项', '他说"好"']])
  })

  test('a frame that is never closed is plain text', () => {
    expect(fromTsv('"甲\t乙')).toEqual([['"甲', '乙']])
  })

  test('a line break inside a framed cell stays inside it', () => {
    expect(fromTsv('"一、依据\r\n二、措施"\t中')).toEqual([['一、依据\n二、措施', '中']])
  })
})
