import type { ImportIssue } from '#shared/contract/exchange.ts'
import type { Field, FormCode } from '../../workbooks/forms/form-definition.ts'
import type { Table } from '../../workbooks/tables/sheet-reading.ts'
import type { Locale } from '#shared/model/labels.ts'
import { columnTitle } from '../column-titles.ts'
import type { Facts } from './facts.ts'
import { readMeasureRow } from './measure-row.ts'
import { readPowerRow } from './power-row.ts'
import { readRiskRow } from './risk-row.ts'
import { fieldColumns, RowCells } from './row-cells.ts'
import { readSituationRow } from './situation-row.ts'
import type { Words } from './words.ts'

/** What one row came to: facts to be merged, or none where it was refused. */
export interface RowReading {
  readonly cells: RowCells
  readonly facts: Facts | undefined
}

function factsIn(cells: RowCells, words: Words, form: FormCode): Facts {
  switch (form) {
    case 'power-catalogue-a':
    case 'power-catalogue-b':
      return readPowerRow(cells, words)
    case 'risk-situation-7':
      return readSituationRow(cells, words)
    case 'measure-list':
      return readMeasureRow(cells, words)
    default:
      return readRiskRow(cells, words, form)
  }
}

/** Reads the rows of a table, one at a time. */
export function* readRows(table: Table, words: Words): Generator<RowReading, void, void> {
  const columns = fieldColumns(table)
  for (const row of table.rows) {
    const cells = new RowCells(table, row, columns)
    const facts = factsIn(cells, words, table.recognition.form.code)
    yield { cells, facts: cells.refused ? undefined : facts }
  }
}

/** Fields that name something for readers but have no place of their own in the register. */
const notKept: Partial<Record<FormCode, readonly Field[]>> = {
  'risk-list-9': ['remarks'],
  'risk-list-10': ['remarks'],
  'risk-situation-7': ['remarks'],
  'risk-survey': ['remarks', 'reviewOpinion'],
  'grading-sheet': ['remarks', 'total', 'overrides', 'selfGrade', 'departmentGrade', 'groupGrade', 'assessor', 'gradedOn'],
}

/** What is to be said about a table as a whole. A table without a required column is not read at all. */
export function tableIssues(table: Table, locale: Locale): ImportIssue[] {
  const { recognition, sheet, headerRows, headers, rows } = table
  const at = { sheet, row: headerRows.last }
  const missing = recognition.missing.map((field) => ({ level: 'error' as const, ...at, column: null, code: 'column.missing', params: { field: columnTitle(recognition.form, field, locale), rows: rows.length } }))
  const filled = (column: number): boolean => rows.some(({ cells }) => (cells[column] ?? '').trim() !== '')
  const left = (columns: readonly number[], code: string): ImportIssue[] =>
    columns.filter(filled).map((column) => ({ level: 'note' as const, ...at, column: headers[column] ?? null, code, params: {} }))
  const unread = notKept[recognition.form.code] ?? []
  const known = Object.entries(recognition.mapping).filter(([, field]) => unread.includes(field)).map(([column]) => Number(column))
  const empty = rows.length === 0 ? [{ level: 'note' as const, ...at, column: null, code: 'table.no-rows', params: {} }] : []
  return rows.length === 0 ? empty : [...missing, ...left(recognition.unknown, 'column.unknown'), ...left(known, 'column.not-kept')]
}
