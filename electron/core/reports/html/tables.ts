import { columnWidths, formWidths } from '../docx/column-widths.ts'
import { textWidth } from '../docx/page-format.ts'
import { keptWhole } from '../paper/kept-whole.ts'
import { spansOf } from '../paper/merged-cells.ts'
import type { FormCell, PaperForm, PaperSection, PaperTable } from '../paper/paper.ts'
import { plainText } from '../plain-text.ts'
import { wrapText } from '../text-width.ts'
import { classes, htmlLines } from './markup.ts'

/** Twips a half-em of the table's text takes, and what a cell keeps free at its sides. */
const looks = { body: { halfEm: 120, padding: 200 }, small: { halfEm: 105, padding: 120 }, fine: { halfEm: 90, padding: 120 } } as const
/** A row of more lines may be split, since no page could hold it. */
const linesOnAPage = 24
/**
 * Rows of one HTML table. For each page a table takes the printer keeps something of all its rows, so that memory and
 * time would grow with their square: a longer table goes on as another one, on a new page under the same header.
 */
const rowsTogether = 200

const columnsOf = (widths: readonly number[], total: number): string => `<colgroup>${widths.map((width) => `<col width="${((width / total) * 100).toFixed(3)}%">`).join('')}</colgroup>`

/** A table with its header on every page, equal neighbours in its merged columns as one cell. */
export function tableHtml(table: PaperTable, page: PaperSection['page']): string {
  const { columns, rows, size = 'body', totalFrom } = table
  const { halfEm, padding } = looks[size]
  const total = textWidth[page]
  const widths = columnWidths(table, total, halfEm / 5)
  const lines = rows.map((cells) => Math.max(1, ...cells.map((text, index) => wrapText(plainText(text), Math.floor(((widths[index] ?? 0) - padding) / halfEm)).length)))
  const spans = spansOf(table, lines)
  const whole = keptWhole(table, lines, page)
  const head = columns.map(({ title }) => `<th scope="col">${htmlLines(title)}</th>`).join('')
  const cell = (row: number, column: number): string => {
    const span = spans(row, column)
    if (span === 0) return ''
    const bold = totalFrom !== undefined && row === rows.length - 1 && column >= totalFrom
    const { align = 'left' } = columns[column] ?? {}
    const look = classes(align === 'center' && 'c', align === 'right' && 'r', bold && align === 'left' && 'l')
    const content = `${span > 1 ? ` rowspan="${span}"` : ''}${look}>${htmlLines(rows[row]?.[column] ?? '')}`
    return bold ? `<th${column === totalFrom ? ' scope="row"' : ''}${content}</th>` : `<td${content}</td>`
  }
  const body = rows.map((_, row) => `<tr${classes((lines[row] ?? 1) > linesOnAPage && 'long')}>${columns.map((__, column) => cell(row, column)).join('')}</tr>`)
  const parts = partsOf(body, (row) => columns.every((_, column) => spans(row, column) > 0))
  return parts.map((part, index) => `<table${classes(size, whole && 'whole', index > 0 && 'continued')}>${columnsOf(widths, total)}<thead><tr>${head}</tr></thead><tbody>${part.join('\n')}</tbody></table>`).join('\n')
}

/** No part begins amid merged cells, and the last one is no remnant of a few rows. */
function partsOf(body: readonly string[], mayBegin: (row: number) => boolean): string[][] {
  const parts: string[][] = [[]]
  for (const [row, html] of body.entries()) {
    const isFull = (parts.at(-1)?.length ?? 0) >= rowsTogether && body.length - row >= rowsTogether / 2
    if (isFull && mayBegin(row)) parts.push([])
    parts.at(-1)?.push(html)
  }
  return parts
}

/** CSS pixels of a line in a form. */
const formLine = 27
const fromTop = 3

/** A sheet of labels and values, with room kept for writing by hand. */
export function formHtml(form: PaperForm, page: PaperSection['page']): string {
  const total = textWidth[page]
  return `<table${classes('form', form.size === 'small' && form.size)}>${columnsOf(formWidths(form, total), total)}<tbody>${form.rows.map((cells) => `<tr>${cells.map(formCell).join('')}</tr>`).join('\n')}</tbody></table>`
}

function formCell({ text, across = 1, down = 1, label = false, align, lines = 1 }: FormCell): string {
  const attributes = [
    label ? ` scope="${down > 1 ? 'rowgroup' : 'row'}"` : '',
    across > 1 ? ` colspan="${across}"` : '',
    down > 1 ? ` rowspan="${down}"` : '',
    ` height="${Math.round(lines * formLine)}"`,
    classes(label && 'label', align === 'left' && 'l', align === 'center' && 'c', align === 'right' && 'r', !label && lines >= fromTop && 'top'),
  ].join('')
  return label ? `<th${attributes}>${htmlLines(text)}</th>` : `<td${attributes}>${htmlLines(text)}</td>`
}
