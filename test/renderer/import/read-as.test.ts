import { expect, test } from 'vitest'
import type { ColumnSuggestions, ReadAs, SheetHead, SheetReading } from '#shared/contract/exchange.ts'
import { firstDraft, lackingFields, meaningsOf, orderFrom, withChoice, withForm, withHeader } from '#renderer/import/read-as/draft.ts'
import { orderAt, orderOf, withMeaning, withOrder, withoutOrder } from '#renderer/import/read-as/orders.ts'

const head: SheetHead = { rows: [['甲']], rowTotal: 1, columnTotal: 1, headerEnds: [1], guess: { form: 'risk-survey', headerFirst: 3, headerLast: 4 } }
const column = (index: number, change: Partial<SheetReading['columns'][number]> = {}) => ({ index, header: `列${index}`, field: null, isFactor: false, isIgnored: false, samples: [], ...change })
const reading = (change: Partial<SheetReading> = {}): SheetReading => ({
  sheet: '表', sheetIndex: 1, formCode: 'grading-sheet', headerFirst: 2, headerRow: 3, by: 'hand', layoutId: null, keepsAbove: true, rows: 5, fields: [], leftOut: [],
  columns: [column(0, { field: 'name' }), column(1, { isFactor: true }), column(2, { isIgnored: true }), column(3)], ...change,
})
const order = (change: Partial<ReadAs> = {}): ReadAs => ({ sheet: 1, form: 'risk-survey', headerFirst: 2, headerLast: 2, columns: [], ignored: [], keepsAbove: false, remember: true, ...change })
const at = (headerFirst: number, change: Partial<ReadAs> = {}): ReadAs => order({ headerFirst, headerLast: headerFirst, ...change })

const suggestion = (index: number, meaning: string | null): ColumnSuggestions['columns'][number] => ({ index, title: `列${index}`, samples: [], meaning, reason: meaning === null ? null : 'similar' })
const suggestions: ColumnSuggestions = {
  columns: [suggestion(0, 'name'), suggestion(1, null), suggestion(2, 'ignore')], freeFactors: false,
  fields: [{ field: 'name', required: true }, { field: 'manifestation', required: true }, { field: 'grade', required: false }],
}

test('choosing begins with the guess for a sheet left out, with what was said for one read by hand, and with fresh suggestions for one a form knows', () => {
  expect(firstDraft(reading({ formCode: null, headerFirst: null, headerRow: null, by: null }), head)).toEqual({ ...head.guess, chosen: {}, keepsAbove: false, remember: true })
  expect(firstDraft(reading(), head)).toEqual({ form: 'grading-sheet', headerFirst: 2, headerLast: 3, chosen: { 0: 'name', 1: 'factor', 2: 'ignore', 3: '' }, keepsAbove: true, remember: false })
  expect(firstDraft(reading({ by: 'form' }), head)).toMatchObject({ chosen: {}, keepsAbove: false, remember: true })
})

test('a field that is chosen for one column leaves the other that had it with nothing', () => {
  const draft = { ...head.guess, chosen: {}, keepsAbove: false, remember: true }
  expect([...meaningsOf(draft, suggestions)]).toEqual([[0, 'name'], [2, 'ignore']])
  expect(lackingFields(meaningsOf(draft, suggestions), suggestions)).toEqual(['manifestation'])
  const moved = withChoice(draft, suggestions, { index: 1, meaning: 'name' })
  expect([...meaningsOf(moved, suggestions)]).toEqual([[1, 'name'], [2, 'ignore']])
  const ignored = withChoice(moved, suggestions, { index: 0, meaning: 'ignore' })
  expect([...meaningsOf(ignored, suggestions)]).toEqual([[0, 'ignore'], [1, 'name'], [2, 'ignore']])
  expect(orderFrom(ignored, 1, meaningsOf(ignored, suggestions))).toMatchObject({ sheet: 1, headerFirst: 3, headerLast: 4, columns: [{ index: 0, meaning: 'ignore' }, { index: 1, meaning: 'name' }, { index: 2, meaning: 'ignore' }] })
  expect(withForm(moved, 'risk-list-9').chosen).toEqual({})
  expect(withForm(moved, moved.form)).toBe(moved)
  expect(withHeader(moved, 5, 6)).toMatchObject({ headerFirst: 5, headerLast: 6, chosen: {} })
})

test('what is said of a header takes the place of what was said of it, and of what stands above unless that is kept', () => {
  const said = [at(1), at(9), at(1, { sheet: 0 })]
  expect(withOrder(said, at(4), { sheetIndex: 1, headerFirst: null })).toEqual([at(9), at(1, { sheet: 0 }), at(4)])
  expect(withOrder(said, at(4, { keepsAbove: true }), { sheetIndex: 1, headerFirst: null })).toEqual([...said, at(4, { keepsAbove: true })])
  expect(withOrder(said, at(4, { keepsAbove: true }), { sheetIndex: 1, headerFirst: 9 })).toEqual([at(1), at(1, { sheet: 0 }), at(4, { keepsAbove: true })])
  expect(withoutOrder(said, { sheetIndex: 1, headerFirst: 9 })).toEqual([at(1), at(1, { sheet: 0 })])
})

test('another word on one column leaves the others as they were read, or as was said since', () => {
  expect(orderOf(reading({ formCode: null }))).toBeUndefined()
  const once = withMeaning([], reading(), { index: 3, meaning: 'manifestation' })
  const columns = [{ index: 0, meaning: 'name' }, { index: 1, meaning: 'factor' }, { index: 2, meaning: 'ignore' }, { index: 3, meaning: 'manifestation' }]
  expect(once).toEqual([{ sheet: 1, form: 'grading-sheet', headerFirst: 2, headerLast: 3, columns, ignored: [], keepsAbove: true, remember: false }])
  const twice = withMeaning(once, reading(), { index: 0, meaning: 'ignore' })
  expect(orderAt(twice, reading())?.columns).toEqual([...columns.slice(1), { index: 0, meaning: 'ignore' }])
})
