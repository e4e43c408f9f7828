import { describe, expect, test } from 'vitest'
import type { GridColumn } from '#renderer/components/grid/grid-column.ts'
import { isoDate, planPaste } from '#renderer/components/grid/paste-plan.ts'

interface Row { id: string; number: number; revision: number; content: string; kind: string | null; due: string | null; count: number }

const row = (number: number): Row => ({ id: `r${number}`, number, revision: 1, content: `措施${number}`, kind: 'prevent', due: null, count: 2 })
const kinds = [{ value: 'prevent', label: '前期预防' }, { value: 'monitor', label: '中期监控' }]
const columns: GridColumn<Row>[] = [
  { id: 'content', title: '措施', width: 100, text: ({ content }) => content, edit: { kind: 'text', field: 'content', required: true, value: ({ content }) => content, apply: (old, content) => ({ ...old, content: content ?? '' }) } },
  { id: 'kind', title: '类别', width: 100, text: ({ kind }) => kinds.find(({ value }) => value === kind)?.label ?? '', edit: { kind: 'choice', field: 'kindCode', choices: () => kinds, value: ({ kind }) => kind, apply: (old, kind) => ({ ...old, kind }) } },
  { id: 'due', title: '时限', width: 100, text: ({ due }) => due ?? '', edit: { kind: 'date', field: 'dueOn', value: ({ due }) => due, apply: (old, due) => ({ ...old, due }) } },
  { id: 'count', title: '数量', width: 100, text: ({ count }) => String(count) },
]
const plan = (...cells: string[][]) => planPaste(cells, [row(1), row(2)], columns)

describe('what pasting would change', () => {
  test('only cells whose content differs are changes', () => {
    const { changes } = plan(['措施1', '中期监控'], ['新措施', '前期预防'])
    expect(changes.map(({ row: { id }, edit, value }) => [id, edit.field, value])).toEqual([['r1', 'kindCode', 'monitor'], ['r2', 'content', '新措施']])
  })

  test('an emptied cell sets nothing, but not where something is required', () => {
    const { changes, rejected } = plan(['', ''])
    expect(changes.map(({ edit, value }) => [edit.field, value])).toEqual([['kindCode', null]])
    expect(rejected.map(({ why }) => why)).toEqual(['required'])
  })

  test('words that are no choice, no day or in a column that cannot be edited are left out and said', () => {
    const { changes, rejected } = plan(['措施1', '后期', '下个月', '9'])
    expect(changes).toEqual([])
    expect(rejected.map(({ why }) => why)).toEqual(['unknown-choice', 'not-a-date', 'not-editable'])
  })

  test('rows beyond the list are counted, not added', () => {
    expect(plan(['a'], ['b'], ['c'], ['d']).surplusRows).toBe(2)
  })

  test('cells beyond the last column are nobody\'s', () => {
    expect(planPaste([['前期预防', '', '2', 'x']], [row(1)], columns.slice(1)).rejected).toEqual([])
  })
})

describe('days as people write them', () => {
  test.each([['2024-03-01', '2024-03-01'], ['2024/3/1', '2024-03-01'], ['2024.3.1', '2024-03-01'], ['2024年3月1日', '2024-03-01'], ['２０２４年３月１日', '2024-03-01']])('%s is %s', (text, day) => {
    expect(isoDate(text)).toBe(day)
  })

  test.each(['2024-02-30', '2024-13-01', '3月1日', '长期', ''])('%s is no day', (text) => {
    expect(isoDate(text)).toBeUndefined()
  })
})
