import type { AnnualReport } from './annual-report-model.ts'
import { plainLine } from './plain-text.ts'
import type { ReportTexts } from './texts/report-texts.ts'

/** Where the figures come from: the frozen year with its hash, or the register of a day while the year is open. */
export function sourceNote({ archiveHash, preparedOn, year }: AnnualReport, texts: ReportTexts): string {
  return archiveHash === undefined ? texts.registerNote(texts.date(preparedOn), year) : texts.archiveNote(plainLine(archiveHash))
}
