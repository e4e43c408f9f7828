import type { Locale } from '#shared/model/labels.ts'
import type { Discrepancy } from '#shared/model/report-figures.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { AnnualReport } from './annual-report-model.ts'
import { checkFigures } from './check-figures.ts'
import { textsFor } from './texts/texts-for.ts'

/** The report is not written because totals disagree with their parts; the list says which, in the report's language. */
export class ReportDoesNotFoot extends Refusal {
  readonly discrepancies: readonly Discrepancy[]

  constructor(discrepancies: readonly Discrepancy[], sentences: readonly string[]) {
    super('report.doesNotFoot', { count: discrepancies.length, list: sentences.join('\n') })
    this.name = 'ReportDoesNotFoot'
    this.discrepancies = discrepancies
  }
}

/** @throws {ReportDoesNotFoot} when any total disagrees with its parts. */
export function refuseUnlessItFoots(report: AnnualReport): void {
  refuseWhere(checkFigures(report), report.locale)
}

/** @throws {ReportDoesNotFoot} when there is any discrepancy. */
export function refuseWhere(discrepancies: readonly Discrepancy[], locale: Locale): void {
  if (discrepancies.length === 0) return
  const texts = textsFor(locale)
  throw new ReportDoesNotFoot(discrepancies, discrepancies.map(texts.discrepancy))
}
