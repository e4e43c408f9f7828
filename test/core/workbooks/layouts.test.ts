import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formOf, forms } from '#core/workbooks/forms/forms.ts'
import { applyLayout } from '#core/workbooks/layouts/apply-layout.ts'
import { guessForm, guessHeader } from '#core/workbooks/layouts/guess-layout.ts'
import type { KnownLayouts, Meaning } from '#core/workbooks/layouts/layout.ts'
import { layoutKey } from '#core/workbooks/layouts/layout.ts'
import { shownTitles } from '#core/workbooks/layouts/shown-titles.ts'
import { suggestMeanings } from '#core/workbooks/layouts/suggest-meanings.ts'
import type { ColumnSample } from '#core/workbooks/layouts/suggest-meanings.ts'
import { keyLikeness } from '#core/workbooks/layouts/title-likeness.ts'
import { findTables } from '#core/workbooks/tables/find-tables.ts'
import { SheetGrid } from '#core/workbooks/tables/sheet-grid.ts'

const words = {
  grade: (text: string) => ['高', '中', '低'].includes(text),
  category: (text: string) => ['业务流程', '岗位职责'].includes(text),
  powerType: (text: string) => ['行政许可', '行政处罚'].includes(text),
  measureKind: () => false,
  department: (text: string) => ['审批股', '监察队'].includes(text),
}
const sources = { words, remembered: new Map<string, Meaning>() }
const column = (title: string, ...cells: string[]): ColumnSample => ({ title, cells })
const suggested = (form: Parameters<typeof formOf>[0], ...columns: ColumnSample[]) => [...suggestMeanings(formOf(form), columns, sources)].toSorted(([a], [b]) => a - b).map(([index, { meaning, reason }]) => [index, meaning, reason])

describe('suggestions', () => {
  test.each(forms.map((form) => [form.code, form] as const))('for the own titles of %s are its own fields, by the title', (_, form) => {
    const columns = form.columns.map(({ aliases: [alias = ''] }) => column(alias))
    expect([...suggestMeanings(form, columns, sources)].toSorted(([a], [b]) => a - b).map(([, { meaning, reason }]) => [meaning, reason])).toEqual(form.columns.map(({ field }) => [field, 'title']))
  })

  test('go by the cells where the title says nothing', () => {
    expect(suggested('risk-survey', column('甲', '1', '2', '3'), column('乙', '审批股', '监察队'), column('丙', '业务流程', '岗位职责', '其他'), column('丁', '高', '1中2低', '低'), column('戊', '2026年3月1日', '长期'), column('己', '随便', '什么')))
      .toEqual([[0, 'serial', 'contents'], [1, 'department', 'contents'], [2, 'category', 'contents'], [3, 'grade', 'contents'], [4, 'dueDate', 'contents']])
  })

  test('do not take a column for a grade or a day by its title when its cells are something else', () => {
    expect(suggested('risk-survey', column('岗位级别', '科员', '股长'), column('整改落实时限要求', '尽快', '抓紧'))).toEqual([[0, 'post', 'similar']])
  })

  test('take the filled one of two columns with one title', () => {
    expect(suggested('risk-survey', column('档次', '', ''), column('档次', '高', '低'))).toEqual([[1, 'grade', 'similar']])
  })

  test('leave the columns of numbers between risk point and total to the factors of a method', () => {
    expect(suggested('grading-sheet', column('风险点', '甲'), column('重要程度', '25'), column('公开程度', '好'), column('裁量权', '20'), column('合计', '45')).filter(([, meaning]) => meaning === 'factor')).toEqual([[1, 'factor', 'contents'], [3, 'factor', 'contents']])
  })

  test('give no field to two columns, whatever the titles and cells are', () => {
    const title = fc.oneof(fc.constantFrom('序号', '等级', '风险等级', '档次', '责任', '事项', '', 'constructor', '__proto__'), fc.string({ unit: 'binary' }))
    const cells = fc.array(fc.oneof(fc.constantFrom('高', '1', '2', '2026-01-01', '审批股'), fc.string()), { maxLength: 4 })
    fc.assert(fc.property(fc.constantFrom(...forms), fc.array(fc.record({ title, cells }), { maxLength: 12 }), (form, columns) => {
      const fields = [...suggestMeanings(form, columns, sources).values()].map(({ meaning }) => meaning).filter((meaning) => meaning !== 'factor')
      expect(new Set(fields).size).toBe(fields.length)
    }))
  })
})

test('two titles are as alike one way as the other, and wholly alike only to themselves', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (a, b) => {
    expect(keyLikeness(a, b)).toBe(keyLikeness(b, a))
    expect(keyLikeness(a, b)).toBeLessThanOrEqual(1)
    if (a.length > 1) expect(keyLikeness(a, a)).toBe(1)
  }))
  expect(keyLikeness('电话', '等级')).toBe(0)
})

test('a header is guessed below titles and above data, and its form by what it holds', () => {
  const rows = [['某局自查表', '', '', ''], ['填报日期：2026年3月1日', '', '', ''], ['事项', '表现', '档次', '对策'], ['取水许可', '走过场', '高', '两人同行'], ['取水许可', '拖延', '中', '公示']]
  const grid = new SheetGrid({ name: '表', hidden: false, rows, merges: [] })
  expect(guessHeader(grid)).toBe(2)
  const samples = (rows[2] ?? []).map((title, index) => column(title, ...rows.slice(3).map((row) => row[index] ?? '')))
  expect(guessForm(samples, () => sources).code).toBe('risk-survey')
  expect(guessHeader(new SheetGrid({ name: '空', hidden: false, rows: [], merges: [] }))).toBe(0)
})

test('a layout is the same titles in the same columns on as many rows, however they are spaced', () => {
  expect(layoutKey(1, ['甲 事', '乙', ''])).toBe(layoutKey(1, ['甲事', '（乙'.slice(1), '', '']))
  const different = [layoutKey(1, ['甲', '乙']), layoutKey(2, ['甲', '乙']), layoutKey(1, ['乙', '甲']), layoutKey(1, ['', '甲', '乙']), layoutKey(1, ['甲","乙'])]
  expect(new Set(different).size).toBe(different.length)
})

test('columns are called by short names of their own', () => {
  expect(shownTitles(['备注', '', '备 注', '长'.repeat(32_000), '等级'])).toEqual(['备注 (A)', 'B', '备 注 (C)', `${'长'.repeat(59)}…`, '等级'])
})

test('a column said to hold a field takes it once, and only where the form has it', () => {
  const meanings = new Map<number, Meaning>([[0, 'name'], [1, 'name'], [2, 'legalBasis'], [3, 'factor'], [9, 'manifestation']])
  expect(applyLayout({ form: formOf('risk-survey'), meanings }, ['a', 'b', 'c', 'd'])).toMatchObject({ mapping: { 0: 'name' }, factors: {}, unknown: [1, 2, 3], missing: ['manifestation'] })
})

test('a sheet that begins every row like a remembered header is not looked through for it row by row', () => {
  let asked = 0
  const known: KnownLayouts = { levels: [3, 2, 1], begins: () => true, find: () => { asked++; return undefined } }
  const rows = Array.from({ length: 20_000 }, () => ['某事', '某病'])
  expect(findTables({ name: '表', hidden: false, rows, merges: [] }, undefined, { placed: [], known }).tables).toEqual([])
  expect(asked).toBeLessThanOrEqual(300)
})
