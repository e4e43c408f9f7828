import type { Progress } from '#shared/contract/procedure.ts'
import { Refusal } from '#shared/model/refusal.ts'
import { buildInThread } from './build-in-thread.ts'
import { mimeTypes, notInNames } from './service.ts'
import type { SheetDocument } from './sheet-document.ts'

/** Rows beyond which a Word document helps nobody; a workbook takes them all. */
const mostRows = 5000

/**
 * A form as a file, written in a thread of its own.
 * @throws Refusal `report.too-many-rows` for a Word document nobody could open
 */
export async function* sheetFile(sheet: SheetDocument, { format, name }: { format: 'docx' | 'xlsx'; name: string }): AsyncGenerator<Progress, File, void> {
  const rows = sheet.tables.reduce((sum, table) => sum + table.rows.length, 0)
  if (format === 'docx' && rows > mostRows) throw new Refusal('report.too-many-rows', { rows, limit: mostRows })
  yield { done: 0, total: 1, stage: 'write-file' }
  const bytes = yield* buildInThread({ sheet, format })
  yield { done: 1, total: 1, stage: 'write-file' }
  return new File([bytes], `${name.replaceAll(notInNames, ' ').trim().slice(0, 120)}.${format}`, { type: mimeTypes[format] })
}
