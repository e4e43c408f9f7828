import type { PaperTable } from './paper.ts'

/** Rows a cell takes: 1 by itself, more where it stands for its equal neighbours below, 0 where one above stands for it. */
export type Spans = (row: number, column: number) => number

/**
 * No merged cell takes more lines than this: nearly every page names what its rows belong to, and what a printer keeps
 * together leaves no large hole at the foot of a page.
 */
const mostLines = 9

/**
 * Which cells of the merged columns become one. Empty cells stay apart, and so does the row of totals; a column breaks
 * wherever a merged column before it does.
 * @param lines how many lines each row takes
 */
export function spansOf({ rows, merged = [], totalFrom }: PaperTable, lines: readonly number[]): Spans {
  if (merged.length === 0) return () => 1
  const end = totalFrom === undefined ? rows.length : rows.length - 1
  const spans = new Map<number, number[]>()
  let outer: readonly number[] = []
  for (const column of merged) {
    outer = columnSpans(rows, { column, end, lines, outer })
    spans.set(column, [...outer])
  }
  return (row, column) => spans.get(column)?.[row] ?? 1
}

interface MergedColumn {
  readonly column: number
  readonly end: number
  readonly lines: readonly number[]
  /** The spans of the merged column before it. */
  readonly outer: readonly number[]
}

function columnSpans(rows: PaperTable['rows'], { column, end, lines, outer }: MergedColumn): number[] {
  const spans = rows.map(() => 1)
  let start = 0
  let height = lines[0] ?? 1
  for (let row = 1; row < end; row++) {
    const text = rows[row]?.[column] ?? ''
    const withinOuter = outer.length === 0 || outer[row] === 0
    const own = lines[row] ?? 1
    if (withinOuter && text !== '' && text === rows[start]?.[column] && height + own <= mostLines) {
      spans[row] = 0
      spans[start] = row - start + 1
      height += own
    } else {
      start = row
      height = own
    }
  }
  return spans
}
