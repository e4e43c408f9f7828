import { ImageRun, Paragraph } from 'docx'
import { renderPng } from '../charts/render-png.ts'
import type { Drawing } from '../charts/svg.ts'
import { plainLine } from '../plain-text.ts'
import { styleIds } from './styles.ts'

/** A chart fills the type area across (156 mm ≈ 590 CSS pixels) and never more than most of it down. */
export const pictureWidth = 588
const largestHeight = 760

/** Pixels drawn per printed pixel: 288 dpi, enough for a laser printer. */
const sharpness = 3

/** A chart as a picture with a text for those who do not see it. `id` must be unique in the document. */
export function picture(drawing: Drawing, words: { title: string; description: string }, id: number): Paragraph {
  const scale = Math.min(1, largestHeight / drawing.height)
  const title = plainLine(words.title)
  const image = new ImageRun({
    type: 'png',
    data: renderPng(drawing.svg, drawing.width * sharpness),
    transformation: { width: Math.round(drawing.width * scale), height: Math.round(drawing.height * scale) },
    altText: { id: String(id), name: title, title, description: shortened(plainLine(words.description)) },
  })
  return new Paragraph({ style: styleIds.picture, children: [image] })
}

/** Screen readers read a description in one go; the table beside the chart holds the rest. */
function shortened(description: string): string {
  return description.length <= 2000 ? description : `${description.slice(0, 1999)}…`
}
