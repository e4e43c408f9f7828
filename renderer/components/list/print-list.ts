import type { GridColumn, GridRow } from '#renderer/components/grid/index.ts'

/** As many rows as one print may have; more is a workbook's matter. */
export const printLimit = 5000

/** Prints rows of a grid with the columns it shows. */
export function printList<Row extends GridRow>({ head, numberTitle, columns, rows }: { head: string; numberTitle: string; columns: readonly GridColumn<Row>[]; rows: readonly Row[] }): void {
  printSheet({ head, titles: [numberTitle, ...columns.map(({ title }) => title)], rows: rows.map((row) => [String(row.number), ...columns.map((column) => column.text(row))]) })
}

/** Prints texts as a plain table with the head on every sheet. The screen's own layout is left out of the print. */
export function printSheet({ head, titles, rows }: { head: string; titles: readonly string[]; rows: readonly (readonly string[])[] }): void {
  const sheet = document.createElement('section')
  sheet.id = 'print-sheet'
  const heading = document.createElement('h1')
  heading.textContent = head
  const table = document.createElement('table')
  table.createTHead().append(line('th', titles))
  table.createTBody().append(...rows.map((row) => line('td', row)))
  sheet.append(heading, table)
  document.body.append(sheet)
  document.body.classList.add('printing')
  globalThis.addEventListener('afterprint', () => {
    document.body.classList.remove('printing')
    sheet.remove()
  }, { once: true })
  globalThis.print()
}

function line(cell: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(...texts.map((text) => Object.assign(document.createElement(cell), { textContent: text })))
  return row
}
