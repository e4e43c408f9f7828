import type { ImportIssue, SheetReading } from '#shared/contract/exchange.ts'

/**
 * What is to be said about whole sheets. A sheet passed over is only told; a file in which no sheet has a known header
 * brought nothing at all, and that is an error.
 */
export function sheetIssues(sheets: readonly SheetReading[]): ImportIssue[] {
  const nothing = sheets.every(({ formCode }) => formCode === null)
  // A hidden sheet without a table is a list of choices or the like; nobody misses it.
  const spoken = sheets.filter(({ formCode, leftOut }) => formCode !== null || nothing || !leftOut.some(({ code }) => code === 'sheet.hidden'))
  return spoken.flatMap(({ sheet, leftOut }) => leftOut.filter(({ row }) => row === null).map(({ code }) => ({
    level: nothing && code !== 'sheet.hidden' ? 'error' as const : 'note' as const, sheet, row: null, column: null, code, params: {},
  })))
}
