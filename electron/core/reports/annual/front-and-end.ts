import type { AnnualReport } from '../annual-report-model.ts'
import type { Block } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { textWidth } from '../text-width.ts'
import { sourceNote } from '../source-note.ts'
import type { ReportTexts } from '../texts/report-texts.ts'
import { annexOrder } from './annexes.ts'

const emptyLine = { kind: 'empty-line' } as const

/** A half-em column of 三号 text, twips. */
const halfEm = 160

/** The title and an empty line; the document number comes between them where no letterhead carries it. */
export function front(report: AnnualReport, texts: ReportTexts): Block[] {
  return [...texts.title(report).map((text): Block => ({ kind: 'title', text })), emptyLine]
}

/** The list of annexes one line below the text, two lines further the organisation and the date. */
export function signature(report: AnnualReport, texts: ReportTexts): Block[] {
  return [emptyLine, ...attachments(texts), emptyLine, emptyLine, ...signOffLines(report, texts), emptyLine, { kind: 'small', text: sourceNote(report, texts) }]
}

/**
 * Numbers stand under the first number, the text of a long entry under its own beginning. Only the last entries are
 * kept with the sign-off, which must never stand on a page without text.
 */
function attachments(texts: ReportTexts): Block[] {
  const label = texts.attachmentsLabel
  const hang = textWidth(`${label}1. `) * halfEm
  const numberWidth = textWidth('1. ') * halfEm
  return annexOrder.map((name, index): Block => {
    const entry = `${index + 1}. ${texts.annexTitles[name]}`
    const withNext = index >= annexOrder.length - 2
    return index === 0 ? { kind: 'annex-entry', text: `${label}${entry}`, hang, withNext } : { kind: 'annex-entry', text: entry, hang: numberWidth, offset: hang - numberWidth, withNext }
  })
}

/** The date four characters from the right edge, the organisation centred over it where it is the shorter. */
function signOffLines(report: AnnualReport, texts: ReportTexts): Block[] {
  const organisation = plainLine(report.organisation)
  const date = texts.date(report.preparedOn)
  const fromRight = 4 * 2 * halfEm
  const centredOver = fromRight + ((textWidth(date) - textWidth(organisation)) * halfEm) / 2
  return [
    { kind: 'sign-off', text: organisation, fromRight: Math.max(0, Math.round(centredOver)), withNext: true },
    // The note of where the figures come from must not stand on a page by itself.
    { kind: 'sign-off', text: date, fromRight, withNext: true },
  ]
}
