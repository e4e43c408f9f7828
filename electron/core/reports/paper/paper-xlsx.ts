import { writeXlsx } from 'hucre'
import { fixZip } from '../fixed-zip.ts'
import { plainLine } from '../plain-text.ts'
import { textsFor } from '../texts/texts-for.ts'
import { quoteSheetNames } from '../xlsx/quote-sheet-names.ts'
import { paperSheets } from '../xlsx/paper-sheets.ts'
import { sheetOf } from '../xlsx/sheet-plan.ts'
import type { Paper } from './paper.ts'

/**
 * A paper as a workbook ready to print, a worksheet for each table and each form; figures have no place in it. Text is
 * written as text, never as a formula. Equal papers give equal bytes.
 */
export async function paperXlsx(paper: Paper): Promise<Uint8Array> {
  const organisation = plainLine(paper.organisation)
  const prepared = new Date(`${paper.preparedOn}T00:00:00Z`)
  const bytes = await writeXlsx({
    sheets: paperSheets(paper).map(sheetOf),
    defaultFont: { name: textsFor(paper.locale).sheetFont, size: 10 },
    properties: {
      title: plainLine(paper.title), creator: organisation, lastModifiedBy: organisation, created: prepared, modified: prepared,
      ...(paper.properties === undefined ? {} : { custom: { ...paper.properties } }),
    },
  })
  return fixZip(bytes, { 'xl/workbook.xml': quoteSheetNames })
}
