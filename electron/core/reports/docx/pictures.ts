import { ImageRun, Paragraph } from 'docx'
import { renderPng } from '../charts/render-png.ts'
import type { Drawing } from '../charts/svg.ts'
import { plainLine } from '../plain-text.ts'
import { styleIds } from './styles.ts'

interface Figure {
  readonly drawing: Drawing
  readonly title: string
  readonly description: string
}

/** What a picture may take of the type area, CSS pixels: all of it across, most of it down. */
const room = { portrait: { width: 588, height: 760 }, landscape: { width: 850, height: 520 } } as const

/** Pixels drawn per printed pixel: 288 dpi, enough for a laser printer. */
const sharpness = 3

/** A chart as a picture with a text for those who do not see it. `id` must be unique in the document. */
export function picture({ drawing, ...words }: Figure, { id, page }: { id: number; page: keyof typeof room }): Paragraph {
  const scale = Math.min(1, room[page].width / drawing.width, room[page].height / drawing.height)
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
