import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, VerticalMergeType, WidthType } from 'docx'
import { spansOf } from '../paper/merged-cells.ts'
import type { Spans } from '../paper/merged-cells.ts'
import type { PaperColumn, PaperTable } from '../paper/paper.ts'
import { wrapText } from '../text-width.ts'
import { plainText } from '../plain-text.ts'
import { widestWord, widthsByShare } from './column-widths.ts'
import { runs } from './paragraphs.ts'
import { fineSize, smallSize, styleIds, tableSize } from './styles.ts'

/**
 * 小四 in the text, 五号 in wide tables, 小五 in wide tables with the longer words of English. Size in half-points; line
 * height and the space inside a cell in twips.
 */
const looks = {
  body: { size: tableSize, line: 340, padding: { top: 50, bottom: 50, left: 100, right: 100 } },
  small: { size: smallSize, line: 300, padding: { top: 40, bottom: 40, left: 60, right: 60 } },
  fine: { size: fineSize, line: 270, padding: { top: 40, bottom: 40, left: 60, right: 60 } },
} as const satisfies Record<string, Look>

interface Look {
  readonly size: number
  readonly line: number
  readonly padding: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number }
}

/** A table of at most this many lines is kept whole on one page. */
const linesKeptWhole = 22
/** As many rows stay with the last one, so that no page holds a single row. */
const keptAtEnd = 2
/** A row of more lines than this may be split, since no page could hold it whole. */
const linesOnAPage = 24

/**
 * A real table `width` twips wide: fixed columns by their shares, none so narrow that a Latin word or code must break,
 * the header repeated on every page, rows that do not split across pages.
 */
export function dataTable(table: PaperTable, width: number): Table {
  const laid = laidOut(table, width)
  const last = table.rows.length - 1
  const whole = laid.lines.reduce((sum, count) => sum + count, 0) <= linesKeptWhole
  const head = row(laid, -1, { header: true, split: false, boldFrom: 0, keepNext: true })
  const rows = laid.lines.map((lines, index) => row(laid, index, {
    header: false,
    split: lines > linesOnAPage,
    boldFrom: index === last ? table.totalFrom : undefined,
    keepNext: index < last && (whole || index >= last - keptAtEnd),
  }))
  return new Table({
    rows: [head, ...rows],
    width: { size: width, type: WidthType.DXA },
    columnWidths: laid.widths,
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: tableLines,
  })
}

interface LaidOut {
  readonly table: PaperTable
  readonly look: Look
  /** Of the columns, twips. */
  readonly widths: number[]
  /** Of the rows, estimated. */
  readonly lines: readonly number[]
  readonly spans: Spans
}

function laidOut(table: PaperTable, width: number): LaidOut {
  const look = looks[table.size ?? 'body']
  const least = (column: PaperColumn, index: number) => widestWord(column.title, table.rows.map((cells) => cells[index] ?? ''))
  const widths = widthsByShare(width, table.columns.map((column, index) => ({ share: column.share, least: (least(column, index) * Math.max(look.size, smallSize)) / smallSize })))
  const lines = table.rows.map((cells) => linesOf(cells, widths, look))
  return { table, look, widths, lines, spans: spansOf(table, lines) }
}

export const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
export const tableLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

interface RowLook {
  readonly header: boolean
  /** The row may go on over the page; only where no page could hold it whole. */
  readonly split: boolean
  /** First column set in the face of the header; none when undefined. */
  readonly boldFrom: number | undefined
  readonly keepNext: boolean
}

/** The row of this index; the header before the first. */
function row({ table, look, widths, spans }: LaidOut, index: number, rowLook: RowLook): TableRow {
  return new TableRow({
    tableHeader: rowLook.header,
    cantSplit: !rowLook.split,
    keepNext: rowLook.keepNext,
    children: table.columns.map((column, at) => cell(rowLook.header ? column.title : table.rows[index]?.[at] ?? '', {
      ...look,
      header: rowLook.header,
      width: widths[at] ?? 0,
      align: rowLook.header ? AlignmentType.CENTER : column.align ?? AlignmentType.LEFT,
      bold: rowLook.boldFrom !== undefined && at >= rowLook.boldFrom,
      span: rowLook.header ? 1 : spans(index, at),
    })),
  })
}

/** How many lines the row takes, estimated from its characters. */
function linesOf(cells: readonly string[], widths: readonly number[], { size, padding }: Look): number {
  const halfEm = (size / 4) * 20
  return cells.reduce((most, text, index) => {
    const room = (widths[index] ?? 0) - padding.left - padding.right
    return Math.max(most, wrapText(plainText(text), Math.floor(room / halfEm)).length)
  }, 1)
}

interface CellLook extends Look {
  readonly header: boolean
  readonly width: number
  readonly align: 'left' | 'center' | 'right'
  readonly bold: boolean
  /** As in `Spans`. */
  readonly span: number
}

function cell(text: string, look: CellLook): TableCell {
  const paragraph = new Paragraph({
    style: look.bold ? styleIds.tableHead : styleIds.tableText,
    alignment: look.align,
    spacing: { line: look.line, lineRule: 'exact', before: 0, after: 0 },
    children: look.span === 0 ? [] : runs(text, { size: look.size }),
  })
  return new TableCell({
    width: { size: look.width, type: WidthType.DXA },
    margins: look.padding,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(look.header ? { shading: labelShade } : {}),
    ...(look.span === 1 ? {} : { verticalMerge: look.span === 0 ? VerticalMergeType.CONTINUE : VerticalMergeType.RESTART }),
    children: [paragraph],
  })
}

/** The ground of headers and labels. */
export const labelShade = { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEFF2' } as const
