import type { Locale } from '#shared/model/labels.ts'

export interface SheetColumn {
  readonly title: string
  /** Part of the width, against the other columns. */
  readonly share: number
  readonly align?: 'left' | 'center'
}

export interface SheetTable {
  /** Name of the worksheet, and the table's caption where there are several. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly string[])[]
  /** Stands in place of a table without rows. */
  readonly empty: string
}

/** A form of the office with one or more wide tables: a notice to be posted, a filing sheet, an account of changes. */
export interface SheetDocument {
  readonly locale: Locale
  readonly organisation: string
  /** Local calendar date. */
  readonly preparedOn: string
  readonly title: string
  readonly documentNumber: string
  /** Text of a notice; with it the tables follow as annexes on turned pages, without it they stand under the title. */
  readonly paragraphs: readonly string[]
  /** Lines between title and table, such as the office it goes to. */
  readonly lines: readonly string[]
  readonly tables: readonly SheetTable[]
  /** Lines below the tables to be filled in by hand. */
  readonly toSign: readonly string[]
}
