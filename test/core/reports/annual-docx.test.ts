import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { annualPaper } from '#core/reports/annual/annual-paper.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import type { AnnualReport } from '#core/reports/annual-report-model.ts'
import { powerRow, reportOf, riskRow, smallReport } from './report-fixture.ts'
import { cellsOf, paragraphsOf, partOf, partsOf as partsOfFile, rowsOf, tablesOf, textOf } from './word-file.ts'

const partsOf = async (report: AnnualReport) => partsOfFile(await paperDocx(annualPaper(report)))
const documentOf = async (report: AnnualReport) => partOf(await partsOf(report), 'word/document.xml')
/** The rows of the first table whose header is this, as texts. */
function tableUnder(xml: string, header: readonly string[]): string[][] {
  const table = tablesOf(xml).map((one) => rowsOf(one).map(cellsOf)).find((rows) => JSON.stringify(rows[0]) === JSON.stringify(header))
  if (table === undefined) throw new Error(`no table under ${header.join('|')}`)
  return table.slice(1)
}

const document = await documentOf(smallReport())
const parts = await partsOf(smallReport())

describe('page format GB/T 9704-2012', () => {
  it('sets A4 with the margins and the line grid of the standard', () => {
    expect(document).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>')
    expect(document).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/)
    expect(document).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
    expect(579 * 22).toBeLessThanOrEqual(16838 - 2098 - 1984)
  })

  it('squeezes 16 pt text so that 28 characters stand on a line and no 29th fits', () => {
    const body = /<w:style [^>]*w:styleId="ReportBody".*?<\/w:style>/s.exec(partOf(parts, 'word/styles.xml'))?.[0] ?? ''
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(body)?.[1])
    const character = 320 + spacing
    expect(28 * character).toBeLessThanOrEqual(11906 - 1588 - 1474)
    expect(29 * character).toBeGreaterThan(11906 - 1588 - 1474)
  })

  it('turns the wide annexes with the sheet, in a section of their own', () => {
    const sections = [...document.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map((match) => match[0])
    expect(sections).toHaveLength(2)
    expect(sections[1]).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(sections[1]).toMatch(/<w:pgMar w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"/)
  })

  it('names the faces of the standard with fallbacks, and embeds none', () => {
    const styles = partOf(parts, 'word/styles.xml')
    for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']) expect(styles).toContain(`w:eastAsia="${face}"`)
    const fonts = partOf(parts, 'word/fontTable.xml')
    expect(fonts).toMatch(/<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong,[^"]*"\/>/)
    expect(fonts).not.toContain('embed')
    expect(Object.keys(parts).filter((path) => path.includes('fonts/'))).toEqual([])
  })

  it('sets body 16 pt, title 22 pt, first line two characters in, levels as Word outline levels', () => {
    const styles = partOf(parts, 'word/styles.xml')
    expect(styles).toMatch(/<w:docDefaults>.*<w:sz w:val="32"\/>/s)
    expect(styles).toMatch(/w:styleId="Title".*?<w:sz w:val="44"\/>/s)
    expect(styles).toMatch(/w:styleId="ReportBody".*?w:firstLineChars="200"/s)
    expect(document.match(/<w:pStyle w:val="Heading1"\/>/g)).toHaveLength(8)
    expect(document.match(/<w:pStyle w:val="Heading2"\/>/g)).toHaveLength(6)
    expect(styles).toMatch(/w:styleId="Heading2".*?<w:outlineLvl w:val="1"\/>/s)
  })

  it('numbers pages between dashes at the outside edge, right on odd pages and left on even ones', () => {
    expect(partOf(parts, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
    const [reference] = document.match(/<w:footerReference w:type="default" r:id="([^"]+)"\/>/) ?? []
    expect(reference).toBeDefined()
    expect(document.match(/<w:footerReference w:type="even"/g)).toHaveLength(2)
    const footers = ['1', '2', '3', '4'].map((number) => partOf(parts, `word/footer${number}.xml`))
    for (const footer of footers) {
      expect(footer).toContain('PAGE')
      expect(footer).toContain('<w:sz w:val="28"/>')
      expect(textOf(footer).match(/—/g)).toHaveLength(2)
    }
    expect(footers.map((footer) => /<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1])).toEqual(['right', 'left', 'right', 'left'])
    expect(footers.map((footer) => footer.includes('w:textDirection w:val="tbRl"'))).toEqual([false, false, true, true])
  })
})

describe('tables', () => {
  it('repeat their header and keep rows whole', () => {
    for (const table of tablesOf(document)) {
      const rows = rowsOf(table)
      expect(rows[0]).toContain('<w:tblHeader/>')
      expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
      expect(rows.slice(1).some((row) => row.includes('<w:tblHeader/>'))).toBe(false)
    }
  })

  it('fill the type area exactly, upright and turned', () => {
    const widths = tablesOf(document).map((table) => [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].reduce((sum, match) => sum + Number(match[1]), 0))
    expect(new Set(widths)).toEqual(new Set([8844, 12756]))
  })

  it('print the figures they were given, with their totals', () => {
    expect(tableUnder(document, ['职权类型', '数量'])).toEqual([['行政许可', '2'], ['行政处罚', '1'], ['合计', '3']])
    expect(tableUnder(document, ['风险等级', '数量', '占比'])).toEqual([['高', '2', '40.0%'], ['中', '1', '20.0%'], ['低', '1', '20.0%'], ['未评定', '1', '20.0%'], ['合计', '5', '100.0%']])
    expect(tableUnder(document, ['科室（部门）', '高', '中', '低', '未评定', '合计'])).toEqual([['行政审批股', '1', '1', '1', '0', '3'], ['水政监察大队', '1', '0', '0', '1', '2'], ['合计', '2', '1', '1', '1', '5']])
  })

  it('print the nine-column list row by row, measures numbered', () => {
    const columns = ['序号', '单位、科室', '风险类别', '风险点', '廉政风险主要内容及表现形式', '风险等级', '防控措施', '部门负责人', '责任领导']
    const rows = tableUnder(document, columns)
    expect(rows).toHaveLength(5)
    expect(rows[0]).toEqual(['1', '行政审批股', '业务流程', '现场核查', '核查走过场', '高', '1.两人同行2.全程留痕', '股长', '分管领导'])
    expect(rows[4]?.slice(5, 7)).toEqual(['未评定', '—'])
  })

  it('set a long list of types in two halves that hold every type once and close with the total', async () => {
    const types = Array.from({ length: 15 }, (_, index) => `类型${index + 1}`)
    const xml = await documentOf(reportOf(types.map((type) => powerRow({ type })), [riskRow({})]))
    const entries = tableUnder(xml, ['职权类型', '数量', '职权类型', '数量']).flatMap((row) => [[row[0], row[1]], [row[2], row[3]]])
    expect(entries.filter(([type]) => type?.startsWith('类型')).map(([type]) => type).toSorted()).toEqual(types.toSorted())
    expect(entries.at(-1)).toEqual(['合计', '15'])
  })
})

describe('content', () => {
  it('keeps the eight chapters in their order and says truthfully what the register does not hold', () => {
    const chapters = [...document.matchAll(/<w:p><w:pPr><w:pStyle w:val="Heading1"\/>.*?<\/w:p>/gs)].map((match) => textOf(match[0]))
    expect(chapters).toEqual(['一、基本情况', '二、工作开展情况', '三、风险分析', '四、措施落实情况', '五、预警处置', '六、考评得分', '七、存在问题', '八、下步打算'])
    for (const sentence of ['登记台账中没有本年度的预警和处置记录。', '没有已归档的上年度数据，本年度不作比较。', '本年度没有风险等级调整记录。', '登记台账中没有本年度的检查考评记录。']) expect(textOf(document)).toContain(sentence)
  })

  it('answers every problem with a next step under the same number', () => {
    const paragraphs = paragraphsOf(document)
    const between = (from: string, to: string) => paragraphs.slice(paragraphs.indexOf(from), paragraphs.indexOf(to)).filter((text) => /^\d+\./.test(text)).map((text) => text.split('.')[0])
    const problems = between('七、存在问题', '八、下步打算')
    expect(problems).toEqual(['1', '2', '3', '4'])
    expect(between('八、下步打算', '附件：1. 职权目录')).toEqual(problems)
  })

  it('prints the matrix, the comparison, the method and the officer’s own words where they are given', async () => {
    const xml = await documentOf(smallReport({
      matrix: { likelihood: ['可能性大'], severity: ['后果重'], counts: [[4]] },
      comparison: { previousYear: 2024, previousTotal: 5, added: 1, cancelled: 1, raised: 1, lowered: 1, unchanged: 2 },
      methods: [{ title: '乘积法', paragraphs: ['L乘以C。'], tables: [{ header: ['L', '分值'], rows: [['大', '10']] }] }],
      remarks: { workDone: ['开展专题培训。'], problems: ['人手不足。'], plans: ['增加一人。'] },
    }))
    for (const text of ['其余1个按其他方法评定或尚未评定', '新增风险点1个', '1.乘积法', '开展专题培训。', '人手不足。', '增加一人。']) expect(textOf(xml)).toContain(text)
    expect(tableUnder(xml, ['L', '分值'])).toEqual([['大', '10']])
    expect(xml.match(/<wp:docPr /g)).toHaveLength(3)
    expect(xml).toMatch(/<wp:docPr [^>]*descr="[^"]*可能性大: 后果重 4[^"]*"/)
  })

  it('carries title, organisation and the day it was prepared as properties', () => {
    const core = partOf(parts, 'docProps/core.xml')
    expect(core).toContain('<dc:title>示例县水利局2025年度廉政风险防控工作评估报告</dc:title>')
    expect(core).toContain('<dc:creator>示例县水利局</dc:creator>')
    expect(core.match(/2025-12-31T00:00:00Z/g)).toHaveLength(2)
  })

  it('has an English edition without Chinese of its own', async () => {
    const english = smallReport({
      locale: 'en', organisation: 'Sample Bureau', grades: [{ code: 'high', label: 'High' }, { code: 'medium', label: 'Medium' }, { code: 'low', label: 'Low' }],
    })
    const own = new Set(JSON.stringify(english).match(/[\u4E00-\u9FFF]/g))
    const strange = [...textOf(await documentOf(english))].filter((character) => /[\u4E00-\u9FFF]/.test(character) && !own.has(character))
    expect(strange).toEqual([])
  })

  it('writes the same bytes for the same report', async () => {
    expect(await paperDocx(annualPaper(smallReport()))).toEqual(await paperDocx(annualPaper(smallReport())))
  })

  it('is written for an empty register too', async () => {
    const xml = await documentOf(reportOf([], []))
    expect(textOf(xml)).toContain('登记台账中没有廉政风险点。')
  })
})

describe('hostile text', () => {
  const long = '长'.repeat(5000)
  const nasty = ['=cmd|\' /C calc\'!A0', '<script>alert(1)</script>', 'A & B', '"quoted" </w:t></w:r>', '\u0000\u0001\u0008零\uFFFE', '\uD800半', long]

  it('stays plain text in well-formed parts', async () => {
    const risks = nasty.map((text) => riskRow({ department: text, category: text, riskPoint: text, manifestation: text, measures: [text, text], leader: text }))
    const found = await partsOf(reportOf([powerRow({ type: nasty.join(' '), name: nasty.join('\n') })], risks, { organisation: nasty.slice(0, 4).join(' '), remarks: { plans: nasty } }))
    const xml = partOf(found, 'word/document.xml')
    const text = textOf(xml)
    for (const part of nasty.slice(0, 4)) expect(text).toContain(part)
    expect(text).toContain(long)
    expect(xml).not.toContain('<script>')
    expect(Object.values(found).some((part) => Array.from(part).some((character) => (character.codePointAt(0) ?? 32) < 9))).toBe(false)
    expect(xml).not.toMatch(/<w:instrText[^>]*>(?!PAGE)/)
  })

  it('lets a row go over the page only where no page could hold it', async () => {
    const xml = await documentOf(reportOf([powerRow({})], [riskRow({}), riskRow({ manifestation: long })]))
    const list = tablesOf(xml).find((table) => textOf(table).includes(long)) ?? ''
    expect(rowsOf(list).map((row) => row.includes('<w:cantSplit/>'))).toEqual([true, true, false])
  })
})

describe('size', () => {
  it('holds 5 000 risk points', async () => {
    const risks = Array.from({ length: 5000 }, (_, index) => riskRow({ department: `第${index % 40}科`, riskPoint: `风险点${index}` }))
    const bytes = await paperDocx(annualPaper(reportOf([powerRow({})], risks)))
    expect(rowsOf(strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array())).length).toBeGreaterThan(10_000)
  }, 120_000)
})
