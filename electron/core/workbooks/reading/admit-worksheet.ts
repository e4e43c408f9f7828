import { MAX_FILLED_CELLS, MAX_SPANNED_CELLS } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'

const rowOrCell = /<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>(<\/(?:\w+:)?c\s*>)?/gu
const reference = /(?:^|\s)r\s*=\s*["']([A-Za-z]{0,3})(\d{1,9})["']/u

/** Counts cells and the rectangles they span over a whole workbook. */
export class CellBudget {
  #filled = 0
  #spanned = 0

  countFilled(): void {
    this.#filled += 1
    if (this.#filled > MAX_FILLED_CELLS) throw tooManyCells()
  }

  countSpanned(cells: number): void {
    this.#spanned += cells
    if (this.#spanned > MAX_SPANNED_CELLS) throw tooManyCells()
  }
}

function tooManyCells(): UnreadableWorkbook {
  return new UnreadableWorkbook('file.too-many-cells', { limit: MAX_FILLED_CELLS })
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64
  return number
}

/** Follows rows and cells through a sheet, also where they leave out their references, as the standard allows. */
class Extent {
  row = 0
  column = 0
  lastRow = 0
  lastColumn = 0

  enterRow(attributes: string): void {
    const given = Number(reference.exec(attributes)?.[2] ?? 0)
    this.row = given || this.row + 1
    this.column = 0
  }

  enterCell(attributes: string): void {
    const [, letters = '', digits = ''] = reference.exec(attributes) ?? []
    this.column = letters === '' ? this.column + 1 : columnNumber(letters)
    if (digits !== '') this.row = Number(digits)
  }

  coverCell(): void {
    this.lastRow = Math.max(this.lastRow, this.row)
    this.lastColumn = Math.max(this.lastColumn, this.column)
  }
}

/**
 * A worksheet without its empty cells, counted before anything is laid out.
 *
 * Programs save a format for every cell of a selected column, so an ordinary table may claim a million rows. Such cells
 * carry no text; dropping them leaves the table as large as it is. In a sheet where cells leave out their references the
 * empty ones hold the places of the others and stay.
 *
 * @throws UnreadableWorkbook file.too-many-cells
 */
export function admitWorksheet(xml: string, budget: CellBudget): string {
  const extent = new Extent()
  let placedByReference = true
  const kept: string[] = []
  let from = 0
  // Cell by cell: replaceAll would lay down every match before it asks about the first, gigabytes for a bomb of cells.
  for (const { 0: whole, 1: kind, 2: attributes = '', 3: closing, index } of xml.matchAll(rowOrCell)) {
    if (kind === 'row') {
      extent.enterRow(attributes)
      continue
    }
    extent.enterCell(attributes)
    placedByReference &&= reference.test(attributes)
    if (closing !== undefined || attributes.endsWith('/')) {
      kept.push(xml.slice(from, index))
      from = index + whole.length
      continue
    }
    budget.countFilled()
    extent.coverCell()
  }
  budget.countSpanned(extent.lastRow * extent.lastColumn)
  return placedByReference ? kept.join('') + xml.slice(from) : xml
}
