import type { z } from 'zod'
import type { ImportIssue } from '#shared/contract/exchange.ts'
import { keyOf } from '#shared/model/text-key.ts'
import type { Field } from '../../workbooks/forms/form-definition.ts'
import { noResult, shownText } from '../../workbooks/workbook.ts'
import type { Table, TableRow } from '../../workbooks/tables/sheet-reading.ts'
import type { Place } from './facts.ts'
import type { WordReader } from './words.ts'

/** What a spreadsheet's cell can hold; a text table may bring more, which could never be exported again. */
const longestCell = 32_767

type Params = ImportIssue['params']

/** Where each field of a table stands. */
export type FieldColumns = ReadonlyMap<Field, number>

export const fieldColumns = ({ recognition }: Table): FieldColumns => new Map(Object.entries(recognition.mapping).map(([column, field]) => [field, Number(column)]))

/** The cells of one row by what they mean, and what there is to say about them. */
export class RowCells {
  readonly place: Place
  readonly issues: ImportIssue[] = []
  readonly #table: Table
  readonly #row: TableRow
  readonly #columns: FieldColumns
  readonly #withoutResult = new Set<Field>()

  constructor(table: Table, row: TableRow, columns: FieldColumns) {
    this.place = { sheet: table.sheet, row: row.row }
    this.#table = table
    this.#row = row
    this.#columns = columns
  }

  /** Whether something was said that keeps the row out. */
  get refused(): boolean {
    return this.issues.some(({ level }) => level === 'error')
  }

  /** The heading under which the row stands. */
  get section(): string {
    return shownText(this.#row.section)
  }

  has(field: Field): boolean {
    return this.#columns.has(field)
  }

  /** A cell without the space around it; '' where it is empty, where the form has no such column, and where it was refused. */
  text(field: Field): string {
    const column = this.#columns.get(field)
    const text = column === undefined ? '' : (this.#row.cells[column] ?? '').trim()
    if (!text.startsWith(noResult)) return text
    // A serial number tells nothing that would be kept.
    if (field !== 'serial') this.#refuseFormula(field, shownText(text))
    return ''
  }

  /** A cell held to what the register takes; '' for a blank one and for one that was refused. */
  value(field: Field, schema: z.ZodType): string {
    return this.held(field, this.text(field), schema)
  }

  /** A part of a cell held to what the register takes. */
  held(field: Field, text: string, schema: z.ZodType): string {
    if (text === '') return ''
    const limit = text.length > longestCell ? longestCell : limitBroken(schema, text)
    if (limit === undefined) return text
    this.refuse('cell.too-long', field, { length: text.length, limit })
    return ''
  }

  /** Refuses the row where a cell it cannot do without is blank, or holds nothing but marks. */
  demand(field: Field): void {
    if (keyOf(this.text(field)) === '' && !this.#withoutResult.has(field)) this.refuse('cell.required', field)
  }

  /** The code a word stands for; undefined for a blank cell and for a word that was refused. */
  word<Code extends string>(field: Field, reader: WordReader<Code>, code: string): Code | undefined {
    const text = this.text(field)
    if (text === '') return undefined
    const found = reader.read(text)
    if (found === undefined) this.refuse(code, field, { word: shortened(text), accepted: reader.accepted })
    return found
  }

  /** The same for a word that is no reason to keep the row out. */
  wordIfKnown<Code extends string>(field: Field, reader: WordReader<Code>): Code | undefined {
    const text = this.text(field)
    if (text === '') return undefined
    const found = reader.read(text)
    if (found === undefined) this.note('word.not-kept', field, { word: shortened(text), accepted: reader.accepted })
    return found
  }

  /** Columns read as factors of a grading method, by name, where they are filled. */
  factors(): Map<string, string> {
    const named = Object.entries(this.#table.recognition.factors).map(([column, name]) => [name, shownText(this.#row.cells[Number(column)] ?? '').trim()] as const)
    const own = (['likelihood', 'consequence'] as const).map((field) => [field, this.text(field)] as const)
    return new Map([...named, ...own].filter(([, text]) => text !== ''))
  }

  /** Said once, however often the cell is read. */
  #refuseFormula(field: Field, formula: string): void {
    if (this.#withoutResult.has(field)) return
    this.#withoutResult.add(field)
    this.refuse('cell.no-result', field, { formula: shortened(formula) })
  }

  refuse(code: string, field: Field | undefined, params: Params = {}): void {
    this.#say('error', code, { field, params })
  }

  note(code: string, field: Field | undefined, params: Params = {}): void {
    this.#say('note', code, { field, params })
  }

  confirm(code: string, field: Field | undefined, params: Params = {}): void {
    this.#say('confirm', code, { field, params })
  }

  #say(level: ImportIssue['level'], code: string, { field, params }: { field: Field | undefined; params: Params }): void {
    this.issues.push({ level, ...this.place, column: this.header(field), code, params })
  }

  /** What a field's column is called in the file. */
  header(field: Field | undefined): string | null {
    const column = field === undefined ? undefined : this.#columns.get(field)
    return column === undefined ? null : (this.#table.headers[column] ?? null)
  }
}

function limitBroken(schema: z.ZodType, text: string): number | undefined {
  const parsed = schema.safeParse(text)
  const broken = parsed.error?.issues.find((issue) => issue.code === 'too_big')
  return broken === undefined ? undefined : Number(broken.maximum)
}

/** Sentences quote cells; a cell may be a page long. */
export const shortened = (text: string): string => {
  const signs = [...text]
  return signs.length > 60 ? `${signs.slice(0, 59).join('')}…` : text
}
