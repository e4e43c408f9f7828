import type { Merge, Sheet } from '../workbook.ts'

/** A sheet with its merged blocks at hand. Rows and columns are counted from 0. */
export class SheetGrid {
  readonly #sheet: Sheet
  readonly #byRow = new Map<number, Merge[]>()

  constructor(sheet: Sheet) {
    this.#sheet = sheet
    for (const merge of sheet.merges) {
      for (let row = merge.top; row <= merge.bottom; row++) this.#mergesAt(row).push(merge)
    }
  }

  #mergesAt(row: number): Merge[] {
    const known = this.#byRow.get(row)
    if (known !== undefined) return known
    const fresh: Merge[] = []
    this.#byRow.set(row, fresh)
    return fresh
  }

  get rowCount(): number {
    return this.#sheet.rows.length
  }

  /** The texts of a row, with merged blocks filled. */
  row(row: number): string[] {
    return this.#sheet.rows[row] ?? []
  }

  /** The texts of a row in which a block that runs across columns counts once, at its first column. */
  ownTexts(row: number): string[] {
    const texts = [...this.row(row)]
    for (const merge of this.#byRow.get(row) ?? []) {
      for (let column = merge.left + 1; column <= merge.right; column++) texts[column] = ''
    }
    return texts
  }

  isBlank(row: number): boolean {
    return this.row(row).every((text) => text.trim() === '')
  }

  /** The last row that a block beginning in this row reaches down to. */
  lowestJoined(row: number): number {
    const starting = (this.#byRow.get(row) ?? []).filter((merge) => merge.top === row)
    return starting.reduce((lowest, merge) => Math.max(lowest, merge.bottom), row)
  }
}
