import { BorderStyle, ShadingType } from 'docx'
import { spansOf } from '../paper/merged-cells.ts'
import type { Spans } from '../paper/merged-cells.ts'
import { keptWhole } from '../paper/kept-whole.ts'
import type { PaperSection, PaperTable } from '../paper/paper.ts'
import { plainText, xmlText } from '../plain-text.ts'
import { wrapText } from '../text-width.ts'
import { columnWidths } from './column-widths.ts'
import { textWidth } from './page-format.ts'
import { fineSize, smallSize, styleIds, tableSize } from './styles.ts'

interface Look {
  readonly size: number
  readonly line: number
  readonly padding: { readonly top: number; readonly side: number }
}

/**
 * 小四 in the text, 五号 in wide tables, 小五 in wide tables with the longer words of English. Size in half-points; line
 * height and the space inside a cell in twips.
 */
const looks = {
  body: { size: tableSize, line: 340, padding: { top: 50, side: 100 } },
  small: { size: smallSize, line: 300, padding: { top: 40, side: 60 } },
  fine: { size: fineSize, line: 270, padding: { top: 40, side: 60 } },
} as const satisfies Record<string, Look>

/** As many rows stay with the last one, so that no page holds a single row. */
const keptAtEnd = 2
/** A row of more lines than this may be split, since no page could hold it whole. */
const linesOnAPage = 24

/** The lines of tables and forms, and the ground of headers and labels. */
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
export const tableLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }
export const labelShade = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEFF2' } as const

/**
 * A real table as wide as the text of its page: fixed columns by their shares, none so narrow that a Latin word or code must break,
 * the header repeated on every page, rows that do not split across pages. Written as XML by itself: the document
 * library keeps a dozen objects for each cell, which for thousands of rows are gigabytes.
 */
export function tableXml(table: PaperTable, { page, noted = false }: TablePlace): string {
  const width = textWidth[page]
  const laid = laidOut(table, width)
  const last = table.rows.length - 1
  const whole = keptWhole(table, laid.lines, page)
  const head = rowXml(laid, -1, { split: false, boldFrom: 0, keepNext: true })
  const rows = laid.lines.map((lines, index) => rowXml(laid, index, {
    split: lines > linesOnAPage,
    boldFrom: index === last ? table.totalFrom : undefined,
    keepNext: table.repeated !== true && (index === last ? noted : whole || index >= last - keptAtEnd || goesOn(laid, index)),
  }))
  return `<w:tbl>${propertiesXml(laid, width)}${head}${rows.join('')}</w:tbl>`
}

/** Whether a merged cell of this row goes on in the next: on another page nobody would read what it says. */
const goesOn = ({ table: { merged = [] }, spans }: LaidOut, row: number): boolean => merged.some((column) => spans(row + 1, column) === 0)

interface TablePlace {
  readonly page: PaperSection['page']
  /** Only notes follow, which must not stand on a page by themselves. */
  readonly noted?: boolean
}

/** Widths of a table's columns as it is written, in twips. */
export const tableWidths = (table: PaperTable, width: number): number[] => columnWidths(table, width, looks[table.size ?? 'body'].size)

interface LaidOut {
  readonly table: PaperTable
  readonly look: Look
  /** Of the columns, twips. */
  readonly widths: readonly number[]
  /** Of the rows, estimated. */
  readonly lines: readonly number[]
  readonly spans: Spans
}

function laidOut(table: PaperTable, width: number): LaidOut {
  const look = looks[table.size ?? 'body']
  const widths = tableWidths(table, width)
  const lines = table.rows.map((cells) => linesOf(cells, widths, look))
  return { table, look, widths, lines, spans: spansOf(table, lines) }
}

/** How many lines the row takes, estimated from its characters. */
function linesOf(cells: readonly string[], widths: readonly number[], { size, padding }: Look): number {
  const halfEm = (size / 4) * 20
  return cells.reduce((most, text, index) => {
    const room = (widths[index] ?? 0) - 2 * padding.side
    return Math.max(most, wrapText(plainText(text), Math.floor(room / halfEm)).length)
  }, 1)
}

function propertiesXml({ widths, look: { padding } }: LaidOut, width: number): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => `<w:${edge} w:val="single" w:color="000000" w:sz="4"/>`)
  const room = [['top', padding.top], ['left', padding.side], ['bottom', padding.top], ['right', padding.side]].map(([edge, size]) => `<w:${edge} w:type="dxa" w:w="${size}"/>`)
  return `<w:tblPr><w:tblW w:type="dxa" w:w="${width}"/><w:jc w:val="center"/><w:tblBorders>${edges.join('')}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar>${room.join('')}</w:tblCellMar></w:tblPr>`
    + `<w:tblGrid>${widths.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>`
}

interface RowLook {
  /** The row may go on over the page; only where no page could hold it whole. */
  readonly split: boolean
  /** First column set in the face of the header; none when undefined. */
  readonly boldFrom: number | undefined
  readonly keepNext: boolean
}

/** The row of this index; the header before the first. */
function rowXml({ table, look, widths, spans }: LaidOut, index: number, { split, boldFrom, keepNext }: RowLook): string {
  const header = index < 0
  const cells = table.columns.map((column, at) => cellXml(header ? column.title : table.rows[index]?.[at] ?? '', {
    look,
    header,
    keepNext,
    width: widths[at] ?? 0,
    align: header ? 'center' : column.align ?? 'left',
    bold: boldFrom !== undefined && at >= boldFrom,
    span: header ? 1 : spans(index, at),
  }))
  return `<w:tr><w:trPr>${split ? '' : '<w:cantSplit/>'}${header ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`
}

interface CellLook {
  readonly look: Look
  readonly header: boolean
  readonly keepNext: boolean
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  /** As in `Spans`. */
  readonly span: number
}

function cellXml(text: string, { look, header, keepNext, width, align, bold, span }: CellLook): string {
  const merge = span === 1 ? '' : `<w:vMerge w:val="${span === 0 ? 'continue' : 'restart'}"/>`
  const shade = header ? `<w:shd w:fill="${labelShade.fill}" w:color="${labelShade.color}" w:val="${labelShade.type}"/>` : ''
  const paragraph = `<w:pStyle w:val="${bold ? styleIds.tableHead : styleIds.tableText}"/>${keepNext ? '<w:keepNext/>' : ''}<w:spacing w:after="0" w:before="0" w:line="${look.line}" w:lineRule="exact"/><w:jc w:val="${align}"/>`
  const content = span === 0 ? '' : `<w:r><w:rPr><w:sz w:val="${look.size}"/><w:szCs w:val="${look.size}"/></w:rPr>${textXml(text)}</w:r>`
  return `<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="${width}"/>${merge}${shade}<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr>${paragraph}</w:pPr>${content}</w:p></w:tc>`
}

/** Cleaned and escaped, tabs as spaces, each line end a line break. */
function textXml(text: string): string {
  return plainText(text).replaceAll('\t', ' ').split('\n').map((words) => `<w:t xml:space="preserve">${xmlText(words)}</w:t>`).join('<w:br/>')
}
