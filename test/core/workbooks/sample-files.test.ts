import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parseDate } from '#core/workbooks/cells/parse-date.ts'
import { parseMixedGrade } from '#core/workbooks/cells/parse-mixed-grade.ts'
import { splitMeasures, splitNumberedItems } from '#core/workbooks/cells/split-items.ts'
import type { Field } from '#core/workbooks/forms/form-definition.ts'
import { readWorkbook } from '#core/workbooks/read-workbook.ts'
import { findTables } from '#core/workbooks/tables/find-tables.ts'
import type { SheetReading, Table } from '#core/workbooks/tables/sheet-reading.ts'

const folder = new URL('../../../electron/core/example/files/', import.meta.url)

async function reading(name: string): Promise<SheetReading> {
  const { sheets } = await readWorkbook(await readFile(fileURLToPath(new URL(name, folder))), name)
  const [sheet] = sheets
  if (sheet === undefined || sheets.length !== 1) throw new Error('one sheet expected')
  return findTables(sheet)
}

async function onlyTable(name: string): Promise<Table> {
  const { tables } = await reading(name)
  const [table] = tables
  if (table === undefined || tables.length !== 1) throw new Error('one table expected')
  return table
}

function column(table: Table, field: Field): string[] {
  const place = Number(Object.entries(table.recognition.mapping).find(([, one]) => one === field)?.[0])
  return table.rows.map(({ cells }) => cells[place] ?? '')
}

function tally(values: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(values)].map((value) => [value, values.filter((one) => one === value).length]))
}

describe('职权目录.xlsx', () => {
  test('is the power catalogue of 30 powers under a header of two levels', async () => {
    const table = await onlyTable('职权目录.xlsx')
    expect(table.recognition.form.code).toBe('power-catalogue-a')
    expect(table.headers).toEqual(['序号', '职权编码', '职权类别', '职权名称', '子项', '行使依据', '行使主体', '承办科室', '承办岗位', '办理时限(工作日)/法定', '办理时限(工作日)/承诺', '收费依据及标准', '公开形式', '自由裁量权'])
    expect(table.recognition.unknown).toEqual([])
    expect(table.headerRows).toEqual({ first: 3, last: 4 })
    expect(column(table, 'serial')).toEqual(Array.from({ length: 30 }, (_, index) => String(index + 1)))
  })

  test('keeps who filled it in and when, and leaves the signature line out', async () => {
    const { tables, leftOut } = await reading('职权目录.xlsx')
    expect(tables[0]?.title).toBe('职权目录')
    expect(tables[0]?.metadata).toEqual([
      { label: '填报单位', value: '示例县水利局' },
      { label: '填报日期', value: '2012年9月28日' },
    ])
    expect(leftOut).toEqual([
      { sheet: '职权目录', row: 1, reasonCode: 'row.title' },
      { sheet: '职权目录', row: 2, reasonCode: 'row.metadata' },
      { sheet: '职权目录', row: 35, reasonCode: 'row.total' },
    ])
  })

  test('gives both time limits of a power and its sub-item', async () => {
    const table = await onlyTable('职权目录.xlsx')
    expect([column(table, 'statutoryLimit')[0], column(table, 'promisedLimit')[0]]).toEqual(['45', '20'])
    expect(column(table, 'subItem').slice(9, 11)).toEqual(['无证采砂', '超范围采砂'])
  })
})

describe('廉政风险点及防控措施一览表.xlsx', () => {
  test('is the list in nine columns with 40 risk points, 18 high, 15 medium and 7 low', async () => {
    const table = await onlyTable('廉政风险点及防控措施一览表.xlsx')
    expect(table.recognition.form.code).toBe('risk-list-9')
    expect(table.headers).toEqual(['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导'])
    expect(tally(column(table, 'grade'))).toEqual({ 高: 18, 中: 15, 低: 7 })
  })

  test('gives every row the department it was merged under', async () => {
    const table = await onlyTable('廉政风险点及防控措施一览表.xlsx')
    expect(tally(column(table, 'department'))).toEqual({ 办公室: 3, 财务股: 3, 规划建设股: 7, 水土保持站: 2, 水政监察大队: 11, 水资源股: 5, 行政审批股: 8, 政策法规股: 1 })
  })

  test('has 68 numbered measures', async () => {
    const table = await onlyTable('廉政风险点及防控措施一览表.xlsx')
    expect(column(table, 'measures').flatMap(splitMeasures)).toHaveLength(68)
    expect(splitMeasures(column(table, 'measures')[0] ?? '')).toEqual(['任前公示', '纪检意见必听', '党组会票决'])
  })
})

describe('廉政风险点情况表.xlsx', () => {
  test('has 29 powers with 40 items whose grades add up row by row', async () => {
    const table = await onlyTable('廉政风险点情况表.xlsx')
    expect(table.recognition.form.code).toBe('risk-situation-7')
    expect(table.headers).toEqual(['序号', '权力事项', '风险点数量', '表现形式', '等级', '防控措施', '责任人'])
    const items = column(table, 'manifestation').map((text) => splitNumberedItems(text).length)
    const graded = column(table, 'grade').map((text) => parseMixedGrade(text)?.reduce((sum, { count }) => sum + count, 0))
    expect(items).toHaveLength(29)
    expect(items.reduce((sum, count) => sum + count, 0)).toBe(40)
    expect(graded).toEqual(items)
    expect(column(table, 'riskCount').map(Number)).toEqual(items)
  })
})

describe('岗位廉政风险排查表-GB18030.csv', () => {
  test('is decoded and read as the survey of 24 findings', async () => {
    const table = await onlyTable('岗位廉政风险排查表-GB18030.csv')
    expect(table.recognition.form.code).toBe('risk-survey')
    expect(table.headers).toEqual(['科室', '岗位', '职权名称', '流程环节', '风险类别', '风险点及表现形式', '自评等级', '防控措施', '完成时限', '责任人'])
    expect(column(table, 'grade')).toHaveLength(24)
    expect(tally(column(table, 'grade'))).toEqual({ 低风险: 4, 高风险: 10, 中风险: 10 })
  })

  test('has due dates of three kinds, all understood', async () => {
    const table = await onlyTable('岗位廉政风险排查表-GB18030.csv')
    expect(tally(column(table, 'dueDate').map((text) => parseDate(text) ?? 'not understood'))).toEqual({ '2012-12-31': 8, '2012-11-30': 8, 'long-term': 8 })
  })

  test('parts measures at the full-width semicolon', async () => {
    const table = await onlyTable('岗位廉政风险排查表-GB18030.csv')
    expect(splitMeasures(column(table, 'measures')[0] ?? '')).toEqual(['受理条件和材料清单上墙公示', '首问负责并出具受理回执'])
  })
})
