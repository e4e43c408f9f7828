import { expect } from 'vitest'
import { partOf, partsOf, textOf } from './word-file.ts'

const sheets = {
  portrait: { size: '<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>', margins: 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"' },
  landscape: { size: '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>', margins: 'w:top="1588" w:right="2098" w:bottom="1474" w:left="1984"' },
} as const

/** Reads from a written Word document that every section of it keeps to GB/T 9704-2012: sheet, margins, faces, grid, page number. */
export function expectPageFormat(bytes: Uint8Array): void {
  const parts = partsOf(bytes)
  const document = partOf(parts, 'word/document.xml')
  const sections = [...document.matchAll(/<w:sectPr>.*?<\/w:sectPr>/gs)].map((match) => match[0])
  expect(sections.length).toBeGreaterThan(0)
  for (const section of sections) {
    const sheet = section.includes('w:orient="landscape"') ? sheets.landscape : sheets.portrait
    expect(section).toContain(sheet.size)
    expect(section).toContain(sheet.margins)
    expect(section).toContain('<w:docGrid w:type="lines" w:linePitch="579"/>')
  }
  expectFaces(parts)
  expectPageNumbers(parts, sections)
}

/** 22 lines of 579 twips stand on a page; body 三号 with 28 characters on a line, title 二号, faces by name. */
function expectFaces(parts: Record<string, string>): void {
  const styles = partOf(parts, 'word/styles.xml')
  expect(579 * 22).toBeLessThanOrEqual(16838 - 2098 - 1984)
  for (const face of ['方正小标宋简体', '黑体', '楷体_GB2312', '仿宋_GB2312']) expect(styles).toContain(`w:eastAsia="${face}"`)
  expect(styles).toMatch(/<w:docDefaults>.*<w:sz w:val="32"\/>/s)
  expect(styles).toMatch(/w:styleId="Title".*?<w:sz w:val="44"\/>/s)
  expect(Object.keys(parts).filter((path) => path.includes('fonts/'))).toEqual([])
}

/** — 1 — in 四号 at the outside: right on odd pages, left on even ones; on turned sheets reading down the edge. */
function expectPageNumbers(parts: Record<string, string>, sections: readonly string[]): void {
  expect(partOf(parts, 'word/settings.xml')).toContain('<w:evenAndOddHeaders/>')
  const relations = partOf(parts, 'word/_rels/document.xml.rels')
  for (const section of sections) {
    const turned = section.includes('w:orient="landscape"')
    for (const [type, side] of [['default', 'right'], ['even', 'left']] as const) {
      const [, id] = new RegExp(`<w:footerReference w:type="${type}" r:id="([^"]+)"/>`).exec(section) ?? []
      const [, target] = new RegExp(`Id="${id}"[^>]*Target="([^"]+)"`).exec(relations) ?? new RegExp(`Target="([^"]+)"[^>]*Id="${id}"`).exec(relations) ?? []
      const footer = partOf(parts, `word/${target}`)
      expect(footer).toContain('PAGE')
      expect(footer).toContain('<w:sz w:val="28"/>')
      expect(textOf(footer).match(/—/g)).toHaveLength(2)
      expect(/<w:jc w:val="(\w+)"\/>/.exec(footer)?.[1]).toBe(side)
      expect(footer.includes('w:textDirection w:val="tbRl"')).toBe(turned)
    }
  }
}
