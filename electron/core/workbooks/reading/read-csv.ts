import { detectDelimiter, streamCsvRows } from 'hucre/csv'
import { MAX_FILLED_CELLS, MAX_SPANNED_CELLS } from '../limits.ts'
import { UnreadableWorkbook } from '../unreadable-workbook.ts'
import type { Sheet } from '../workbook.ts'
import { cleanText } from './clean-text.ts'
import { decodeText } from './decode-text.ts'

// A page or XML saved under a spreadsheet's name, and mail archives (.mht).
const markup = /^\s*(?:<(?:[a-z!?]|\/)|MIME-Version:)/iu
const namedAsWorkbook = /\.(?:xls[xmb]?|et)$/iu
// oxlint-disable-next-line no-control-regex
const controls = /[\u0001-\u0008\u000B\u000C\u000E-\u001A\u001C-\u001F]/gu
/** Text has next to no control characters; in a binary file they make up a tenth. */
const controlShare = 0.005

function sample(text: string): string {
  return text.slice(0, 64 * 1024)
}

function looksBinary(text: string): boolean {
  const part = sample(text)
  return (part.match(controls)?.length ?? 0) > part.length * controlShare
}

function refuseWhatIsNoTable(text: string, fileName: string): void {
  if (text.trim() === '') throw new UnreadableWorkbook('file.empty')
  if (markup.test(text) || looksBinary(text)) throw new UnreadableWorkbook('file.not-a-workbook')
  // Many systems save tab-separated text as .xls; plain prose under such a name is a mistake, not a table.
  if (namedAsWorkbook.test(fileName) && !sample(text).includes(detectDelimiter(sample(text)))) {
    throw new UnreadableWorkbook('file.not-a-workbook')
  }
}

function textRows(text: string): { rows: string[][]; width: number } {
  const rows: string[][] = []
  let filled = 0
  let width = 0
  for (const values of streamCsvRows(text)) {
    const row = values.map((value) => cleanText(String(value ?? '')))
    filled += row.filter((cell) => cell !== '').length
    width = Math.max(width, row.length)
    rows.push(row)
    if (filled > MAX_FILLED_CELLS || rows.length * width > MAX_SPANNED_CELLS) {
      throw new UnreadableWorkbook('file.too-many-cells', { limit: MAX_FILLED_CELLS })
    }
  }
  return { rows, width }
}

/**
 * A .csv file (comma, semicolon or tab) as a workbook of one sheet named after the file.
 *
 * @throws UnreadableWorkbook file.empty, file.not-a-workbook, file.undecodable or file.too-many-cells
 */
export function readCsv(bytes: Uint8Array, fileName: string): Sheet[] {
  // NUL bytes are taken off first: some programs pad with them, and they would only confuse the delimiter search.
  const text = decodeText(bytes).replaceAll('\u0000', '')
  refuseWhatIsNoTable(text, fileName)
  const { rows, width } = textRows(text)
  for (const row of rows) while (row.length < width) row.push('')
  const name = fileName.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '')
  return [{ name, hidden: false, rows, merges: [] }]
}
