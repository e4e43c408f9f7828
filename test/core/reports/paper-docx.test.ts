import { describe, expect, it } from 'vitest'
import { annualPaper } from '#core/reports/annual/annual-paper.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { paperOf } from '#core/reports/sheet-paper.ts'
import type { SheetDocument } from '#core/reports/sheet-document.ts'
import { expectPageFormat } from './expect-page-format.ts'
import { fullPaper } from './paper-fixture.ts'
import { smallReport } from './report-fixture.ts'
import { cellsOf, partOf, partsOf, rowsOf, tablesOf, textOf } from './word-file.ts'

const sheet: SheetDocument = {
  locale: 'zh-CN', organisation: '示例县水利局', preparedOn: '2026-06-30', title: '备案表', documentNumber: '示水〔2026〕5号', paragraphs: [], lines: ['报送：县纪委'], toSign: ['负责人：'],
  tables: [{ name: '备案', empty: '没有', columns: [{ title: '序号', share: 1 }, { title: '风险点', share: 4 }], rows: [['1', '现场核查']] }],
}

const bytes = await paperDocx(fullPaper())
const parts = partsOf(bytes)
const document = partOf(parts, 'word/document.xml')

describe('page format', () => {
  it('is that of GB/T 9704-2012 in every paper', async () => {
    expectPageFormat(bytes)
    expectPageFormat(await paperDocx(annualPaper(smallReport())))
    expectPageFormat(await paperDocx(paperOf(sheet)))
    expectPageFormat(await paperDocx(paperOf({ ...sheet, paragraphs: ['现予公示。'] })))
  })

  it('is the same file for the same paper', async () => {
    expect(await paperDocx(fullPaper())).toEqual(bytes)
  })
})

describe('tables and forms', () => {
  it('make one cell of equal neighbours, and none of empty ones', () => {
    const list = tablesOf(document).find((table) => table.includes('风险点7')) ?? ''
    const merges = rowsOf(list).slice(1).map((row) => /<w:vMerge w:val="(\w+)"\/>/.exec(row)?.[1] ?? 'none')
    expect(merges).toEqual(['restart', 'continue', 'continue', 'none', 'none', 'none', 'none'])
    expect(rowsOf(list).slice(1).map((row) => cellsOf(row)[1])).toEqual(['行政审批股', '', '', '水政监察大队', '', '', '水政监察大队'])
  })

  it('lay a form out with cells across and down, shaded labels and room to write', () => {
    const form = tablesOf(document).find((table) => table.includes('预警编号')) ?? ''
    const rows = rowsOf(form)
    expect(rows).toHaveLength(5)
    expect(rows[3]).toContain('<w:gridSpan w:val="3"/>')
    expect(rows[1]?.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(2)
    expect(rows[2]?.match(/<w:vMerge w:val="continue"\/>/g)).toHaveLength(2)
    const heights = rows.map((row) => Number(/<w:trHeight w:val="(\d+)" w:hRule="atLeast"\/>/.exec(row)?.[1]))
    expect(heights[4]).toBeGreaterThan(heights[0] ?? 0)
    expect([...form.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].reduce((sum, match) => sum + Number(match[1]), 0)).toBe(8844)
  })
})

describe('what an office puts over its papers', () => {
  it('stands in red over a red line, with the number between them and not below the title', () => {
    const head = document.slice(0, document.indexOf('2026年度廉政风险防控工作情况'))
    expect(textOf(head)).toBe('示例县水利局文件示水〔2026〕12号示例县水利局')
    expect(head).toContain('<w:color w:val="C00000"/>')
    expect(head).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="C00000"/)
    expect(head).toContain('<wp:inline')
  })

  it('leaves the number below the title where there is no red head', async () => {
    const plain = partOf(partsOf(await paperDocx(fullPaper({ letterhead: { documentNumber: '示水〔2026〕12号' } }))), 'word/document.xml')
    expect(textOf(plain)).toMatch(/^示例县水利局2026年度廉政风险防控工作情况示水〔2026〕12号一、/u)
    expect(plain).not.toContain('C00000')
  })

  it('puts the watermark behind every page, odd and even, and the properties where no reader sees them', () => {
    const headers = Object.entries(parts).filter(([path]) => path.startsWith('word/header'))
    expect(headers).toHaveLength(4)
    for (const [, header] of headers) {
      expect(header).toContain('string="内部资料 注意保存"')
      expect(header).not.toContain('WATERMARK<')
    }
    expect(document.match(/<w:headerReference w:type="(?:default|even)"/g)).toHaveLength(4)
    expect(partOf(parts, 'docProps/custom.xml')).toContain('internal')
  })

  it('may end a section with a table', async () => {
    const table = { kind: 'table', table: { columns: [{ title: '序号', share: 1 }], rows: [['末行']] } } as const
    const found = partOf(partsOf(await paperDocx(fullPaper({ sections: [{ page: 'landscape', blocks: [table] }, { page: 'portrait', blocks: [table] }] }))), 'word/document.xml')
    expect(found.match(/末行/gu)).toHaveLength(2)
    expect(found.match(/<\/w:tbl><w:p>/gu)).toHaveLength(2)
  })

  it('cannot break out of the watermark or the head', async () => {
    const nasty = '"/><w:t>x</w:t><v:shape onload=\'1\'>&'
    const found = partsOf(await paperDocx(fullPaper({ watermark: nasty, letterhead: { redHead: nasty, documentNumber: nasty }, properties: { [nasty]: nasty } })))
    expect(partOf(found, 'word/header1.xml')).toContain('string="&quot;/&gt;&lt;w:t&gt;x&lt;/w:t&gt;&lt;v:shape onload=&apos;1&apos;&gt;&amp;"')
    expect(textOf(partOf(found, 'word/document.xml'))).toContain(nasty)
    for (const part of Object.values(found)) expect(part).not.toContain('<v:shape onload')
  })
})
