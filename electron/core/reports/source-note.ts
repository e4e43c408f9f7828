import type { AnnualReport } from './annual-report-model.ts'
import { plainLine } from './plain-text.ts'
import type { ReportTexts } from './texts/report-texts.ts'

/** Under this name a document carries the signed head of the log. */
export const logHeadProperty = 'AuditLogHead'

/**
 * Where the figures come from: the frozen year with its hash, or the register of a day while the year is open; and how
 * far the log had come, which a later look at the log has to bear out.
 */
export function sourceNote({ archiveHash, logHead, preparedOn, year }: AnnualReport, texts: ReportTexts): string {
  const source = archiveHash === undefined ? texts.registerNote(texts.date(preparedOn), year) : texts.archiveNote(plainLine(archiveHash))
  return logHead === undefined ? source : texts.withLogNote(source, logHead.number, plainLine(logHead.hash))
}
