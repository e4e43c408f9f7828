import { formatCsvValue } from 'hucre/csv'
import { writeXlsxStream } from 'hucre/xlsx'
import { Refusal } from '#shared/model/refusal.ts'
import { neutralCsvText, neutralXlsxText } from './neutral-text.ts'

/** A list on its way into a file: titles, then rows of texts as long as they come. */
export interface OutgoingList {
  readonly sheet: string
  readonly titles: readonly string[]
  readonly widths: readonly number[]
  readonly rows: AsyncIterable<readonly string[]>
}

/** What a spreadsheet's cell can hold. */
const longestCell = 32_767

/** @throws Refusal `export.cell-too-long` for a text no spreadsheet could hold: cutting it would lose the rest unsaid */
function checked(text: string): string {
  if (text.length > longestCell) throw new Refusal('export.cell-too-long', { length: text.length, limit: longestCell, text: `${text.slice(0, 30)}…` })
  return text
}

/**
 * An .xlsx file of string cells, so that no text is ever taken for a formula; the format 'text' keeps it so when
 * somebody edits the cell.
 */
export async function xlsxBytes({ sheet, titles, widths, rows }: OutgoingList): Promise<Uint8Array<ArrayBuffer>> {
  const columns = titles.map((header, index) => ({ header, width: widths[index] ?? 12, style: { numFmt: '@', alignment: { wrapText: true, vertical: 'top' as const } } }))
  const stream = writeXlsxStream(cells(rows), { name: sheet, columns, freezePane: { rows: 1 } })
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function* cells(rows: AsyncIterable<readonly string[]>): AsyncGenerator<(string | null)[], void, void> {
  for await (const row of rows) yield row.map((text) => (text === '' ? null : checked(neutralXlsxText(text))))
}

/** A .csv file in UTF-8 with its mark, which Excel needs to see that it is UTF-8. */
export async function csvBytes({ titles, rows }: OutgoingList): Promise<Uint8Array<ArrayBuffer>> {
  const parts = [csvLine(titles)]
  for await (const row of rows) parts.push(csvLine(row))
  return new TextEncoder().encode(`\uFEFF${parts.join('')}`)
}

export const csvLine = (texts: readonly string[]): string =>
  `${texts.map((text) => formatCsvValue(neutralCsvText(checked(text)), { quoteStyle: 'all' })).join(',')}\r\n`
