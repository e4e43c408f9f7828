import type { FormCode } from '../forms/form-definition.ts'
import type { ManualMapping } from '../forms/map-columns.ts'
import { applyMapping } from '../forms/recognise-form.ts'
import { firstBlind, handHeaders, type HandHeader } from '../layouts/hand-headers.ts'
import type { KnownLayouts, PlacedReading } from '../layouts/layout.ts'
import type { Sheet } from '../workbook.ts'
import { headerAt, type HeaderFound } from './header-row.ts'
import { metadataOf } from './metadata.ts'
import { SheetGrid } from './sheet-grid.ts'
import type { LeftOut, LeftOutReason, Metadata, SheetReading, Table } from './sheet-reading.ts'
import { TableRows } from './table-rows.ts'

/** What a person decided about columns of a form, remembered or just now. */
export type Decisions = (form: FormCode) => ManualMapping

/** How headers of a sheet are read that no form knows, or that a form knows wrongly. */
export interface ByHand {
  /** What a person said just now, by where it stands. */
  readonly placed: readonly PlacedReading[]
  /** What people said of headers like these before. */
  readonly known: KnownLayouts
}

const nothingByHand: ByHand = { placed: [], known: { levels: [], begins: () => false, find: () => undefined } }

/** Goes through a sheet from top to bottom; what stands above a header belongs to the table it opens. */
class Reader {
  readonly #grid: SheetGrid
  readonly #sheet: Sheet
  readonly #decisions: Decisions
  readonly #byHand: ReadonlyMap<number, HandHeader>
  readonly #blind: number
  readonly #leftOut: LeftOut[] = []
  readonly #tables: Table[] = []
  #title = ''
  #metadata: Metadata[] = []
  #current: TableRows | undefined

  constructor(sheet: Sheet, decisions: Decisions, { placed, known }: ByHand) {
    this.#sheet = sheet
    this.#decisions = decisions
    this.#grid = new SheetGrid(sheet)
    this.#byHand = handHeaders(this.#grid, placed, known)
    this.#blind = firstBlind(this.#byHand)
  }

  read(): SheetReading {
    const { name, hidden } = this.#sheet
    if (hidden) this.#leaveOut('sheet.hidden')
    let row = 0
    while (row < this.#grid.rowCount) row = this.#take(row)
    if (this.#tables.length === 0) this.#leaveOutWhole()
    return { sheet: name, hidden, tables: this.#tables, leftOut: this.#leftOut }
  }

  #leaveOut(reasonCode: LeftOutReason, row?: number): void {
    this.#leftOut.push({ sheet: this.#sheet.name, reasonCode, ...(row === undefined ? {} : { row: row + 1 }) })
  }

  /** One sentence about the sheet says more than one for each of its rows. */
  #leaveOutWhole(): void {
    const empty = this.#sheet.rows.every((_, row) => this.#grid.isBlank(row))
    this.#leftOut.splice(this.#sheet.hidden ? 1 : 0)
    this.#leaveOut(empty ? 'sheet.empty' : 'sheet.no-known-header')
  }

  /** @returns the next row to look at */
  #take(row: number): number {
    const byHand = this.#byHand.get(row)
    if (byHand !== undefined && (!byHand.isRemembered || !this.#isRepetition(row))) {
      this.#openTable(byHand, { by: byHand.isRemembered ? 'memory' : 'hand', keepsAbove: byHand.keepsAbove, titles: byHand.titles })
      return byHand.last + 1
    }
    const header = row < this.#blind || this.#isRepetition(row) ? undefined : headerAt(this.#grid, row)
    if (header !== undefined) {
      this.#open(header)
      return header.last + 1
    }
    if (this.#current === undefined) this.#takeAbove(row)
    else this.#takeBelow(this.#current, row)
    return row + 1
  }

  #isRepetition(row: number): boolean {
    const headers = this.#tables.at(-1)?.headerRows
    if (headers === undefined || this.#current === undefined) return false
    const texts = this.#grid.row(row)
    const first = this.#grid.row(headers.first - 1)
    return texts.length > 0 && texts.every((text, column) => text === first[column])
  }

  #open(found: HeaderFound): void {
    const { form } = found.recognition
    this.#openTable({ ...found, recognition: applyMapping(form, found.headers, this.#decisions(form.code)) }, { by: 'form', keepsAbove: true, titles: found.headers })
  }

  #openTable(header: HeaderFound, said: Pick<Table, 'by' | 'titles' | 'keepsAbove'>): void {
    this.#current = new TableRows(this.#grid, header)
    this.#tables.push({
      sheet: this.#sheet.name,
      title: this.#title,
      metadata: this.#metadata,
      headerRows: { first: header.first + 1, last: header.last + 1 },
      headers: header.headers,
      recognition: header.recognition,
      ...said,
      rows: this.#current.rows,
    })
    this.#title = ''
    this.#metadata = []
  }

  #takeAbove(row: number): void {
    if (this.#grid.isBlank(row)) return
    const texts = this.#grid.ownTexts(row).filter((text) => text.trim() !== '')
    const metadata = metadataOf(texts)
    this.#metadata.push(...metadata)
    if (metadata.length === 0 && this.#title === '') this.#title = (texts[0] ?? '').trim()
    this.#leaveOut(metadata.length > 0 ? 'row.metadata' : 'row.title', row)
  }

  #takeBelow(rows: TableRows, row: number): void {
    const reason = rows.take(row)
    if (reason !== undefined) this.#leaveOut(reason, row)
  }
}

/**
 * Finds the tables of a sheet: the header below title rows, joined over its levels; its rows with merged and customarily
 * blank cells filled; the lines about who filled it in; and what was left out with the reason, so that nothing vanishes
 * unsaid. A sheet may hold several tables, one below the other.
 *
 * @param decisions how a person mapped columns of a form by hand; what they say goes before the names of the columns
 * @param byHand headers whose form a person named; they go before what the forms know
 */
export function findTables(sheet: Sheet, decisions: Decisions = () => ({}), byHand: ByHand = nothingByHand): SheetReading {
  return new Reader(sheet, decisions, byHand).read()
}
