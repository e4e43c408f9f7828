interface Printed { readonly title: string; readonly lines: readonly string[]; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] }

/** Prints a table with its head on every sheet; the screen's own layout is left out of the print. */
export function printTable({ title, lines, head, rows }: Printed): void {
  const sheet = document.createElement('section')
  sheet.id = 'print-sheet'
  const text = (tag: 'h1' | 'p', content: string) => Object.assign(document.createElement(tag), { textContent: content })
  const row = (cell: 'th' | 'td', texts: readonly string[]) => {
    const line = document.createElement('tr')
    line.append(...texts.map((content) => Object.assign(document.createElement(cell), { textContent: content })))
    return line
  }
  const table = document.createElement('table')
  table.createTHead().append(row('th', head))
  table.createTBody().append(...rows.map((cells) => row('td', cells)))
  sheet.append(text('h1', title), ...lines.map((line) => text('p', line)), table)
  document.body.append(sheet)
  document.body.classList.add('printing')
  globalThis.addEventListener('afterprint', () => {
    document.body.classList.remove('printing')
    sheet.remove()
  }, { once: true })
  globalThis.print()
}
