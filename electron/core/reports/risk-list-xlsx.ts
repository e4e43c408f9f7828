import { writeXlsx } from 'hucre'
import type { AnnualReport } from './annual-report-model.ts'
import { fixZip } from './fixed-zip.ts'
import { plainLine } from './plain-text.ts'
import { refuseUnlessItFoots } from './report-does-not-foot.ts'
import { textsFor } from './texts/texts-for.ts'
import { heaviestPlan, powersPlan, riskListPlan } from './xlsx/list-sheets.ts'
import { methodsPlan } from './xlsx/methods-sheet.ts'
import { quoteSheetNames } from './xlsx/quote-sheet-names.ts'
import { sheetOf } from './xlsx/sheet-plan.ts'
import { summaryPlan } from './xlsx/summary-sheet.ts'
import { watermarkHeader } from './xlsx/watermark-header.ts'
import { logHeadProperty } from './source-note.ts'

/**
 * The nine-column 一览表 ready to print, with summary, power catalogue, high-risk list and grading methods behind it.
 * All text is written as strings, so nothing in it can act as a formula. Equal reports give equal bytes.
 *
 * @throws {ReportDoesNotFoot} when any total disagrees with its parts; nothing is written then.
 */
export async function buildRiskListXlsx(report: AnnualReport): Promise<Uint8Array> {
  refuseUnlessItFoots(report)
  const texts = textsFor(report.locale)
  const organisation = plainLine(report.organisation)
  const prepared = new Date(`${report.preparedOn}T00:00:00Z`)
  const plans = [riskListPlan(report, texts), summaryPlan(report, texts), powersPlan(report, texts), heaviestPlan(report, texts), methodsPlan(report, texts)].map((plan) => ({ ...plan, ...watermarkHeader(report.file?.watermark) }))
  const bytes = await writeXlsx({
    sheets: plans.map(sheetOf),
    defaultFont: { name: texts.sheetFont, size: 10 },
    properties: { title: texts.riskListTitle(report), creator: organisation, lastModifiedBy: organisation, created: prepared, modified: prepared, custom: { ...report.file?.properties, ...(report.logHead === undefined ? {} : { [logHeadProperty]: report.logHead.token }) } },
  })
  return fixZip(bytes, { 'xl/workbook.xml': quoteSheetNames })
}
