import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { columnWidths, formWidths } from '#core/reports/docx/column-widths.ts'
import { textWidth } from '#core/reports/docx/page-format.ts'
import { paperDocx } from '#core/reports/paper/paper-docx.ts'
import { exampleForm } from '#core/reports/templates/example-form.ts'
import type { Paper, PaperColumn, PaperTable } from '#core/reports/paper/paper.ts'
import { tableXml } from '#core/reports/docx/tables.ts'

const centred = (title: string, share: number): PaperColumn => ({ title, share, align: 'center' })
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0)

/** The ten-column list, whose narrow columns hold names. */
const list: PaperTable = {
  size: 'small',
  columns: [centred('序号', 4.5), centred('部门', 6), { title: '重要环节', share: 12 }, { title: '廉政风险点表现形式', share: 16 }, centred('风险点涉及的岗位', 8), centred('风险等级', 5), { title: '防控要点及防控措施', share: 24 }, centred('直接责任人', 7), centred('部门责任人', 7), centred('责任领导', 7)],
  rows: [['1', '水政监察大队', '取水许可审批\n受理', '现场核查走过场，核定取水量与实际需求严重不符', '审批岗', '高', '二、措施\n1.现场核查不少于两人', '股室负责人', '股室负责人', '主要领导']],
}

/** Twips of a character of 五号 and of what a cell keeps free. */
const room = (characters: number): number => characters * 210 + 120

/** Of each row, whether it is held to the one below. */
const held = (count: number, place: Parameters<typeof tableXml>[1]): boolean[] => {
  const rows = Array.from({ length: count }, (_, index) => [String(index + 1)])
  return tableXml({ columns: [{ title: '序号', share: 1 }], rows, size: 'small' }, place).split('</w:tr>').slice(1, -1).map((row) => row.includes('<w:keepNext/>'))
}

describe('a table on its page', () => {
  it('stays whole while that leaves no more than half a page empty, and else leaves room for its beginning under the title', () => {
    expect(held(10, { page: 'landscape' })).toEqual([...Array.from({ length: 9 }, () => true), false])
    expect(held(19, { page: 'landscape' }).filter(Boolean)).toHaveLength(2)
    expect(held(14, { page: 'portrait' }).filter(Boolean)).toHaveLength(13)
  })

  it('gives its last rows to the notes below, which never have a page to themselves', () => {
    expect(held(30, { page: 'landscape', noted: true }).lastIndexOf(true)).toBe(29)
  })
})

describe('the columns of a table', () => {
  it('are as wide in a form of the office, whatever its placeholders are called', () => {
    const paper: Paper = { locale: 'zh-CN', title: '一览表', organisation: '某局', preparedOn: '2026-06-15', sections: [{ page: 'landscape', blocks: [{ kind: 'table', table: list }] }] }
    const [block] = exampleForm(paper).sections[0]?.blocks ?? []
    const widths = block?.kind === 'table' ? columnWidths(block.table, textWidth.landscape, 21) : []
    const own = columnWidths(list, textWidth.landscape, 21)
    widths.forEach((width, at) => expect(Math.abs(width - (own[at] ?? 0)), list.columns[at]?.title).toBeLessThan(20))
    expect(widths).toHaveLength(list.columns.length)
  })

  it('leave no single character of a heading or a name on a line of its own, and fill the page', () => {
    const widths = columnWidths(list, textWidth.landscape, 21)
    expect(sum(widths)).toBe(textWidth.landscape)
    for (const [column, characters] of [[0, 2], [1, 6], [5, 4], [7, 5], [8, 5], [9, 4]] as const) expect(widths[column], list.columns[column]?.title).toBeGreaterThanOrEqual(room(characters))
  })

  it('go by their shares where so many names find no room', () => {
    const crowded = { ...list, columns: [...list.columns, ...list.columns], rows: list.rows.map((row) => [...row, ...row]) }
    const widths = columnWidths(crowded, textWidth.landscape, 21)
    expect(sum(widths)).toBe(textWidth.landscape)
    expect(Math.min(...widths)).toBeGreaterThan(0)
  })

  it('keep an English heading and a code in capitals whole in every size', () => {
    for (const [size, half] of [[18, 63], [21, 73.5], [24, 84]] as const) {
      const [department = 0, code = 0] = columnWidths({ columns: [{ title: 'Department', share: 1 }, { title: 'Code', share: 1 }, { title: 'Manifestation', share: 30 }], rows: [['x', 'NB-CW-001', 'x']] }, textWidth.landscape, size)
      expect(department).toBeGreaterThanOrEqual('Department'.length * half)
      expect(code).toBeGreaterThanOrEqual('NB-CW-001'.length * 6.3 * size)
    }
  })

  it('of a form keep the words of their labels whole', () => {
    const widths = formWidths({ shares: [12, 38, 12, 38], rows: [[{ text: 'Responsible post', label: true }, { text: 'x' }, { text: 'Department', label: true }, { text: 'y' }]] }, textWidth.portrait)
    expect(sum(widths)).toBe(textWidth.portrait)
    expect(widths[0]).toBeGreaterThanOrEqual('Responsible'.length * 160)
    expect(widths[2]).toBeGreaterThanOrEqual('Department'.length * 160)
  })
})

it('the rows of one merged cell stay on one page, since another would not say what they belong to', () => {
  const rows = Array.from({ length: 40 }, (_, row) => [String(row + 1), '行政审批股', '受理'])
  const xml = tableXml({ columns: [centred('序号', 1), centred('单位', 2), { title: '环节', share: 5 }], rows, merged: [1] }, { page: 'landscape' })
  const written = xml.split('<w:tr>').slice(2)
  const goesOn = written.map((_, row) => written[row + 1]?.includes('w:val="continue"') === true)
  expect(goesOn.filter(Boolean).length).toBeGreaterThan(20)
  written.forEach((row, at) => { if (goesOn[at] === true) expect(row).toContain('<w:keepNext/>') })
})

it('a section may end with its table, and each keeps its pages', async () => {
  const paper: Paper = { locale: 'zh-CN', title: '排查表', organisation: '某局', preparedOn: '2026-06-15', sections: [{ page: 'landscape', blocks: [{ kind: 'table', table: list }] }, { page: 'portrait', blocks: [{ kind: 'table', table: list }] }] }
  const xml = strFromU8(unzipSync(await paperDocx(paper))['word/document.xml'] ?? new Uint8Array())
  expect(xml.match(/<w:tbl>/gu)).toHaveLength(2)
  expect(xml.match(/<w:sectPr[ >]/gu)).toHaveLength(2)
})
