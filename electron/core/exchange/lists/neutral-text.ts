// Excel, WPS and LibreOffice take these for the start of a formula; Chinese versions take the full-width signs as well.
const formulaStart = /^'*[=+\-@\t\r\n|＝＋－＠]/u
const disarmedStart = /^'+[=+\-@\t\r\n|＝＋－＠]/u

/**
 * A text for a .csv file: what a spreadsheet program would take for a formula gets an apostrophe before it (OWASP, CSV
 * injection), which reading takes off again.
 */
export const neutralCsvText = (text: string): string => (formulaStart.test(text) ? `'${text}` : text)

/**
 * The same for a string cell of an .xlsx file, which is never a formula: only an apostrophe that reading would take off
 * is doubled. `_x0041_` would be read as 'A' (ECMA-376, ST_Xstring) and is escaped.
 */
export const neutralXlsxText = (text: string): string =>
  (disarmedStart.test(text) ? `'${text}` : text).replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
