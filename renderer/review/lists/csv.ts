/** What a spreadsheet would take for a formula is told to be text. */
const safe = (text: string): string => (/^[=+\-@\t\r]/u.test(text) ? `'${text}` : text)

const quoted = (text: string): string => `"${safe(text).replaceAll('"', '""')}"`

/** Rows as a text table with a byte order mark, by which spreadsheets know the encoding. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`
