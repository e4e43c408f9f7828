import type { CellEdit, GridColumn, GridRow } from './grid-column.ts'

/** One cell that pasting would change. */
export interface PastedCell<Row> {
  readonly row: Row
  readonly column: GridColumn<Row>
  readonly edit: CellEdit<Row>
  readonly before: string
  readonly after: string
  readonly value: string | null
}

/** Why a pasted cell is left out. */
export type PasteRejection = 'not-editable' | 'unknown-choice' | 'not-a-date' | 'required'

export interface PastePlan<Row> {
  readonly changes: readonly PastedCell<Row>[]
  readonly rejected: readonly { readonly row: Row; readonly column: GridColumn<Row>; readonly text: string; readonly why: PasteRejection }[]
  /** Pasted rows for which the list has none: pasting changes rows, it adds none. */
  readonly surplusRows: number
}

/** What pasting would do to existing rows, cell by cell from a corner; nothing is guessed and nothing is done yet. */
export function planPaste<Row extends GridRow>(cells: readonly (readonly string[])[], rows: readonly Row[], columns: readonly GridColumn<Row>[]): PastePlan<Row> {
  const changes: PastedCell<Row>[] = []
  const rejected: PastePlan<Row>['rejected'][number][] = []
  for (const [down, line] of cells.slice(0, rows.length).entries()) {
    for (const [across, text] of line.slice(0, columns.length).entries()) {
      const row = rows[down]
      const column = columns[across]
      if (row === undefined || column === undefined || text.trim() === column.text(row).trim()) continue
      const read = readCell(row, column, text)
      if ('why' in read) rejected.push({ row, column, text, why: read.why })
      else if (read.value !== read.edit.value(row)) changes.push({ row, column, edit: read.edit, before: column.text(row), after: text.trim(), value: read.value })
    }
  }
  return { changes, rejected, surplusRows: Math.max(0, cells.length - rows.length) }
}

type Read<Row> = { value: string | null; edit: CellEdit<Row> } | { why: PasteRejection }

function readCell<Row>(row: Row, column: GridColumn<Row>, text: string): Read<Row> {
  const { edit } = column
  if (edit === undefined) return { why: 'not-editable' }
  const trimmed = text.trim()
  if (trimmed === '') return edit.required === true ? { why: 'required' } : { value: null, edit }
  if (edit.kind === 'choice') {
    const choice = edit.choices?.(row).find(({ value, label }) => value === trimmed || label.toLowerCase() === trimmed.toLowerCase())
    return choice === undefined ? { why: 'unknown-choice' } : { value: choice.value, edit }
  }
  if (edit.kind === 'date') {
    const date = isoDate(trimmed)
    return date === undefined ? { why: 'not-a-date' } : { value: date, edit }
  }
  return { value: trimmed, edit }
}

/** 2024-03-01, 2024/3/1, 2024.3.1 and 2024年3月1日; undefined for anything else and for days that do not exist. */
export function isoDate(text: string): string | undefined {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/u.exec(text.normalize('NFKC').trim())
  if (found === null) return undefined
  const [year, month, day] = found.slice(1).map(Number)
  const date = new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day ?? 0))
  if (date.getUTCMonth() + 1 !== month || date.getUTCDate() !== day) return undefined
  return date.toISOString().slice(0, 10)
}
