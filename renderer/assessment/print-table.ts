interface Printed { readonly title: string; readonly lines: readonly string[]; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Prints a table with its head on every sheet; the screen's own layout is left out of the print. */
export function printTable({ title, lines, head, rows }: Printed): void {
  const sheet = document.createElement('section')
  sheet.id = 'print-sheet'
  const table = document.createElement('table')
  table.createTHead().append(rowOf('th', head))
  table.createTBody().append(...rows.map((cells) => rowOf('td', cells)))
  sheet.append(textIn('h1', title), ...lines.map((line) => textIn('p', line)), table)
  document.body.append(sheet)
  document.body.classList.add('printing')
  globalThis.addEventListener('afterprint', () => {
    document.body.classList.remove('printing')
    sheet.remove()
  }, { once: true })
  globalThis.print()
}

const textIn = (tag: 'h1' | 'p' | 'th' | 'td', content: string): HTMLElement => Object.assign(document.createElement(tag), { textContent: content })

function rowOf(cell: 'th' | 'td', texts: readonly string[]): HTMLTableRowElement {
  const row = document.createElement('tr')
  row.append(...texts.map((content) => textIn(cell, content)))
  return row
}
