import { AlignmentType, HeadingLevel, LineRuleType, Paragraph, TextRun } from 'docx'
import type { IParagraphOptions, IRunOptions } from 'docx'
import { plainText } from '../plain-text.ts'
import { wrapText } from '../text-width.ts'
import { fineSize, styleIds, titleSize } from './styles.ts'

type RunLook = Omit<IRunOptions, 'text' | 'children' | 'break'>

/** The only way text enters the document: cleaned, tabs as spaces, each line end a line break. */
export function runs(text: string, look: RunLook = {}): TextRun[] {
  const lines = plainText(text).replaceAll('\t', ' ').split('\n')
  return lines.map((line, index) => new TextRun({ ...look, text: line, ...(index > 0 ? { break: 1 } : {}) }))
}

function styled(style: string, text: string, more: Omit<IParagraphOptions, 'style' | 'text' | 'children'> = {}): Paragraph {
  return new Paragraph({ ...more, style, children: runs(text) })
}

/** A title of several lines, broken into lines of like length: none of a single character. `width` in twips. */
export function titleLine(text: string, width: number): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: runs(text), ...balanced(text, width) })
}

/** Twips of half a character of a title. */
const halfEm = titleSize * 5

function balanced(text: string, width: number): { indent?: { left: number; right: number } } {
  const most = Math.floor(width / halfEm)
  const lines = wrapText(text, most).length
  if (lines === 1) return {}
  let columns = most
  while (wrapText(text, columns - 1).length === lines) columns--
  // A little more than is needed, for letters wider than half a character.
  const indent = Math.max(0, Math.floor((width - (columns + 2) * halfEm) / 2))
  return { indent: { left: indent, right: indent } }
}

export function chapter(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_1, children: runs(text) })
}

export function section(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, children: runs(text) })
}

export function subsection(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_3, children: runs(text) })
}

/** A paragraph of the body; an officer's text with several lines becomes several paragraphs. */
export function body(text: string, keepNext = false): Paragraph[] {
  const more = keepNext ? { keepNext } : {}
  return plainText(text).split('\n').filter((line) => line.trim() !== '').map((line) => styled(styleIds.body, line.trim(), more))
}

export function tableCaption(text: string): Paragraph {
  return styled(styleIds.caption, text, { keepNext: true })
}

export function figureCaption(text: string): Paragraph {
  return styled(styleIds.caption, text)
}

export function centred(text: string): Paragraph {
  return styled(styleIds.flush, text, { alignment: AlignmentType.CENTER })
}

/** A note; the finest stands closer, so that it seldom asks for a page of its own. */
export function small(text: string, { fine = false, withNext = false }: { fine?: boolean; withNext?: boolean } = {}): Paragraph {
  return new Paragraph({
    style: styleIds.small, keepNext: withNext, keepLines: true, children: runs(text, fine ? { size: fineSize } : {}),
    ...(fine ? { spacing: { line: 260, lineRule: LineRuleType.EXACT } } : {}),
  })
}

export function annexLabel(text: string, startsPage: boolean): Paragraph {
  return styled(styleIds.annexLabel, text, { pageBreakBefore: startsPage })
}

export function annexTitle(text: string, width: number): Paragraph {
  return styled(styleIds.annexTitle, text, balanced(text, width))
}

/** The little room below a table, which has no spacing of its own. */
export function gap(keepNext = false): Paragraph {
  return styled(styleIds.gap, '', { keepNext })
}

/** One empty line of the grid. */
export function emptyLine(): Paragraph {
  return styled(styleIds.flush, '', { keepNext: true })
}

/** A line of the sign-off, `fromRight` twips away from the right edge of the type area. */
export function signOff(text: string, fromRight: number, keepNext: boolean): Paragraph {
  return styled(styleIds.flush, text, { alignment: AlignmentType.RIGHT, indent: { right: fromRight }, keepNext, keepLines: true })
}

/** An entry of the list of annexes, two characters in plus `offset`, its further lines `hang` twips behind its first. */
export function attachmentEntry(text: string, { hang, offset = 0, keepNext }: { hang: number; offset?: number; keepNext: boolean }): Paragraph {
  return styled(styleIds.flush, text, { keepNext, indent: { left: 640 + offset + hang, hanging: hang } })
}
