import { plainText } from '../plain-text.ts'

/** The most characters a cell can hold in Excel. */
const cellLimit = 32_767

/**
 * Text as a workbook cell holds it. It is always written as a string, never as a formula, so a text such as '=cmd' is
 * shown and read as it was typed. `_x0041_` would be read back as 'A' and is escaped; the cell limit cuts with '…'.
 */
export function cellText(text: string): string {
  const escaped = plainText(text).replaceAll('\t', ' ').replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
  return escaped.length <= cellLimit ? escaped : `${escaped.slice(0, cellLimit - 1)}…`
}

/** Text a spreadsheet program would take for a formula if somebody typed it anew into the cell. */
export function looksLikeFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text)
}
