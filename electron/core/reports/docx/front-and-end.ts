import type { FileChild } from 'docx'
import type { AnnualReport } from '../annual-report-model.ts'
import { plainLine } from '../plain-text.ts'
import { textWidth } from '../text-width.ts'
import { sourceNote } from '../source-note.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import { annexOrder } from './annexes.ts'
import { attachmentEntry, centred, emptyLine, signOff, small, titleLine } from './paragraphs.ts'

/** A half-em column of 三号 text, twips. */
const halfEm = 160

/** Title, the document number where there is one, an empty line. */
export function front(report: AnnualReport, texts: ReportTexts): FileChild[] {
  const number = report.documentNumber === undefined ? [] : [centred(plainLine(report.documentNumber))]
  return [...texts.title(report).map(titleLine), ...number, emptyLine()]
}

/** The list of annexes one line below the text, two lines further the organisation and the date. */
export function signature(report: AnnualReport, texts: ReportTexts): FileChild[] {
  return [emptyLine(), ...attachments(texts), emptyLine(), emptyLine(), ...signOffLines(report, texts), emptyLine(), small(sourceNote(report, texts))]
}

/**
 * Numbers stand under the first number, the text of a long entry under its own beginning. Only the last entries are
 * kept with the sign-off, which must never stand on a page without text.
 */
function attachments(texts: ReportTexts): FileChild[] {
  const label = texts.attachmentsLabel
  const hang = textWidth(`${label}1. `) * halfEm
  const numberWidth = textWidth('1. ') * halfEm
  return annexOrder.map((name, index) => {
    const entry = `${index + 1}. ${texts.annexTitles[name]}`
    const keepNext = index >= annexOrder.length - 2
    return index === 0 ? attachmentEntry(`${label}${entry}`, { hang, keepNext }) : attachmentEntry(entry, { hang: numberWidth, offset: hang - numberWidth, keepNext })
  })
}

/** The date four characters from the right edge, the organisation centred over it where it is the shorter. */
function signOffLines(report: AnnualReport, texts: ReportTexts): FileChild[] {
  const organisation = plainLine(report.organisation)
  const date = texts.date(report.preparedOn)
  const fromRight = 4 * 2 * halfEm
  const centredOver = fromRight + ((textWidth(date) - textWidth(organisation)) * halfEm) / 2
  return [signOff(organisation, Math.max(0, Math.round(centredOver)), true), signOff(date, fromRight, false)]
}
