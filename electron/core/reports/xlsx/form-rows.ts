import type { FormCell, PaperForm } from '../paper/paper.ts'
import type { PlannedColumn, PlannedRow } from './sheet-plan.ts'

/** A form as rows of a worksheet `width` characters wide, its cells across and down as they are laid out. */
export function formRows({ shares, rows }: PaperForm, width: number): { columns: PlannedColumn[]; rows: PlannedRow[] } {
  const sum = shares.reduce((all, share) => all + share, 0)
  /** Rows each column is still taken by a cell from above. */
  const taken = shares.map(() => 0)
  return {
    columns: shares.map((share) => ({ width: (width * share) / sum })),
    rows: rows.map((cells) => rowOf(cells, taken)),
  }
}

function rowOf(cells: readonly FormCell[], taken: number[]): PlannedRow {
  const values: (string | null)[] = taken.map(() => null)
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
    values[column] = text
    across.push([column, to, down])
    looks.set(column, { look: label ? 'head' : 'data', align: align ?? (label ? 'center' : 'left') })
    // Counted down below with the rest, this row included.
    taken.fill(down, column, to + 1)
    column = to + 1
  }
  taken.forEach((left, index) => { taken[index] = Math.max(0, left - 1) })
  return { look: 'data', values, across, looks, leastLines: Math.max(1, ...cells.filter(({ down = 1 }) => down === 1).map(({ lines = 1 }) => lines)) * 1.2 }
}
