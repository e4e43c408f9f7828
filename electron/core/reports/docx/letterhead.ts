import { AlignmentType, BorderStyle, ImageRun, Paragraph } from 'docx'
import { redHeadSize } from '../paper/red-head.ts'
import type { Letterhead, PaperSection } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { font } from './fonts.ts'
import { textWidth } from './page-format.ts'
import { runs } from './paragraphs.ts'
import { styleIds } from './styles.ts'

const red = 'C00000'
interface Room {
  /** CSS pixels a logo may take. */
  readonly logo: { readonly width: number; readonly height: number }
  /** Twips around the red head, and between its line and the title. */
  readonly around: number
  readonly below: number
}

/** A turned page is low: the head must leave its first page to the list below it. */
const rooms = {
  portrait: { logo: { width: 300, height: 90 }, around: 200, below: 500 },
  landscape: { logo: { width: 300, height: 44 }, around: 80, below: 160 },
} as const satisfies Record<PaperSection['page'], Room>

const ruleThickness = 18

/** Logo, red head, document number and red line over the first page, as far as the office has them. */
export function letterheadOf({ logo, redHead = '', documentNumber = '' }: Letterhead, { page, nextPicture }: { page: PaperSection['page']; nextPicture: () => number }): Paragraph[] {
  const room = rooms[page]
  return [
    ...(logo === undefined ? [] : [logoOf(logo, { id: nextPicture(), name: plainLine(redHead), room: room.logo })]),
    ...(redHead === '' ? [] : [redHeadOf(plainLine(redHead), { width: textWidth[page], around: room.around }), underRedHead(plainLine(documentNumber), room.below)]),
  ]
}

function logoOf(logo: NonNullable<Letterhead['logo']>, { id, name, room }: { id: number; name: string; room: Room['logo'] }): Paragraph {
  const scale = Math.min(1, room.width / logo.width, room.height / logo.height)
  const image = new ImageRun({ type: logo.type, data: logo.bytes, transformation: { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) }, altText: { id: String(id), name, title: name, description: name } })
  return new Paragraph({ style: styleIds.picture, children: [image] })
}

function redHeadOf(text: string, { width, around }: { width: number; around: number }): Paragraph {
  const size = redHeadSize(text, width)
  return new Paragraph({
    style: styleIds.redHead,
    alignment: AlignmentType.CENTER,
    spacing: { line: size * 10 + 120, lineRule: 'exact', before: around, after: around },
    children: runs(text, { font: font('song'), size, color: red }),
  })
}

/** The number two lines below the head, the red line below it across the type area; then room before the title. */
function underRedHead(documentNumber: string, below: number): Paragraph {
  return new Paragraph({
    style: styleIds.flush,
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { after: below },
    border: { bottom: { style: BorderStyle.SINGLE, size: ruleThickness, space: 8, color: red } },
    children: runs(documentNumber),
  })
}
