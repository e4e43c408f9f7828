import { writeXlsx } from 'hucre'
import { fixZip } from './fixed-zip.ts'
import { plainLine } from './plain-text.ts'
import { quoteSheetNames } from './risk-list-xlsx.ts'
import type { SheetDocument, SheetTable } from './sheet-document.ts'
import { longestWord } from './text-width.ts'
import { textsFor } from './texts/texts-for.ts'
import { sheetOf } from './xlsx/sheet-plan.ts'
import type { PlannedRow, SheetPlan } from './xlsx/sheet-plan.ts'

/** Characters all columns of a turned page have together. */
const pageWidth = 135

/** A form as a workbook ready to print, one worksheet for each table. Text is written as text, never as a formula. */
export async function buildSheetXlsx(sheet: SheetDocument): Promise<Uint8Array> {
  const organisation = plainLine(sheet.organisation)
  const prepared = new Date(`${sheet.preparedOn}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: sheet.tables.map((table) => sheetOf(planOf(sheet, table))),
    defaultFont: { name: textsFor(sheet.locale).sheetFont, size: 10 },
    properties: { title: plainLine(sheet.title), creator: organisation, lastModifiedBy: organisation, created: prepared, modified: prepared },
  })
  return fixZip(bytes, { 'xl/workbook.xml': quoteSheetNames })
}

function planOf(sheet: SheetDocument, table: SheetTable): SheetPlan {
  const texts = textsFor(sheet.locale)
  const last = table.columns.length - 1
  const half = Math.floor(table.columns.length / 2)
  const across = (text: string, look: PlannedRow['look']): PlannedRow => ({ look, values: [text], across: [[0, last]] })
  const above = [
    across(sheet.title, 'title'),
    ...(sheet.documentNumber === '' ? [] : [across(sheet.documentNumber, 'text')]),
    ...(table.name === sheet.title || sheet.tables.length === 1 ? [] : [across(table.name, 'caption')]),
    ...sheet.paragraphs.map((text) => across(text, 'text')),
    ...sheet.lines.map((text) => across(text, 'text')),
    { look: 'line', values: table.columns.map((_, column) => (column === 0 ? texts.filledBy(sheet.organisation) : column === half ? texts.filledOn(texts.date(sheet.preparedOn)) : null)), across: [[0, half - 1], [half, last]] } satisfies PlannedRow,
  ]
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0)
  return {
    name: sheetName(table.name),
    columns: table.columns.map(({ title, share, align }) => ({ width: Math.max((pageWidth * share) / shares, longestWord(title) + 3), ...(align === undefined ? {} : { align }) })),
    orientation: 'landscape', headRow: above.length, footer: texts.pageFooter, fontName: texts.sheetFont,
    rows: [
      ...above, { look: 'head', values: table.columns.map(({ title }) => title) },
      ...table.rows.map((values): PlannedRow => ({ look: 'data', values })),
      ...(table.rows.length === 0 ? [across(table.empty, 'text')] : []),
      ...sheet.toSign.map((text) => across(text, 'text')),
    ],
  }
}

/** What a worksheet may be called: at most 31 characters, none of these. */
const sheetName = (name: string): string => plainLine(name).replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31).trim()
