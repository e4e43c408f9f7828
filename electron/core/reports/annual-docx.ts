import { Document, Packer } from 'docx'
import type { AnnualReport } from './annual-report-model.ts'
import { annexes } from './docx/annexes.ts'
import { chapters } from './docx/chapters.ts'
import { draftOf } from './docx/draft.ts'
import { front, signature } from './docx/front-and-end.ts'
import { landscapePage, portraitPage } from './docx/page-format.ts'
import { packageEdits } from './docx/package-edits.ts'
import { landscapeFooters, portraitFooters } from './docx/page-numbers.ts'
import { reportStyles } from './docx/styles.ts'
import { fixZip } from './fixed-zip.ts'
import { plainLine } from './plain-text.ts'
import { refuseUnlessItFoots } from './report-does-not-foot.ts'
import type { ReportTexts } from './texts/report-texts.ts'
import { textsFor } from './texts/texts-for.ts'
import { logHeadProperty } from './source-note.ts'

/**
 * The annual report as a Word document in the page format of GB/T 9704-2012: the text upright, the annexes in a turned
 * section. Equal reports give equal bytes.
 *
 * @throws {ReportDoesNotFoot} when any total disagrees with its parts; nothing is written then.
 */
export async function buildAnnualDocx(report: AnnualReport): Promise<Uint8Array> {
  refuseUnlessItFoots(report)
  const texts = textsFor(report.locale)
  const packed = await Packer.toBuffer(documentOf(report, texts))
  return fixZip(new Uint8Array(packed), packageEdits(report.preparedOn))
}

function documentOf(report: AnnualReport, texts: ReportTexts): Document {
  const organisation = plainLine(report.organisation)
  const draft = draftOf(report, texts)
  return new Document({
    title: texts.titleInOneLine(report),
    creator: organisation,
    lastModifiedBy: organisation,
    ...(report.logHead === undefined ? {} : { customProperties: [{ name: logHeadProperty, value: report.logHead.token }] }),
    compatibility: { version: 15, useFELayout: true, balanceSingleByteDoubleByteWidth: true, spaceForUnderline: true },
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 640,
    styles: reportStyles(report.locale),
    sections: [
      { properties: portraitPage(), footers: portraitFooters(), children: [...front(report, texts), ...chapters(draft), ...signature(report, texts)] },
      { properties: landscapePage(), footers: landscapeFooters(), children: annexes(report, texts) },
    ],
  })
}
