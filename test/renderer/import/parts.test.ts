import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ImportPlan } from '#shared/contract/exchange.ts'
import { columnLetters } from '#shared/model/column-letters.ts'
import { issueTable } from '#renderer/import/issue-table.ts'
import { leftOutGroups } from '#renderer/import/left-out.ts'
import { firstTab, gains } from '#renderer/import/plan-figures.ts'

const none = { created: 0, updated: 0, unchanged: 0 }
const plan = (change: Partial<ImportPlan>): ImportPlan => ({
  planId: '', fileName: '', formCodes: ['risk-list-9'], sheets: [], issues: [], issueTotal: 0, changes: [], changeTotal: 0,
  summary: { powers: none, riskPoints: none, controlMeasures: none, rejected: 0, flagged: 0 }, ...change,
})

test('columns are named as a spreadsheet names them', () => {
  expect([0, 25, 26, 27, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AB', 'ZZ', 'AAA'])
})

const at = (row: number | null, code: string) => ({ row, code })

test('rows left out for the same reason are told together, neighbours as a range', () => {
  expect(leftOutGroups([at(1, 'row.title'), at(9, 'row.total'), at(2, 'row.title'), at(4, 'row.title'), at(null, 'sheet.hidden')])).toEqual([
    { code: 'row.title', rows: '1–2, 4' }, { code: 'row.total', rows: '9' }, { code: 'sheet.hidden', rows: '' },
  ])
})

test('the preview begins where there is something to decide', () => {
  const summary = plan({}).summary
  expect(firstTab(plan({ formCodes: [] }))).toBe('sheets')
  expect(firstTab(plan({ issues: [{ level: 'error', sheet: '一', row: 1, column: null, code: 'column.missing', params: {} }] }))).toBe('sheets')
  expect(firstTab(plan({ summary: { ...summary, riskPoints: { ...none, created: 2, updated: 1 } } }))).toBe('new')
  expect(firstTab(plan({ summary: { ...summary, riskPoints: { ...none, updated: 1 } } }))).toBe('changed')
  expect(firstTab(plan({ summary: { ...summary, rejected: 3 } }))).toBe('rejected')
})

test('what an import gains is the sum over all kinds of records', () => {
  expect(gains({ powers: { created: 1, updated: 2, unchanged: 3 }, riskPoints: { created: 10, updated: 20, unchanged: 30 }, controlMeasures: { created: 100, updated: 200, unchanged: 300 }, rejected: 7, flagged: 7 }))
    .toEqual({ created: 111, updated: 222, unchanged: 333 })
})

test('no text of a saved list of issues is taken for a formula, whatever stands in the file', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom('=', '+', '-', '@', '\t'), fc.string(), async (start, rest) => {
    const file = issueTable({ issues: [{ level: 'error', sheet: `${start}${rest}`, row: 2, column: null, code: 'cell.required', params: {} }], fileName: 'a.csv', locale: 'zh-CN', t: (key) => key })
    const [, row = ''] = (await file.text()).split('\r\n')
    expect(row.startsWith('level.error,')).toBe(true)
    expect(row.slice('level.error,'.length)).toMatch(/^"?'/u)
  }))
})
