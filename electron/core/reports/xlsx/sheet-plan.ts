import type { Cell, CellStyle, CellValue, MergeRange, PageSetup, WriteSheet } from 'hucre'
import { wrapText } from '../text-width.ts'
import { cellText, looksLikeFormula } from './cell-text.ts'

export type RowLook = 'red-head' | 'title' | 'centred' | 'line' | 'caption' | 'head' | 'data' | 'total' | 'text'

export interface PlannedRow {
  readonly look: RowLook
  readonly values: readonly (string | number | null)[]
  /** Columns from..to (0-based, inclusive) become one cell, over so many rows. */
  readonly across?: readonly (readonly [from: number, to: number, down?: number])[]
  /** Columns that look otherwise than their row. */
  readonly looks?: ReadonlyMap<number, { readonly look: RowLook; readonly align?: 'left' | 'center' | 'right' }>
  /** Lines of room the row keeps at least. */
  readonly leastLines?: number
}

export interface PlannedColumn {
  /** Characters of the default font. */
  readonly width: number
  readonly align?: 'left' | 'center' | 'right'
}

export interface SheetPlan {
  readonly name: string
  readonly columns: readonly PlannedColumn[]
  readonly rows: readonly PlannedRow[]
  readonly orientation: 'portrait' | 'landscape'
  /** Index of the header row: frozen with all above it on screen, repeated on every printed page. */
  readonly headRow?: number
  /** Columns whose equal neighbours below one another become one cell, each only within the cells of those before it. */
  readonly mergeDown?: readonly number[]
  /** Excel footer codes. */
  readonly footer: string
  /** Printed over every page, in the same codes. */
  readonly header?: string
  readonly fontName: string
}

/** Excel takes no row higher than this, in points. */
const highest = 409
const line = 14.5
/** Bold 16 pt against the 10 pt the column widths count in. */
const titleScale = 1.75
const paper = { shorter: 595, longer: 842 }
/** Inches; the footer stands in the bottom margin. */
const margins = { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, header: 0.3, footer: 0.35 }

/** Turns a plan into a sheet that prints as it stands: A4, one page wide, header repeated, rows as high as their text. */
export function sheetOf(plan: SheetPlan): WriteSheet {
  const heights = plan.rows.map((row) => rowHeight(row, plan.columns))
  const pages = pagesOf(plan, heights)
  const merges = [...plan.rows.flatMap(acrossOf), ...mergesDown(plan, pages)]
  const lastColumn = columnName(plan.columns.length - 1)
  return {
    name: plan.name,
    columns: plan.columns.map(({ width }) => ({ width })),
    rows: plan.rows.map((row) => plan.columns.map((_, column) => valueOf(row.values[column] ?? null))),
    cells: cellsOf(plan),
    merges,
    rowDefs: new Map(heights.map((height, index) => [index, { height }])),
    pageSetup: { ...pageSetup(plan), printArea: `$A$1:$${lastColumn}$${plan.rows.length}` },
    rowBreaks: plan.mergeDown === undefined ? [] : pages.flatMap((page, index) => (index > 0 && page !== pages[index - 1] ? [index - 1] : [])),
    headerFooter: { oddFooter: plan.footer, ...(plan.header === undefined ? {} : { oddHeader: plan.header }) },
    ...(plan.headRow === undefined ? {} : { freezePane: { rows: plan.headRow + 1 } }),
  }
}

function pageSetup({ orientation, headRow }: SheetPlan): PageSetup {
  const titles = headRow === undefined ? {} : { printTitlesRow: `$${headRow + 1}:$${headRow + 1}` }
  return { paperSize: 'a4', orientation, fitToPage: true, fitToWidth: 1, fitToHeight: 0, margins, horizontalCentered: true, ...titles }
}

function valueOf(value: string | number | null): CellValue {
  return typeof value === 'string' ? cellText(value) : value
}

function acrossOf(row: PlannedRow, index: number): MergeRange[] {
  return (row.across ?? []).filter(([from, to, down = 1]) => to > from || down > 1).map(([startCol, endCol, down = 1]) => ({ startRow: index, endRow: index + down - 1, startCol, endCol }))
}

/** 'A' for 0, 'AA' for 26. */
export function columnName(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26))
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter
}

/** Height in points that shows the whole text of every cell, up to what the format allows. */
function rowHeight(row: PlannedRow, columns: readonly PlannedColumn[]): number {
  if (row.look === 'title' || row.look === 'red-head') return wrapText(String(row.values[0] ?? ''), Math.floor(roomOf(row, columns, 0) / titleScale)).length * 24 + 8
  const lines = row.values.map((value, column) => (value === null ? 1 : wrapText(String(value), roomOf(row, columns, column) - 1).length / rowsOf(row, column)))
  return Math.min(highest, Math.max(row.leastLines ?? 1, ...lines) * line + 6)
}

/** How many rows the value in this column is spread over. */
function rowsOf(row: PlannedRow, column: number): number {
  return row.across?.find(([start]) => start === column)?.[2] ?? 1
}

