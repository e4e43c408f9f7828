import { MAX_SPANNED_CELLS } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'
import type { Merge } from '../workbook.ts'

/**
 * Writes the text of every merged block into all its cells, in place, and returns the blocks cut to the sheet.
 *
 * A spreadsheet keeps only the first cell of a block; a department merged over twelve rows belongs to all twelve. A cell
 * that has a text of its own keeps it.
 *
 * @throws UnreadableWorkbook file.too-complex where blocks overlap so often that filling them would not end
 */
export function fillMerges(rows: string[][], merges: readonly Merge[]): Merge[] {
  const lastRow = rows.length - 1
  const lastColumn = (rows[0]?.length ?? 0) - 1
  const kept: Merge[] = []
  let budget = MAX_SPANNED_CELLS
  for (const { top, left, bottom, right } of merges) {
    const block = { top, left, bottom: Math.min(bottom, lastRow), right: Math.min(right, lastColumn) }
    if (!(block.top >= 0 && block.left >= 0 && block.top <= block.bottom && block.left <= block.right)) continue
    budget -= (block.bottom - block.top + 1) * (block.right - block.left + 1)
    if (budget < 0) throw new UnreadableWorkbook('file.too-complex')
    fillBlock(rows, block)
    kept.push(block)
  }
  return kept
}

function fillBlock(rows: string[][], { top, left, bottom, right }: Merge): void {
  const text = rows[top]?.[left] ?? ''
  if (text === '') return
  for (const row of rows.slice(top, bottom + 1)) {
    for (let column = left; column <= right; column++) if (row[column] === '') row[column] = text
  }
}
