import type { FormRecognition } from '../forms/recognise-form.ts'

/** Why a row or a sheet was not taken as data. */
export const leftOutReasons = [
  'sheet.empty',
  'sheet.hidden',
  'sheet.no-known-header',
  'row.title',
  'row.metadata',
  'row.total',
  'row.note',
  'row.signature',
  'row.section',
  'row.repeated-header',
  'row.after-end',
] as const

export type LeftOutReason = (typeof leftOutReasons)[number]

/** Something left out; without a row the whole sheet. `sheet.hidden` only reports: the sheet was read all the same. */
export interface LeftOut {
  sheet: string
  /** Counted from 1, as the spreadsheet shows it. */
  row?: number
  reasonCode: LeftOutReason
}

/** One row of data. */
export interface TableRow {
  /** Counted from 1, as the spreadsheet shows it. */
  row: number
  /** The text of every column of the sheet. */
  cells: string[]
  /** Columns (from 0) whose text was carried down from the row above because the cell was blank. */
  carriedDown: number[]
  /** The heading across the table under which the row stands, often its department; '' where there is none. */
  section: string
}

/** A label and its value above a table: 填报单位：示例县水利局. */
export interface Metadata {
  label: string
  value: string
}

/** One table of a sheet. */
export interface Table {
  sheet: string
  title: string
  metadata: Metadata[]
  /** First and last row of the header, counted from 1. */
  headerRows: { first: number; last: number }
  /** One header a column; levels joined by /. Of a table read by hand, what its columns are called: none without a name. */
  headers: string[]
  /** The headers as they stand in the sheet, '' where a column has none. */
  titles: string[]
  recognition: FormRecognition
  /** Whose word it is that this is such a table: the form's own titles, a layout read by hand once before, or a person's just now. */
  by: 'form' | 'memory' | 'hand'
  /** Of one read by hand: a table above it is read as well. */
  keepsAbove: boolean
  rows: TableRow[]
}

export interface SheetReading {
  sheet: string
  hidden: boolean
  tables: Table[]
  leftOut: LeftOut[]
}
