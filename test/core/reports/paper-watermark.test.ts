import { inflateSync } from 'node:zlib'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { browserPrinter } from '#hosts/installed-browsers/print-page.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { paperHtml } from '#core/reports/paper/paper-html.ts'
import { paperXlsx } from '#core/reports/paper/paper-xlsx.ts'
import type { Block, Paper } from '#core/reports/paper/paper.ts'
import { buildRiskListXlsx } from '#core/reports/risk-list-xlsx.ts'
import { fullPaper } from './paper-fixture.ts'
import { smallReport } from './report-fixture.ts'

const millimetres = (pixels: string): number => Math.round((Number(pixels) / 96) * 25.4)

const watermark = '内部资料 注意保存'
const lines = (count: number): Block[] => Array.from({ length: count }, (_, at) => ({ kind: 'body', text: `第${at}段` }))
const rows: Block = { kind: 'table', table: { columns: [{ title: '序号', share: 1 }], rows: Array.from({ length: 25 }, (_, at) => [String(at)]) } }
/** Two pages upright, two turned, and one upright with next to nothing on it. */
const mixed = (): Paper => fullPaper({ watermark, letterhead: {}, sections: [{ page: 'portrait', blocks: lines(30) }, { page: 'landscape', blocks: [rows, { kind: 'gap' }] }, { page: 'portrait', blocks: lines(1) }] })

const tileIn = (html: string): string => Buffer.from(/<body background="data:image\/svg\+xml;base64,([^"]*)">/u.exec(html)?.[1] ?? '', 'base64').toString('utf8')

interface Page { readonly turned: boolean; readonly filled: readonly [width: number, height: number] }

/** Of each page of a printed paper: how it lies, and the field, in mm, that is filled with the pattern of the background. */
function pagesOf(pdf: Uint8Array): Page[] {
  const file = Buffer.from(pdf).toString('latin1')
  return [...file.matchAll(/<<\/Type \/Page\n[\s\S]*?\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]\s*\/Contents (\d+) 0 R/gu)].map(([, width = '', height = '', contents = '']) => {
    const stream = new RegExp(String.raw`(?:^|\n)${contents} 0 obj\n[\s\S]*?stream\r?\n([\s\S]*?)\r?\nendstream`, 'u').exec(file)?.[1] ?? ''
    const [, across = '0', down = '0'] = /\/P\d+ scn\n(?:\/\S+ gs\n)?0 0 ([\d.]+) ([\d.]+) re\nf/u.exec(inflateSync(Buffer.from(stream, 'latin1')).toString('latin1')) ?? []
    return { turned: Number(width) > Number(height), filled: [millimetres(across), millimetres(down)] }
  })
}

describe('the watermark', () => {
  it('fills the type area of every printed page, upright or turned, first or last, full or almost empty', async () => {
    const pages = pagesOf(await browserPrinter()(paperHtml(mixed()), { signal: new AbortController().signal }))
    expect(pages.map(({ turned }) => turned)).toEqual([false, false, true, true, false])
    for (const { turned, filled } of pages) expect(filled).toEqual(turned ? [225, 156] : [156, 225])
    const none = pagesOf(await browserPrinter()(paperHtml({ ...mixed(), watermark: '' }), { signal: new AbortController().signal }))
    expect(none.map(({ filled }) => filled)).toEqual(pages.map(() => [0, 0]))
  }, 60_000)

  it('is a picture the page carries itself, and only seen on a screen where sheets are', () => {
    const html = paperHtml(mixed())
    expect(tileIn(html)).toContain(`>${watermark}</tspan>`)
    expect(html).toContain('.watermark{display:none}')
    expect(html).toMatch(/@media screen\{[\s\S]*\.watermark\{display:block;position:fixed/u)
    expect(paperHtml({ ...mixed(), watermark: '' })).not.toMatch(/<body background|class="watermark"/u)
  })

  it('is set in several lines where it is long, each of them readable', () => {
    const text = '内部资料注意保存不得外传不得复制不得拍照不得公开用后收回违者追究责任请妥善保管此件'
    const tile = tileIn(paperHtml({ ...mixed(), watermark: text }))
    const set = [...tile.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/gu)].map(([, line = '']) => line)
    expect(set.join('')).toBe(text)
    expect(set.length).toBeGreaterThan(2)
    expect(Number(/font-size="([\d.]+)"/u.exec(tile)?.[1])).toBeGreaterThan(5)
  })

  it.each(['"/><script>alert(1)</script>', '</text><image href="file:///etc/passwd"/>', '&amp;&lt;', ']]>'])('%j stays text in its picture', (text) => {
    const tile = tileIn(paperHtml({ ...mixed(), watermark: text }))
    expect(tile).not.toMatch(/<(?!\/?(?:svg|text|tspan)\b)/u)
  })

  it('stands in the header of every section of a Word document, for odd and for even pages', async () => {
    const parts = unzipSync(await paperDocx(mixed()))
    const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
    expect(document.match(/<w:headerReference w:type="(?:default|even)"/gu)).toHaveLength(6)
    // No first page of its own, which would go without.
    expect(document).not.toContain('<w:titlePg')
    for (const [path, part] of Object.entries(parts)) if (/^word\/header\d+\.xml$/u.test(path)) expect(strFromU8(part)).toContain(`string="${watermark}"`)
  })

  it('is printed large and pale over every page of every sheet of a workbook, the one of the annual report as well', async () => {
    for (const [bytes, sheets] of [[await paperXlsx(mixed()), 1], [await buildRiskListXlsx({ ...smallReport(), file: { note: '', properties: {}, watermark: '2026 A&B' } }), 5]] as const) {
      const own = Object.entries(unzipSync(bytes)).filter(([path]) => path.startsWith('xl/worksheets/sheet')).map(([, part]) => strFromU8(part))
      expect(own).toHaveLength(sheets)
      for (const sheet of own) expect(sheet).toContain(sheets === 1 ? `<oddHeader>&amp;C&amp;16&amp;KA6A6A6 ${watermark}</oddHeader>` : '<oddHeader>&amp;C&amp;16&amp;KA6A6A6 2026 A&amp;&amp;B</oddHeader>')
    }
    expect(strFromU8(unzipSync(await buildRiskListXlsx(smallReport()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('oddHeader')
  })
})
