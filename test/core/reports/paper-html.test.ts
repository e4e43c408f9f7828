import { describe, expect, it } from 'vitest'
import { annualPaper } from '#core/reports/annual/annual-paper.ts'
import { paperHtml, stylesheetHash } from '#core/reports/paper/paper-html.ts'
import { paperStyle } from '#shared/page/page-policy.ts'
import { fullPaper } from './paper-fixture.ts'
import { powerRow, reportOf, riskRow, smallReport } from './report-fixture.ts'

const html = paperHtml(fullPaper())
const style = /<style>(.*?)<\/style>/s.exec(html)?.[1] ?? ''

describe('the page of a paper', () => {
  it('has the sheets, margins, grid and page numbers of GB/T 9704-2012', () => {
    expect(style).toContain('@page upright{size:A4 portrait;margin:37mm 26mm 35mm 28mm}')
    expect(style).toContain('@page turned{size:A4 landscape;margin:28mm 37mm 26mm 35mm}')
    for (const box of ['upright:right{@bottom-right', 'upright:left{@bottom-left', 'turned:right{@left-bottom', 'turned:left{@left-top']) expect(style).toContain(`@page ${box}{content:"— " counter(page) " —";font:14pt`)
    expect(style).toContain('font-size:16pt;line-height:28.95pt')
    expect(28.95 * 22).toBeLessThanOrEqual((225 / 25.4) * 72)
    expect(28 * (16 - 0.25)).toBeLessThanOrEqual((156 / 25.4) * 72)
    expect(29 * (16 - 0.25)).toBeGreaterThan((156 / 25.4) * 72)
    for (const face of ['方正小标宋简体', '仿宋_GB2312', '楷体_GB2312', '黑体', 'Noto Serif CJK SC']) expect(style).toContain(`"${face}"`)
    expect(html.match(/<section class="(?:upright|turned)">/g)).toEqual(['<section class="upright">', '<section class="turned">'])
  })

  it('is told apart by headings, scopes and words for pictures, in its language', () => {
    expect(html).toMatch(/^<!doctype html><html lang="zh-CN">/)
    expect(html).toContain('<title>示例县水利局2026年度廉政风险防控工作情况</title>')
    expect(html).toContain('<h1>示例县水利局<br>2026年度廉政风险防控工作情况</h1>')
    expect(html).toContain('<h2>一、基本情况</h2>')
    expect(html).toContain('<th scope="col">等级</th>')
    expect(html).toContain('<th scope="rowgroup" rowspan="2" height="27" class="label">责任部门</th>')
    expect(html).toMatch(/<figure role="img" aria-label="各科室风险点等级构成: [^"]+"><svg /)
    expect(html).toContain('<td rowspan="3" class="c">行政审批股</td>')
  })

  it('refers to nothing outside itself, runs nothing, and its policy says so', () => {
    expect(html).not.toMatch(/<script|<link|<iframe|<object|\son\w+=|url\(|@import/iu)
    expect(html.match(/(?:src|href)="[^"]{0,12}/gu)).toEqual(['src="data:image/p'])
    expect(html.match(/https?:\/\/[^"]*/gu)).toEqual(['http://www.w3.org/2000/svg'])
    expect(html).toContain(`content="default-src 'none'; style-src '${stylesheetHash}'; img-src data:; base-uri 'none'; form-action 'none'"`)
    expect(html).not.toContain(' style=')
  })

  it('is the same text for the same paper, under the one style the page’s policy admits', () => {
    expect(paperHtml(fullPaper())).toBe(html)
    expect(paperStyle, 'after a change of the stylesheet this is to be put into shared/page/page-policy.ts').toBe(stylesheetHash)
    expect(paperHtml(annualPaper(smallReport()))).toContain(`<style>${style}</style>`)
  })
})

/** Rows of departments of seven, whose name is one merged cell. */
const long = (rows: number): string => paperHtml(fullPaper({ sections: [{ page: 'portrait', blocks: [{
  kind: 'table', table: { columns: [{ title: '科室', share: 1 }, { title: '序号', share: 1 }], merged: [0], rows: Array.from({ length: rows }, (_, row) => [`第${Math.floor(row / 7)}科`, String(row)]) },
}] }] }))
const tablesIn = (page: string): string[] => [...page.matchAll(/<table.*?<\/table>/gsu)].map(([table]) => table)

describe('a table of many rows', () => {
  it('goes on as another one on a new page, under the same header, so that the printer never holds all of it', () => {
    const tables = tablesIn(long(1000))
    expect(tables.map((table) => /<table class="(?<look>[^"]*)"/u.exec(table)?.groups?.['look'])).toEqual(['body', ...Array(tables.length - 1).fill('body continued')])
    expect(new Set(tables.map((table) => /<thead>.*?<\/thead>/su.exec(table)?.[0])).size).toBe(1)
    const numbers = tables.flatMap((table) => [...table.matchAll(/<td>(?<number>\d+)<\/td>/gu)].map(({ groups }) => Number(groups?.['number'])))
    expect(numbers).toEqual(Array.from({ length: 1000 }, (_, row) => row))
    for (const table of tables) expect([...table.matchAll(/<tr/gu)].length).toBeLessThan(310)
  })

  it('is never cut amid merged cells', () => {
    for (const table of tablesIn(long(1000))) {
      const cells = [...table.matchAll(/<td(?: rowspan="(?<down>\d+)")?[^>]*>第/gu)].reduce((sum, { groups }) => sum + Number(groups?.['down'] ?? 1), 0)
      expect(cells).toBe([...table.matchAll(/<tr/gu)].length - 1)
    }
  })

  it('stays one where it has no more rows than fit together', () => {
    expect(tablesIn(long(250))).toHaveLength(1)
  })
})

const drawn = (svg: string) => () => paperHtml(fullPaper({ sections: [{ page: 'portrait', blocks: [{ kind: 'figure', drawing: { svg, width: 10, height: 10 }, title: 'x', description: 'y' }] }] }))
const within = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`

describe('hostile text', () => {
  const nasty = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onload='alert(1)", '</style><script>', '</title><script>', '<!--', ']]>', '&lt;script&gt;', '<svg/onload=alert(1)>', 'javascript:alert(1)', '\u0000<b>', '{{constructor}}']

  it.each(nasty)('%j stays text everywhere', (text) => {
    const risks = [riskRow({ department: text, category: text, riskPoint: text, manifestation: text, measures: [text], leader: text, departmentHead: text })]
    const report = reportOf([powerRow({ name: text, type: text, department: text })], risks, { organisation: text, documentNumber: text, remarks: { plans: [text], problems: [text] }, methods: [{ title: text, paragraphs: [text], tables: [{ header: [text], rows: [[text]] }] }] })
    const pages = [
      paperHtml({ ...annualPaper(report), watermark: text, letterhead: { redHead: text, documentNumber: text }, properties: { [text]: text } }),
      paperHtml(fullPaper({ title: text, sections: [{ page: 'portrait', blocks: [
        { kind: 'title', text }, { kind: 'centred', text }, { kind: 'small', text }, { kind: 'table-caption', text }, { kind: 'annex-label', text, newPage: true }, { kind: 'annex-title', text },
        { kind: 'annex-entry', text, hang: Number.NaN, withNext: true }, { kind: 'sign-off', text, fromRight: -1e9, withNext: false },
        { kind: 'form', form: { shares: [1], rows: [[{ text, label: true, lines: 2 }], [{ text }]] } },
      ] }] })),
    ]
    for (const page of pages) {
      const inside = page.replaceAll(style, '')
      const outsideValues = inside.replaceAll(/"[^"]*"/gu, '""')
      const tags = new Set([...inside.matchAll(/<([a-z!/][a-z0-9]*)/giu)].map(([, name]) => name?.toLowerCase()))
      for (const tag of ['script', 'b', 'iframe']) expect(tags.has(tag)).toBe(false)
      expect(inside.match(/<img [^>]*>/gu) ?? []).toHaveLength(page === pages[0] ? 0 : 1)
      expect(outsideValues.match(/<[^>]*\son\w+\s*=/u)?.[0]).toBeUndefined()
      expect(inside.match(/<style>|<\/style>|<title>|<\/title>/g)).toEqual(['<title>', '</title>', '<style>', '</style>'])
    }
  })

  it('a drawing that is more than shapes and text is not let in', () => {
    expect(drawn(within('<g transform="rotate(1)"><text x="1">a</text><path d="M0 0" marker-end="url(#arrow)"/></g>'))).not.toThrow()
    for (const inside of ['<script>x</script>', '<image href="x"/>', '<a href="javascript:x">y</a>', '<rect onload="x"/>', '<use href="#a"/>', '<foreignObject/>', '<rect fill="url(http://x/)"/>', '<rect style="x"/>', '<animate attributeName="href"/>', '<rect x=1/>', 'a < b', '<!-- x -->', '<style>x</style>']) {
      expect(drawn(within(inside)), inside).toThrow(/drawing/)
    }
  })
})
