import { AlignmentType, BorderStyle, ImageRun, Paragraph } from 'docx'
import { redHeadSize } from '../paper/red-head.ts'
import type { Letterhead } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { font } from './fonts.ts'
import { runs } from './paragraphs.ts'
import { styleIds } from './styles.ts'

const red = 'C00000'
/** CSS pixels a logo may take. */
const logoRoom = { width: 300, height: 90 } as const
const ruleThickness = 18

/** Logo, red head, document number and red line over the first page, as far as the office has them. `width` in twips. */
export function letterheadOf({ logo, redHead = '', documentNumber = '' }: Letterhead, { width, nextPicture }: { width: number; nextPicture: () => number }): Paragraph[] {
  return [
    ...(logo === undefined ? [] : [logoOf(logo, { id: nextPicture(), name: plainLine(redHead) })]),
    ...(redHead === '' ? [] : [redHeadOf(plainLine(redHead), width), underRedHead(plainLine(documentNumber))]),
  ]
}

function logoOf(logo: NonNullable<Letterhead['logo']>, { id, name }: { id: number; name: string }): Paragraph {
  const scale = Math.min(1, logoRoom.width / logo.width, logoRoom.height / logo.height)
  const image = new ImageRun({ type: logo.type, data: logo.bytes, transformation: { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) }, altText: { id: String(id), name, title: name, description: name } })
  return new Paragraph({ style: styleIds.picture, children: [image] })
}

function redHeadOf(text: string, width: number): Paragraph {
  const size = redHeadSize(text, width)
  return new Paragraph({
    style: styleIds.redHead,
    alignment: AlignmentType.CENTER,
    spacing: { line: size * 10 + 120, lineRule: 'exact', before: 200, after: 200 },
    children: runs(text, { font: font('song'), size, color: red }),
  })
}

/** The number two lines below the head, the red line below it across the type area; then room before the title. */
function underRedHead(documentNumber: string): Paragraph {
  return new Paragraph({
    style: styleIds.flush,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: 500 },
    border: { bottom: { style: BorderStyle.SINGLE, size: ruleThickness, space: 8, color: red } },
    children: runs(documentNumber),
  })
}
