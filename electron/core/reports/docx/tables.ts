import { AlignmentType, BorderStyle, Paragraph, ShadingType, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType } from 'docx'
import { wrapText } from '../text-width.ts'
import { plainText } from '../plain-text.ts'
import { runs } from './paragraphs.ts'
import { fineSize, smallSize, styleIds, tableSize } from './styles.ts'

export interface Column {
  readonly title: string
  /** Twips. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface DataTable {
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly string[])[]
  /** The last row is a total and is set in the face of the header, from this column on. */
  readonly totalFrom?: number
  /** 小四 in the text, 五号 in wide tables, 小五 in wide tables with the longer words of English. */
  readonly size?: keyof typeof looks
}

/** Size in half-points; line height and the space inside a cell in twips. */
const looks = {
  body: { size: tableSize, line: 340, padding: { top: 50, bottom: 50, left: 100, right: 100 } },
  small: { size: smallSize, line: 300, padding: { top: 40, bottom: 40, left: 60, right: 60 } },
  fine: { size: fineSize, line: 270, padding: { top: 40, bottom: 40, left: 60, right: 60 } },
} as const
type Look = (typeof looks)[keyof typeof looks]

/** A table of at most this many lines is kept whole on one page. */
const linesKeptWhole = 22
/** As many rows stay with the last one, so that no page holds a single row. */
const keptAtEnd = 2
/** A row of more lines than this may be split, since no page could hold it whole. */
const linesOnAPage = 24

/** A real table: fixed columns, the header repeated on every page, rows that do not split across pages. */
export function dataTable(table: DataTable): Table {
  const last = table.rows.length - 1
  const lines = table.rows.map((cells) => linesOf(table, cells))
  const whole = lines.reduce((sum, count) => sum + count, 0) <= linesKeptWhole
  const head = row(table, table.columns.map((column) => column.title), { header: true, split: false, boldFrom: 0, keepNext: true })
  const rows = table.rows.map((cells, index) => row(table, cells, {
    header: false,
    split: (lines[index] ?? 0) > linesOnAPage,
    boldFrom: index === last ? table.totalFrom : undefined,
    keepNext: index < last && (whole || index >= last - keptAtEnd),
  }))
  return new Table({
    rows: [head, ...rows],
    width: { size: table.columns.reduce((sum, column) => sum + column.width, 0), type: WidthType.DXA },
    columnWidths: table.columns.map((column) => column.width),
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    borders: tableLines,
  })
}

const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const tableLines = { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }

interface RowLook {
  readonly header: boolean
  /** The row may go on over the page; only where no page could hold it whole. */
  readonly split: boolean
  /** First column set in the face of the header; none when undefined. */
  readonly boldFrom: number | undefined
  readonly keepNext: boolean
}

function row(table: DataTable, cells: readonly string[], look: RowLook): TableRow {
  const size = looks[table.size ?? 'body']
  return new TableRow({
    tableHeader: look.header,
    cantSplit: !look.split,
    keepNext: look.keepNext,
    children: table.columns.map((column, index) => cell(cells[index] ?? '', column, { ...look, ...size, bold: look.boldFrom !== undefined && index >= look.boldFrom })),
  })
}

/** How many lines the row takes, estimated from its characters. */
function linesOf(table: DataTable, cells: readonly string[]): number {
  const { size, padding } = looks[table.size ?? 'body']
  const halfEm = (size / 4) * 20
  return cells.reduce((most, text, index) => {
    const room = (table.columns[index]?.width ?? 0) - padding.left - padding.right
    return Math.max(most, wrapText(plainText(text), Math.floor(room / halfEm)).length)
  }, 1)
}

function cell(text: string, column: Column, look: RowLook & Look & { bold: boolean }): TableCell {
  const align = look.header ? AlignmentType.CENTER : column.align ?? AlignmentType.LEFT
  const paragraph = new Paragraph({
    style: look.bold ? styleIds.tableHead : styleIds.tableText,
    alignment: align,
    spacing: { line: look.line, lineRule: 'exact', before: 0, after: 0 },
    children: runs(text, { size: look.size }),
  })
  return new TableCell({
    width: { size: column.width, type: WidthType.DXA },
    margins: look.padding,
    verticalAlign: VerticalAlignTable.CENTER,
    ...(look.header ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'EDEFF2' } } : {}),
    children: [paragraph],
  })
}
