import { AlignmentType, BorderStyle, Footer, HeightRule, PageNumber, Paragraph, Table, TableAnchorType, TableCell, TableLayoutType, TableRow, TextDirection, TextRun, WidthType } from 'docx'
import { pageNumberFont } from './fonts.ts'
import { margin, paper } from './page-format.ts'

/** 四号, half-points. */
const size = 28
/** The number keeps one character (14 pt) off the edge of the type area. */
const oneCharacter = 280

const oneLine = { line: 340, lineRule: 'exact', before: 0, after: 0 } as const

const numberRun = () => new TextRun({ font: pageNumberFont, size, snapToGrid: false, children: ['— ', PageNumber.CURRENT, ' —'] })

/** — 1 — at the outside: right on odd pages, left on even ones. */
export function portraitFooters(): { default: Footer; even: Footer } {
  const odd = new Paragraph({ alignment: AlignmentType.RIGHT, indent: { right: oneCharacter }, spacing: oneLine, children: [numberRun()] })
  const even = new Paragraph({ alignment: AlignmentType.LEFT, indent: { left: oneCharacter }, spacing: oneLine, children: [numberRun()] })
  return { default: new Footer({ children: [odd] }), even: new Footer({ children: [even] }) }
}

/** Centre of the page number line, from the foot of the upright sheet: 35 mm margin less 7 mm. */
const numberLine = margin.bottom - 397
const strip = { width: 440, length: 2000 }

/**
 * On a turned sheet the number stands where it stands on all others once the sheet is held upright: at the foot of the
 * upright sheet, which is the left of the turned one, reading downwards.
 */
export function landscapeFooters(): { default: Footer; even: Footer } {
  const oddFromTop = paper.width - margin.right - oneCharacter - strip.length
  const evenFromTop = margin.left + oneCharacter
  return { default: turnedFooter(oddFromTop, AlignmentType.RIGHT), even: turnedFooter(evenFromTop, AlignmentType.LEFT) }
}

function turnedFooter(fromTop: number, alignment: 'right' | 'left'): Footer {
  return new Footer({ children: [turnedNumber(fromTop, alignment), new Paragraph({ children: [] })] })
}

const noLine = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const noLines = { top: noLine, bottom: noLine, left: noLine, right: noLine, insideHorizontal: noLine, insideVertical: noLine }

function turnedNumber(fromTop: number, alignment: 'right' | 'left'): Table {
  const cell = new TableCell({
    width: { size: strip.width, type: WidthType.DXA },
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    textDirection: TextDirection.TOP_TO_BOTTOM_RIGHT_TO_LEFT,
    children: [new Paragraph({ alignment, spacing: { line: strip.width - 40, lineRule: 'exact', before: 0, after: 0 }, children: [numberRun()] })],
  })
  return new Table({
    rows: [new TableRow({ height: { value: strip.length, rule: HeightRule.EXACT }, children: [cell] })],
    width: { size: strip.width, type: WidthType.DXA },
    columnWidths: [strip.width],
    layout: TableLayoutType.FIXED,
    borders: noLines,
    float: {
      horizontalAnchor: TableAnchorType.PAGE,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteHorizontalPosition: numberLine - strip.width / 2,
      absoluteVerticalPosition: fromTop,
    },
  })
}
