import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { AnnualReport } from '#core/reports/annual-report-model.ts'
import { buildRiskListXlsx } from '#core/reports/risk-list-xlsx.ts'
import { powerRow, reportOf, riskRow, smallReport } from './report-fixture.ts'

async function sheetsOf(report: AnnualReport) {
  const { sheets } = await readXlsx(await buildRiskListXlsx(report), { readStyles: true })
  return sheets
}

async function sheetNamed(report: AnnualReport, name: string) {
  const sheet = (await sheetsOf(report)).find((one) => one.name === name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

async function partOf(report: AnnualReport, path: string): Promise<string> {
  return strFromU8(unzipSync(await buildRiskListXlsx(report))[path] ?? new Uint8Array())
}

const list = await sheetNamed(smallReport(), '一览表')

describe('the printed risk list', () => {
  it('has title, organisation and date, the nine columns, and every point', () => {
    expect(list.rows[0]?.[0]).toBe('示例县水利局廉政风险点及防控措施一览表')
    expect(list.rows[1]).toContain('填报单位：示例县水利局')
    expect(list.rows[1]).toContain('填报日期：2025年12月31日')
    expect(list.rows[2]).toEqual(['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导'])
    expect(list.rows[3]).toEqual([1, '行政审批股', '业务流程', '现场核查', '核查走过场', '高', '1.两人同行\n2.全程留痕', '股长', '分管领导'])
    expect(list.rows).toHaveLength(8)
  })

  it('merges the cells of one department and centres them', () => {
    expect(list.merges).toContainEqual({ startRow: 3, startCol: 1, endRow: 5, endCol: 1 })
    expect(list.merges).toContainEqual({ startRow: 6, startCol: 1, endRow: 7, endCol: 1 })
    expect(list.cells?.get('3,1')?.style?.alignment).toMatchObject({ vertical: 'center', wrapText: true })
  })

  it('prints A4 landscape, one page wide, header frozen on screen and repeated on paper, pages numbered', () => {
    expect(list.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printArea: '$A$1:$I$8', printTitlesRow: '$3:$3' })
    expect(list.freezePane).toMatchObject({ rows: 3 })
    expect(list.headerFooter?.oddFooter).toContain('&P')
  })

  it('puts sheet names in quotes where a print area refers to them, as a name with a space needs', async () => {
    const workbook = await partOf({ ...smallReport(), locale: 'en' }, 'xl/workbook.xml')
    expect(workbook).toContain(">'Risk list'!$3:$3<")
    expect(workbook).not.toMatch(/>[^<']+!\$/)
  })

  it('makes rows as high as their text', async () => {
    const report = reportOf([powerRow({})], [riskRow({}), riskRow({ manifestation: '很长的表现形式'.repeat(30) })])
    const rows = [...(await partOf(report, 'xl/worksheets/sheet1.xml')).matchAll(/<row r="(\d+)" ht="([\d.]+)"/g)].map((match) => Number(match[2]))
    expect(rows[4]).toBeGreaterThan((rows[3] ?? 0) * 4)
    expect(Math.max(...rows)).toBeLessThanOrEqual(409)
  })

  it('never merges a department over the end of a page', async () => {
    const report = reportOf([powerRow({})], Array.from({ length: 300 }, (_, index) => riskRow({ riskPoint: `第${index}点` })))
    const sheet = await sheetNamed(report, '一览表')
    const breaks = [...(await partOf(report, 'xl/worksheets/sheet1.xml')).matchAll(/<brk id="(\d+)"/g)].map((match) => Number(match[1]))
    const down = (sheet.merges ?? []).filter((merge) => merge.startCol === 1 && merge.endCol === 1)
    expect(breaks.length).toBeGreaterThan(10)
    expect(down.map((merge) => merge.endRow + 1).filter((end) => end < 303)).toEqual(breaks)
  })
})

describe('the other sheets', () => {
  it('give department × grade and category × grade with totals as values', async () => {
    const { rows } = await sheetNamed(smallReport(), '汇总')
    expect(rows).toContainEqual(['行政审批股', 1, 1, 1, 0, 3])
    expect(rows).toContainEqual(['岗位职责', 0, 1, 0, 0, 1])
    expect(rows.filter((row) => row[0] === '合计')).toEqual([['合计', 2, 1, 1, 1, 5], ['合计', 2, 1, 1, 1, 5]])
  })

  it('hold the power catalogue, the high risks and the methods', async () => {
    const report = smallReport({ methods: [{ title: '乘积法', paragraphs: ['L乘以C。'], tables: [{ header: ['L', '分值'], rows: [['大', '10']] }] }] })
    const sheets = await sheetsOf(report)
    expect(sheets.map((sheet) => sheet.name)).toEqual(['一览表', '汇总', '职权目录', '高风险清单', '评定方法'])
    expect(sheets[2]?.rows[4]?.slice(0, 4)).toEqual([2, 'XK-002', '行政许可', '河道采砂许可'])
    expect(sheets[2]?.rows[4]?.slice(9, 11)).toEqual([20, 15])
    expect(sheets[3]?.rows.slice(3).map((row) => row[3])).toEqual(['现场核查', '立案'])
    expect(sheets[4]?.rows.flat()).toEqual(expect.arrayContaining(['乘积法', 'L乘以C。', '大', '10']))
  })
})

describe('hostile text in cells', () => {
  it.each(['=cmd|\' /C calc\'!A0', '+1+1', '-2', '@SUM(A1)', '\t=1', '<script>alert(1)</script>', '_x0041_', 'A & "B"', '𠮷野'])('keeps %j as a string and no formula', async (text) => {
    const report = reportOf([powerRow({})], [riskRow({ riskPoint: text })])
    const sheet = await sheetNamed(report, '一览表')
    expect(sheet.rows[3]?.[3]).toBe(text.replaceAll('\t', ' '))
    expect(await partOf(report, 'xl/worksheets/sheet1.xml')).not.toContain('<f>')
  })

  it('marks formula-like text as text, so that editing the cell does not make it a formula', async () => {
    const sheet = await sheetNamed(reportOf([powerRow({})], [riskRow({ riskPoint: '=1+1' }), riskRow({})]), '一览表')
    expect(sheet.cells?.get('3,3')?.style?.numFmt).toBe('@')
    expect(sheet.cells?.get('4,3')?.style?.numFmt ?? 'General').not.toBe('@')
  })

  it('drops what no workbook can hold and cuts only beyond the limit of a cell', async () => {
    const sheet = await sheetNamed(reportOf([powerRow({})], [riskRow({ riskPoint: '\u0000零\u0008\uD800', manifestation: '长'.repeat(5000), leader: '超'.repeat(40_000) })]), '一览表')
    expect(sheet.rows[3]?.[3]).toBe('零')
    expect(sheet.rows[3]?.[4]).toBe('长'.repeat(5000))
    expect(String(sheet.rows[3]?.[8])).toHaveLength(32_767)
  })
})

describe('the file', () => {
  it('has the same bytes for the same report', async () => {
    expect(await buildRiskListXlsx(smallReport())).toEqual(await buildRiskListXlsx(smallReport()))
  })

  it('holds 5 000 risk points', async () => {
    const risks = Array.from({ length: 5000 }, (_, index) => riskRow({ department: `第${Math.floor(index / 125)}科`, riskPoint: `风险点${index}` }))
    const sheet = await sheetNamed(reportOf([powerRow({})], risks), '一览表')
    expect(sheet.rows).toHaveLength(5003)
  })
})
