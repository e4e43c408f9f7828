import type { Failure } from '#renderer/app/failure.ts'

/** The cell the keyboard is at: the row's place in the list and the column's among those shown. */
export interface CellPlace { readonly row: number; readonly column: number }

export interface Editing {
  readonly rowId: string
  readonly columnId: string
  /** What stands in the editor now. */
  readonly text: string
  /** Why the last attempt to save this cell failed; what was typed is still there. */
  readonly failure?: Failure | undefined
}

/** Where a key leads, within the list and the shown columns. Undefined where the key moves nothing. */
export function movedBy(place: CellPlace, key: string, bounds: { rows: number; columns: number; page: number }): CellPlace | undefined {
  const target = targetOf(place, key, bounds)
  if (target === undefined) return undefined
  return { row: clamp(target.row, bounds.rows - 1), column: clamp(target.column, bounds.columns - 1) }
}

function targetOf({ row, column }: CellPlace, key: string, { rows, columns, page }: { rows: number; columns: number; page: number }): CellPlace | undefined {
  switch (key) {
    case 'ArrowUp': return { row: row - 1, column }
    case 'ArrowDown': return { row: row + 1, column }
    case 'ArrowLeft': return { row, column: column - 1 }
    case 'ArrowRight': return { row, column: column + 1 }
    case 'Home': return { row, column: 0 }
    case 'End': return { row, column: columns - 1 }
    case 'PageUp': return { row: row - page, column }
    case 'PageDown': return { row: row + page, column }
    case 'Ctrl+Home': return { row: 0, column: 0 }
    case 'Ctrl+End': return { row: rows - 1, column: columns - 1 }
    case 'Ctrl+ArrowUp': return { row: 0, column }
    case 'Ctrl+ArrowDown': return { row: rows - 1, column }
    case 'Ctrl+ArrowLeft': return { row, column: 0 }
    case 'Ctrl+ArrowRight': return { row, column: columns - 1 }
    default: return undefined
  }
}

/** The next cell for Tab, the one before for Shift+Tab, over the ends of rows; undefined at the ends of the grid. */
export function nextCell({ row, column }: CellPlace, step: 1 | -1, { rows, columns }: { rows: number; columns: number }): CellPlace | undefined {
  const at = row * columns + column + step
  return at < 0 || at >= rows * columns ? undefined : { row: Math.floor(at / columns), column: at % columns }
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(value, last))
