import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTables } from '#core/workbooks/tables/find-tables.ts'
import { metadataOf } from '#core/workbooks/tables/metadata.ts'
import { stopReason } from '#core/workbooks/tables/stop-row.ts'
import type { Merge, Sheet } from '#core/workbooks/workbook.ts'

const header = ['序号', '部门', '风险点', '表现形式', '风险等级', '防控措施']

function sheet(rows: string[][], options: { hidden?: boolean; merges?: Merge[] } = {}): Sheet {
  const width = Math.max(0, ...rows.map((row) => row.length))
  return { name: '表', hidden: options.hidden ?? false, merges: options.merges ?? [], rows: rows.map((row) => [...row, ...Array.from({ length: width - row.length }, () => '')]) }
}

const data = (serial: number, department = '办公室'): string[] => [String(serial), department, '采购', '化整为零', '高', '公示']
const numbersOf = (rows: string[][], merges: Merge[] = []): string[] => findTables(sheet(rows, { merges })).tables.flatMap((table) => table.rows.map(({ cells }) => cells[0] ?? ''))
const reasonsOf = (rows: string[][], merges: Merge[] = []): string[] => findTables(sheet(rows, { merges })).leftOut.map(({ reasonCode }) => reasonCode)

describe('findTables', () => {
  test('finds the header below titles, whatever stands in them', () => {
    const { tables } = findTables(sheet([['某局廉政风险一览表'], [], ['填报单位：某局', '', '填报日期：2012年9月28日'], header, data(1)]))
    expect(tables[0]?.title).toBe('某局廉政风险一览表')
    expect(tables[0]?.headerRows).toEqual({ first: 4, last: 4 })
    expect(tables[0]?.rows[0]?.row).toBe(5)
  })

  test('joins a header of two levels whether its upper cells are merged or only blank', () => {
    const upper = ['序号', '职权名称', '行使依据', '办理时限', '', '公开形式']
    const lower = ['', '', '', '法定', '承诺', '']
    const row = ['1', '取水许可', '水法', '20', '10', '网站']
    const headers = ['序号', '职权名称', '行使依据', '办理时限/法定', '办理时限/承诺', '公开形式']
    expect(findTables(sheet([upper, lower, row])).tables[0]?.headers).toEqual(headers)
    const filled = [['序号', '职权名称', '行使依据', '办理时限', '办理时限', '公开形式'], ['序号', '职权名称', '行使依据', '法定', '承诺', '公开形式'], row]
    const merges = [0, 1, 2, 5].map((column) => ({ top: 0, bottom: 1, left: column, right: column }))
    const merged = findTables(sheet(filled, { merges: [...merges, { top: 0, bottom: 0, left: 3, right: 4 }] }))
    expect(merged.tables[0]?.headers).toEqual(headers)
    expect(merged.tables[0]?.rows).toHaveLength(1)
  })

  test('takes a second level it does not know into the header all the same when cells are merged over it', () => {
    const rows = [[...header, '监督', '监督'], [...header, '电话', '信箱'], [...data(1), '110', 'a@b']]
    const merges = header.map((_, column) => ({ top: 0, bottom: 1, left: column, right: column }))
    const { tables } = findTables(sheet(rows, { merges: [...merges, { top: 0, bottom: 0, left: 6, right: 7 }] }))
    expect(tables[0]?.headers.slice(6)).toEqual(['监督/电话', '监督/信箱'])
    expect(tables[0]?.rows).toHaveLength(1)
  })

  test('carries the department down where its cell is blank and says that it did', () => {
    const { tables } = findTables(sheet([header, data(1), data(2, ''), data(3, '财务股'), data(4, '')]))
    expect(tables[0]?.rows.map(({ cells, carriedDown }) => [cells[1], carriedDown])).toEqual([['办公室', []], ['办公室', [1]], ['财务股', []], ['财务股', [1]]])
  })

  test('does not carry down a grade or a measure', () => {
    const { tables } = findTables(sheet([header, data(1), ['2', '', '用印', '违规用印', '', '']]))
    expect(tables[0]?.rows[1]?.cells.slice(4)).toEqual(['', ''])
  })

  test('leaves out totals, notes and signatures and says so', () => {
    const rows = [header, data(1), ['小计', '', '', '', '1', ''], data(2), ['合 计', '2'], ['注：本表一式两份。'], ['审核人（签字）：', '', '负责人：'], ['2.续写的说明']]
    expect(numbersOf(rows)).toEqual(['1', '2'])
    expect(reasonsOf(rows)).toEqual(['row.total', 'row.total', 'row.note', 'row.signature', 'row.after-end'])
  })

  test('knows a total that is merged across the table by its first text only', () => {
    const text = '合计：2项。审核人（签字）：        单位（盖章）'
    const rows = [header, data(1), header.map(() => text)]
    const merges = [{ top: 2, bottom: 2, left: 0, right: 5 }]
    expect(numbersOf(rows, merges)).toEqual(['1'])
    expect(reasonsOf(rows, merges)).toEqual(['row.total'])
  })

  test('goes on at a department or a text that begins like a stop word', () => {
    const rows = [header, data(1, '注册科'), ['2', '合计核算科', '合计', '合计数不实', '中', '复核'], ['', '单位', '注', '说明不清', '低', '备注'], data(4)]
    expect(numbersOf(rows)).toEqual(['1', '2', '', '4'])
    expect(reasonsOf(rows)).toEqual([])
  })

  test('keeps an incomplete row in the middle, so that it can be rejected by name and not vanish', () => {
    expect(numbersOf([header, data(1), ['2', '办公室', '', '缺了风险点', '高', ''], data(3)])).toEqual(['1', '2', '3'])
  })

  test('reads whole rows that follow a total', () => {
    expect(numbersOf([header, data(1), ['合计', '1'], data(2)])).toEqual(['1', '2'])
  })

  test('skips the header repeated on every printed page, also one of two levels', () => {
    const rows = [header, data(1), header, data(2)]
    expect(numbersOf(rows)).toEqual(['1', '2'])
    expect(reasonsOf(rows)).toEqual(['row.repeated-header'])
    const twoLevels = [['序号', '职权名称', '行使依据', '办理时限', ''], ['', '', '', '法定', '承诺']]
    const row = ['取水许可', '水法', '20', '10']
    expect(numbersOf([...twoLevels, ['1', ...row], ...twoLevels, ['2', ...row]])).toEqual(['1', '2'])
  })

  test('reads a second table below the first with its own title and columns', () => {
    const other = ['序号', '权力事项', '风险点数量', '表现形式', '等级', '防控措施', '责任人']
    const { tables } = findTables(sheet([header, data(1), [], ['合计', '1'], ['情况表'], other, ['1', '采购', '1', '1.化整为零', '1高', '1.公示', '主任']]))
    expect(tables.map(({ recognition }) => recognition.form.code)).toEqual(['risk-list-9', 'risk-situation-7'])
    expect(tables.map(({ rows }) => rows.length)).toEqual([1, 1])
  })

  test('hands a heading across the table to the rows below it', () => {
    const rows = [header, header.map(() => '（一）办公室'), data(1, ''), header.map(() => '（二）财务股'), data(2, '')]
    const merges = [1, 3].map((row) => ({ top: row, bottom: row, left: 0, right: 5 }))
    const { tables, leftOut } = findTables(sheet(rows, { merges }))
    expect(tables[0]?.rows.map(({ section }) => section)).toEqual(['办公室', '财务股'])
    expect(leftOut.map(({ row, reasonCode }) => [row, reasonCode])).toEqual([[2, 'row.section'], [4, 'row.section']])
  })

  test('says of an empty sheet, an unknown one and a hidden one what it did', () => {
    expect(findTables(sheet([])).leftOut).toEqual([{ sheet: '表', reasonCode: 'sheet.empty' }])
    expect(findTables(sheet([['', '']])).leftOut).toEqual([{ sheet: '表', reasonCode: 'sheet.empty' }])
    expect(findTables(sheet([['姓名', '电话'], ['某', '1']])).leftOut).toEqual([{ sheet: '表', reasonCode: 'sheet.no-known-header' }])
    const hidden = findTables(sheet([header, data(1)], { hidden: true }))
    expect(hidden.leftOut).toEqual([{ sheet: '表', reasonCode: 'sheet.hidden' }])
    expect(hidden.tables[0]?.rows).toHaveLength(1)
  })

  test('accounts for every row that is not blank: as header, data or left out', () => {
    const rowKinds = fc.constantFrom<string[][]>([header], [data(1)], [data(2, '')], [['合计', '1']], [['注：说明']], [['标题']], [[]], [['', '', '', '只有表现形式']])
    fc.assert(fc.property(fc.array(rowKinds, { maxLength: 30 }), (kinds) => {
      const rows = [header, ...kinds.flat()]
      const { tables, leftOut } = findTables(sheet(rows))
      const headers = tables.map(({ headerRows }) => headerRows.last - headerRows.first + 1)
      const accounted = headers.reduce((sum, count) => sum + count, 0) + tables.flatMap((table) => table.rows).length + leftOut.filter(({ row }) => row !== undefined).length
      expect(accounted).toBe(rows.filter((row) => row.some((text) => text !== '')).length)
    }))
  })

  test('leaves the sheet it was given as it was', () => {
    const given = sheet([header, data(1), data(2, '')])
    const before = structuredClone(given)
    findTables(given)
    expect(given).toEqual(before)
  })
})

