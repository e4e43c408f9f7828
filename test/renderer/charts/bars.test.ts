import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endText, labelLines, pixelsPerPoint, segmentText, textPixels } from '#renderer/components/charts/bar-scale.ts'
import { gradeColumns, gradeRows, sortRows } from '#renderer/components/charts/grade-rows.ts'
import type { GradeColumn } from '#renderer/components/charts/grade-rows.ts'

const columns: readonly GradeColumn[] = [
  { code: 'high', label: '高', colour: 'high' }, { code: 'medium', label: '中', colour: 'medium' }, { code: 'low', label: '低', colour: 'low' },
]
const counted = fc.array(fc.record({ key: fc.constantFrom('甲', '乙', '丙', '丁'), gradeCode: fc.constantFrom('high', 'medium', 'low'), points: fc.integer({ min: 0, max: 5000 }) }), { maxLength: 30 })
const rowsOf = (counts: readonly { key: string; gradeCode: string; points: number }[]) => gradeRows(counts, ({ key }) => key, ({ key }) => key)

test('rows add up to what was counted, and nothing that counts zero has a row', () => {
  fc.assert(fc.property(counted, (counts) => {
    const rows = rowsOf(counts)
    expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(counts.reduce((sum, { points }) => sum + points, 0))
    for (const row of rows) expect([...row.counts.values()].reduce((sum, count) => sum + count, 0)).toBe(row.total)
    expect(rows.every(({ total }) => total > 0)).toBe(true)
  }))
})

test('the longest row comes first, of equal ones the heavier', () => {
  const rows = rowsOf([
    { key: '甲', gradeCode: 'low', points: 3 }, { key: '乙', gradeCode: 'high', points: 3 }, { key: '丙', gradeCode: 'low', points: 9 },
  ])
  expect(sortRows(rows, columns).map(({ key }) => key)).toEqual(['丙', '乙', '甲'])
})

test('every bar with its end text keeps within the chart', () => {
  fc.assert(fc.property(counted, fc.integer({ min: 300, max: 1600 }), (counts, width) => {
    const rows = rowsOf(counts)
    fc.pre(rows.length > 0)
    const scale = pixelsPerPoint(rows, columns, width)
    const first = (width - 44) / Math.max(...rows.map(({ total }) => total))
    for (const row of rows) expect(row.total * scale + textPixels(endText(row, columns, first))).toBeLessThanOrEqual(width)
  }))
})

test('a segment says word and count, then the count alone, then nothing; what it cannot say stands behind the bar', () => {
  expect(segmentText('高', 12, 80)).toBe('高 12')
  expect(segmentText('高', 12, 22)).toBe('12')
  expect(segmentText('高', 12, 6)).toBe('')
  const [row] = rowsOf([{ key: '甲', gradeCode: 'high', points: 1 }, { key: '甲', gradeCode: 'low', points: 99 }])
  expect(row && endText(row, columns, 3)).toBe('100 (高 1 · 低 99)')
  expect(row && endText(row, columns, 30)).toBe('100')
})

test('grades stand in the order of the scale, whatever else was counted behind them', () => {
  const scale = columns.map((column, index) => ({ code: column.code, label: column.label, colour: 'high' as const, place: index + 1, steps: 3, severityRank: 3 - index }))
  const rows = rowsOf([{ key: '甲', gradeCode: '', points: 1 }, { key: '甲', gradeCode: 'low', points: 1 }])
  expect(gradeColumns(scale, rows, (code) => (code === '' ? '未评定' : code)).map(({ label }) => label)).toEqual(['高', '中', '低', '未评定'])
})

test('a long label takes two lines and ends in an ellipsis', () => {
  const lines = labelLines('河湖长制与防汛抗旱服务中心（县防汛抗旱指挥部办公室）', 150)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/u)
  for (const line of lines) expect(textPixels(line)).toBeLessThanOrEqual(160)
  expect(labelLines('办公室', 150)).toEqual(['办公室'])
})
