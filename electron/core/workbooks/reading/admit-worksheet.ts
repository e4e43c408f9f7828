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
  const thin = xml.replaceAll(rowOrCell, (whole: string, kind: string, attributes: string, closing: string | undefined) => {
    if (kind === 'row') {
      extent.enterRow(attributes)
      return whole
    }
    extent.enterCell(attributes)
    placedByReference &&= reference.test(attributes)
    if (closing !== undefined || attributes.endsWith('/')) return ''
    budget.countFilled()
    extent.coverCell()
    return whole
  })
  budget.countSpanned(extent.lastRow * extent.lastColumn)
  return placedByReference ? thin : xml
}
