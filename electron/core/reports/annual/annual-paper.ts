import type { AnnualReport } from '../annual-report-model.ts'
import type { Paper } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { refuseUnlessItFoots } from '../report-does-not-foot.ts'
import { logHeadProperty } from '../source-note.ts'
import { textsFor } from '../texts/texts-for.ts'
import { annexes } from './annexes.ts'
import { chapters } from './chapters.ts'
import { draftOf } from './draft.ts'
import { front, signature } from './front-and-end.ts'

/**
 * The annual report set out: the text upright, the annexes in a turned section.
 *
 * @throws {ReportDoesNotFoot} when any total disagrees with its parts; nothing is written then.
 */
export function annualPaper(report: AnnualReport): Paper {
  refuseUnlessItFoots(report)
  const texts = textsFor(report.locale)
  return {
    locale: report.locale,
    title: texts.titleInOneLine(report),
    organisation: plainLine(report.organisation),
    preparedOn: report.preparedOn,
    ...(report.logHead === undefined ? {} : { properties: { [logHeadProperty]: report.logHead.token } }),
    ...(report.documentNumber === undefined ? {} : { letterhead: { documentNumber: report.documentNumber } }),
    sections: [
      { page: 'portrait', blocks: [...front(report, texts), ...chapters(draftOf(report, texts)), ...signature(report, texts)] },
      { page: 'landscape', blocks: annexes(report, texts) },
    ],
  }
}
