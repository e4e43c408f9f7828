import type { FormCell, PaperForm } from '../paper/paper.ts'
import type { PlannedColumn, PlannedRow } from './sheet-plan.ts'

/** A form as rows of a worksheet `width` characters wide, its cells across and down as they are laid out. */
export function formRows(form: PaperForm, width: number): { columns: PlannedColumn[]; rows: PlannedRow[] } {
  const { shares } = form
  const sum = shares.reduce((all, share) => all + share, 0)
  return { columns: shares.map((share) => ({ width: (width * share) / sum })), rows: rowsFrom(form, [...shares.keys(), shares.length]) }
}

/** The rows of a form below a table that has set the columns already: each of its own ends where one of those does. */
export function formRowsUnder(form: PaperForm, columns: readonly PlannedColumn[]): PlannedRow[] {
  return rowsFrom(form, startsIn(form.shares, columns.map(({ width }) => width)))
}

/** The column each part begins in, and the end: as near to its share as the widths allow, none left without a column. */
function startsIn(shares: readonly number[], widths: readonly number[]): number[] {
  const total = widths.reduce((all, width) => all + width, 0)
  const sum = shares.reduce((all, share) => all + share, 0)
  const starts = [0]
  let wished = 0
  let column = 0
  let reached = 0
  for (const [index, share] of shares.slice(0, -1).entries()) {
    wished += (total * share) / sum
    const last = widths.length - (shares.length - 1 - index)
    do reached += widths[column++] ?? 0
    while (column < last && Math.abs(reached + (widths[column] ?? 0) - wished) < Math.abs(reached - wished))
    starts.push(column)
  }
  return [...starts, widths.length]
}

/** @param starts the column of the sheet each column of the form begins in, and where the last one ends */
function rowsFrom({ shares, rows }: PaperForm, starts: readonly number[]): PlannedRow[] {
  /** Rows each column is still taken by a cell from above. */
  const taken = shares.map(() => 0)
  return rows.map((cells) => rowOf(cells, taken, starts))
}

function rowOf(cells: readonly FormCell[], taken: number[], starts: readonly number[]): PlannedRow {
  const startOf = (column: number): number => starts[column] ?? 0
  const values = Array.from({ length: startOf(taken.length) }, (): string | null => null)
  const across: [number, number, number][] = []
  const looks = new Map<number, { look: 'head' | 'data'; align: 'left' | 'center' | 'right' }>()
  const waiting = [...cells]
  let column = 0
  while (column < taken.length) {
    const cell = (taken[column] ?? 0) > 0 ? undefined : waiting.shift()
    if (cell === undefined) {
      column++
      continue
    }
    const { text, across: wide = 1, down = 1, label = false, align } = cell
    const to = Math.min(column + wide, taken.length) - 1
    values[startOf(column)] = text
    across.push([startOf(column), startOf(to + 1) - 1, down])
    looks.set(startOf(column), { look: label ? 'head' : 'data', align: align ?? (label ? 'center' : 'left') })
    // Counted down below with the rest, this row included.
    taken.fill(down, column, to + 1)
    column = to + 1
  }
  taken.forEach((left, index) => { taken[index] = Math.max(0, left - 1) })
  return { look: 'data', values, across, looks, leastLines: Math.max(1, ...cells.filter(({ down = 1 }) => down === 1).map(({ lines = 1 }) => lines)) * 1.2 }
}
