/**
 * Cells to and from the clipboard, in the form Excel and WPS use: tabs between cells, line ends between rows, a cell
 * with a tab, line end or quote inside in double quotes.
 */
export function toTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join('\t')).join('\n')
}

const quoted = (cell: string): string => (/[\t\n\r"]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Reads what a workbook program put on the clipboard; the line end it adds after the last row is no row. */
export function fromTsv(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  let at = 0
  while (at < text.length) {
    const { cell, end } = text[at] === '"' ? readQuoted(text, at) : readPlain(text, at)
    row.push(cell)
    const separator = text[end]
    if (separator === '\t') {
      at = end + 1
      // A tab at the very end still opens one more, empty, cell.
      if (at === text.length) row.push('')
      continue
    }
    rows.push(row)
    row = []
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1
  }
  if (row.length > 0) rows.push(row)
  return rows
}

function readPlain(text: string, from: number): { cell: string; end: number } {
  let end = from
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end++
  return { cell: text.slice(from, end), end }
}

/** A quote that is not closed before the next separator was part of the text, not a frame around it. */
function readQuoted(text: string, from: number): { cell: string; end: number } {
  let cell = ''
  let at = from + 1
  for (;;) {
    const close = text.indexOf('"', at)
    if (close === -1) return readPlain(text, from)
    cell += text.slice(at, close)
    if (text[close + 1] !== '"') {
      const end = close + 1
      return end === text.length || '\t\r\n'.includes(text[end] ?? '') ? { cell: cell.replaceAll('\r\n', '\n'), end } : readPlain(text, from)
    }
    cell += '"'
    at = close + 2
  }
}
