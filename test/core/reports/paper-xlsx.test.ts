import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre'
import { describe, expect, it } from 'vitest'
import type { Paper } from '#core/reports/paper/paper.ts'
import { paperXlsx } from '#core/reports/paper/paper-xlsx.ts'
import { paperOf } from '#core/reports/sheet-paper.ts'
import { fullPaper } from './paper-fixture.ts'

const bytes = await paperXlsx(fullPaper())
const sheetsOf = async (paper: Paper) => (await readXlsx(await paperXlsx(paper), { readStyles: true })).sheets
const sheets = await sheetsOf(fullPaper())
const [grades, form, list] = sheets

describe('a paper as a workbook', () => {
  it('has a worksheet for each table and each form, each under the letterhead and the title', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['分等级统计', '示例县水利局2026年度廉政风险防控工作情况', '一览表'])
    for (const { rows } of sheets) expect(rows.slice(0, 3).map(([first]) => first)).toEqual(['示例县水利局文件', '示水〔2026〕12号', '示例县水利局2026年度廉政风险防控工作情况'])
    expect(grades?.rows.slice(3)).toEqual([['表1  风险点分等级统计', null], ['等级', '数量'], ['高', 3], ['中', 5], ['合计', 8]])
  })

  it('prints A4, one page wide, upright or turned, header repeated, watermark over it', () => {
    expect(list?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$5:$5' })
    expect(form?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'portrait', fitToWidth: 1 })
    expect(list?.headerFooter?.oddHeader).toContain('内部资料 注意保存')
  })

  it('holds figures as numbers and codes as text', () => {
    expect(list?.rows[6]).toEqual([2, '行政审批股', '风险点2', 3, 'XK-001'])
  })

  it('merges the cells of one department, and those of a form across and down', () => {
    expect(list?.merges).toContainEqual({ startRow: 5, endRow: 7, startCol: 1, endCol: 1 })
    expect(list?.merges?.filter(({ startRow }) => startRow > 7)).toEqual([])
    expect(form?.merges).toEqual(expect.arrayContaining([{ startRow: 4, endRow: 5, startCol: 0, endCol: 0 }, { startRow: 4, endRow: 5, startCol: 1, endCol: 1 }, { startRow: 6, endRow: 6, startCol: 1, endCol: 3 }]))
    expect(form?.rows[5]).toEqual([null, null, '签收日期', '年  月  日'])
    const heights = [...strFromU8(unzipSync(bytes)['xl/worksheets/sheet2.xml'] ?? new Uint8Array()).matchAll(/<row r="\d+" ht="([\d.]+)"/g)].map(([, height]) => Number(height))
    expect(heights[7]).toBeGreaterThan((heights[3] ?? 0) * 4)
  })

  it('has the same bytes for the same paper', async () => {
    expect(await paperXlsx(fullPaper())).toEqual(bytes)
  })

  it('goes on in the columns of a table with one under the same titles, and with the form that is signed', async () => {
    const columns = [{ title: '项目', share: 30 }, { title: '分值', share: 8 }, { title: '得分', share: 8 }, { title: '原因', share: 40 }]
    const [only, ...others] = await sheetsOf(fullPaper({ letterhead: {}, watermark: '', title: '考评表', sections: [{ page: 'landscape', blocks: [
      { kind: 'table', table: { name: '办公室', columns, rows: [['排查', '10', '8', '缺记录']] } },
      { kind: 'table-caption', text: '加分' },
      { kind: 'table', table: { columns, rows: [['创新', '2', '1', '']] } },
      { kind: 'form', form: { shares: [1, 1, 1], rows: [[{ text: '签字', label: true }, { text: '', across: 2 }]] } },
    ] }] }))
    expect(others).toEqual([])
    expect(only?.rows.map(([first]) => first)).toEqual(['考评表', '项目', '排查', ' ', '加分', '项目', '创新', ' ', '签字'])
    expect(only?.merges).toContainEqual({ startRow: 8, endRow: 8, startCol: 1, endCol: 3 })
  })

  it('says in a sentence that a table has no rows, and puts the text of a notice over it', async () => {
    const [only] = await sheetsOf(paperOf({
      locale: 'zh-CN', organisation: '示例县水利局', preparedOn: '2026-06-30', title: '公示', documentNumber: '', paragraphs: ['现予公示。'], lines: [], toSign: [],
      tables: [{ name: '风险点', empty: '没有风险点。', columns: [{ title: '序号', share: 1 }, { title: '风险点', share: 4 }], rows: [] }],
    }))
    expect(only?.rows.map(([first]) => first)).toEqual(['公示', '现予公示。', '示例县水利局', '2026年6月30日', '序号', '没有风险点。'])
  })
})

const paperWith = (text: string): Paper => fullPaper({ title: text, watermark: text, sections: [{ page: 'landscape', blocks: [
  { kind: 'form', form: { shares: [1], rows: [[{ text, label: true }]] } },
  { kind: 'table', table: { name: text, columns: [{ title: text, share: 1, numbers: true }], rows: [[text], ['x']], merged: [0] } },
  { kind: 'table', table: { name: text, columns: [{ title: 'x', share: 1 }], rows: [[text]] } },
  { kind: 'form', form: { shares: [1], rows: [[{ text, label: true }], [{ text, across: 9, down: 9 }]] } },
] }] })

describe('hostile text', () => {

  it.each(['=cmd|\' /C calc\'!A0', '+1+1', '-2+3', '@SUM(A1)', '<script>alert(1)</script>', '_x0041_', '&A&P', "'quoted'[]:*?/\\", '长'.repeat(200), '🀄'.repeat(40)])('%j becomes neither formula nor broken file', async (text) => {
    const parts = unzipSync(await paperXlsx(paperWith(text)))
    for (const [path, content] of Object.entries(parts)) if (path.endsWith('.xml')) expect(strFromU8(content)).not.toMatch(/<f>|<script/)
    const found = await sheetsOf(paperWith(text))
    expect(new Set(found.map(({ name }) => name.toLowerCase())).size).toBe(3)
    for (const { name } of found) expect(name.length).toBeLessThanOrEqual(31)
    expect(JSON.stringify(found[0]?.rows)).toContain(JSON.stringify(text).slice(1, 12))
  })
})