describe('metadataOf', () => {
  test.each([
    [['填报单位：示例县水利局'], [{ label: '填报单位', value: '示例县水利局' }]],
    [['填报单位：示例县水利局      填报日期：2012年9月28日'], [{ label: '填报单位', value: '示例县水利局' }, { label: '填报日期', value: '2012年9月28日' }]],
    [['填报单位（盖章）：\u3000\u3000填报日期：2012-09-28'], [{ label: '填报日期', value: '2012-09-28' }]],
    [['Organisation: Example Bureau'], [{ label: 'Organisation', value: 'Example Bureau' }]],
    [['廉政风险点一览表'], []],
  ])('reads %j', (texts, metadata) => expect(metadataOf(texts)).toEqual(metadata))
})

describe('stopReason', () => {
  test.each([
    ['合计', 'row.total'], ['总 计', 'row.total'], ['小计：3项', 'row.total'], ['合计：30项。审核人（签字）：', 'row.total'], ['合计30项', 'row.total'], ['Total', 'row.total'],
    ['注：本表', 'row.note'], ['备注：', 'row.note'], ['说明：', 'row.note'], ['注1：', 'row.note'],
    ['审核人（签字）：', 'row.signature'], ['负责人签字：', 'row.signature'], ['填表人：', 'row.signature'], ['单位（盖章）', 'row.signature'],
    ['注册科', undefined], ['合计算法股', undefined], ['说明书管理', undefined], ['单位内部审计', undefined], ['审核岗', undefined], ['1', undefined], ['', undefined],
  ])('takes %j for %j', (text, reason) => expect(stopReason(text)).toBe(reason))
})
