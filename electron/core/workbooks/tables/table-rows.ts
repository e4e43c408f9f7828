import type { Field } from '../forms/form-definition.ts'
import type { FormRecognition } from '../forms/recognise-form.ts'
import { repetitionOf, type HeaderFound } from './header-row.ts'
import type { SheetGrid } from './sheet-grid.ts'
import type { LeftOutReason, TableRow } from './sheet-reading.ts'
import { stopReason } from './stop-row.ts'

const chapter = /^\s*(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])\s*/u

function columnsOf({ mapping }: FormRecognition, wanted: (field: Field) => boolean): number[] {
  return Object.entries(mapping).filter(([, field]) => wanted(field)).map(([column]) => Number(column))
}

/** Reads the rows below one header, from top to bottom. */
export class TableRows {
  readonly rows: TableRow[] = []
  readonly #grid: SheetGrid
  readonly #repeatsHeader: (row: number) => boolean
  readonly #required: number[]
  readonly #carried: number[]
  #above: readonly string[] = []
  #ended = false
  #section = ''

  constructor(grid: SheetGrid, header: HeaderFound) {
    this.#grid = grid
    this.#repeatsHeader = repetitionOf(grid, header)
    const { form } = header.recognition
    const required = new Set<Field>(form.columns.filter((column) => column.required === true).map((column) => column.field))
    const carried = new Set<Field>(form.columns.filter((column) => column.carriedDown === true).map((column) => column.field))
    this.#required = columnsOf(header.recognition, (field) => required.has(field))
    this.#carried = columnsOf(header.recognition, (field) => carried.has(field))
  }

  /** @returns why the row is no data, or undefined where it was taken (or is blank) */
  take(row: number): LeftOutReason | undefined {
    if (this.#grid.isBlank(row)) return undefined
    if (this.#repeatsHeader(row)) return 'row.repeated-header'
    const own = this.#grid.ownTexts(row)
    const whole = this.#required.every((column) => (own[column] ?? '').trim() !== '')
    const reason = whole ? undefined : (this.#endOf(own) ?? this.#sectionOf(row, own))
    if (reason !== undefined) return reason
    if (whole) this.#ended = false
    this.#keep(row)
    return undefined
  }

  /** A total in the middle is skipped; after the closing total, a note or a signature only whole rows are data again. */
  #endOf(own: readonly string[]): LeftOutReason | undefined {
    const filled = own.filter((text) => text.trim() !== '')
    // A running number may stand before the word.
    const [first = '', second = ''] = filled
    const reason = stopReason(first) ?? (/^\d*$/u.test(first.trim()) ? stopReason(second) : undefined)
    if (reason !== undefined) {
      this.#ended ||= !/小\s*计|subtotal|sub-total/iu.test(first)
      return reason
    }
    return this.#ended ? 'row.after-end' : undefined
  }

  /** A single text across the table, or one numbered like a chapter: （一）办公室. */
  #sectionOf(row: number, own: readonly string[]): LeftOutReason | undefined {
    const filled = own.filter((text) => text.trim() !== '')
    const [text = ''] = filled
    const across = this.#grid.row(row).filter((one) => one === text).length * 2 > own.length
    if (filled.length !== 1 || !(across || chapter.test(text))) return undefined
    this.#section = text.replace(chapter, '').trim()
    this.#above = []
    return 'row.section'
  }

  #keep(row: number): void {
    const cells = [...this.#grid.row(row)]
    const carriedDown = this.#carried.filter((column) => (cells[column] ?? '').trim() === '' && (this.#above[column] ?? '').trim() !== '')
    for (const column of carriedDown) cells[column] = this.#above[column] ?? ''
    this.#above = cells
    this.rows.push({ row: row + 1, cells, carriedDown, section: this.#section })
  }
}