/** The width a value has for itself: its column, or all columns it runs across. */
function roomOf(row: PlannedRow, columns: readonly PlannedColumn[], column: number): number {
  const [from, to] = row.across?.find(([start]) => start === column) ?? [column, column]
  return columns.slice(from, to + 1).reduce((sum, { width }) => sum + width, 0)
}

/**
 * Equal neighbours in one column become one cell, but never over a page's end, where the sheet is told to break: every
 * printed page names the department of its rows. The covered cells keep the text, so sorting and filtering still see it.
 */
function mergesDown(plan: SheetPlan, pages: readonly number[]): MergeRange[] {
  const merges: MergeRange[] = []
  /** Of each row: where the cell of the merged columns so far begins. */
  let outer = plan.rows.map(() => 0)
  for (const column of plan.mergeDown ?? []) {
    const starts: number[] = []
    plan.rows.forEach((row, index) => {
      const above = plan.rows[index - 1]
      const goesOn = row.look === 'data' && above?.look === 'data' && (row.values[column] ?? '') !== '' && row.values[column] === above.values[column]
        && pages[index] === pages[index - 1] && outer[index] === outer[index - 1]
      starts.push(goesOn ? starts[index - 1] ?? index : index)
    })
    starts.forEach((start, index) => {
      if (starts[index + 1] !== start && index > start) merges.push({ startRow: start, endRow: index, startCol: column, endCol: column })
    })
    outer = starts
  }
  return merges
}

/** The page each row is printed on, from the row heights and the repeated header. */
function pagesOf({ orientation, headRow }: SheetPlan, heights: readonly number[]): number[] {
  const sheet = orientation === 'landscape' ? paper.shorter : paper.longer
  const room = sheet - (margins.top + margins.bottom) * 72
  const head = headRow === undefined ? 0 : heights[headRow] ?? 0
  let page = 0
  let used = 0
  return heights.map((height) => {
    if (used + height > room) {
      page += 1
      used = head
    }
    used += height
    return page
  })
}

const edge = { style: 'thin', color: { rgb: '000000' } } as const
const border = { top: edge, bottom: edge, left: edge, right: edge }
const grey = { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EDEFF2' } } as const

interface CellLook {
  readonly look: RowLook
  readonly align: 'left' | 'center' | 'right'
  /** Formula-like text stays text even when somebody edits the cell. */
  readonly asText: boolean
  readonly fontName: string
}

function styleOf({ look, align, asText, fontName }: CellLook): CellStyle {
  const plain = { name: fontName, size: 10 }
  const bold = { ...plain, bold: true }
  const middle = { vertical: 'center', wrapText: true } as const
  const format = asText ? { numFmt: '@' } : {}
  switch (look) {
    case 'red-head': return { font: { ...bold, size: 16, color: { rgb: 'C00000' } }, alignment: { ...middle, horizontal: 'center' } }
    case 'title': return { font: { ...bold, size: 16 }, alignment: { ...middle, horizontal: 'center' } }
    case 'centred': return { font: plain, alignment: { ...middle, horizontal: 'center' }, ...format }
    case 'line': return { font: plain, alignment: { ...middle, horizontal: align }, ...format }
    case 'caption': return { font: bold, alignment: { ...middle, horizontal: 'left' }, ...format }
    case 'text': return { font: plain, alignment: { ...middle, horizontal: 'left' }, ...format }
    case 'head': return { font: bold, fill: grey, border, alignment: { ...middle, horizontal: 'center' }, ...format }
    case 'total': return { font: bold, border, alignment: { ...middle, horizontal: align }, ...format }
    case 'data': return { font: plain, border, alignment: { ...middle, horizontal: align }, ...format }
  }
}

/** One style object for each look, shared by all cells that have it. */
function cellsOf({ rows, columns, fontName }: SheetPlan): Map<string, Partial<Cell>> {
  const styles = new Map<string, CellStyle>()
  const shared = (look: CellLook) => {
    const key = `${look.look} ${look.align} ${look.asText}`
    const style = styles.get(key) ?? styleOf(look)
    styles.set(key, style)
    return style
  }
  const cells = new Map<string, Partial<Cell>>()
  rows.forEach((row, index) => {
    columns.forEach((column, at) => {
      const value = row.values[at] ?? null
      const asText = typeof value === 'string' && looksLikeFormula(value)
      const own = row.looks?.get(at)
      // A row that ends before the last column leaves the rest of the sheet as it is: no lines around nothing.
      const beyond = at >= row.values.length && (row.look === 'head' || row.look === 'data')
      cells.set(`${index},${at}`, { style: shared({ look: beyond ? 'text' : own?.look ?? row.look, align: own?.align ?? lineAlign(row, at) ?? column.align ?? 'left', asText, fontName }) })
    })
  })
  return cells
}

/** A line above the table keeps to the left; what stands in its last part keeps to the right. */
function lineAlign(row: PlannedRow, column: number): 'left' | 'right' | undefined {
  if (row.look !== 'line') return undefined
  return column === 0 ? 'left' : 'right'
}
