import { textWidth } from '../docx/page-format.ts'
import type { Letterhead, PaperSection } from '../paper/paper.ts'
import { redHeadSize } from '../paper/red-head.ts'
import { plainLine, xmlText } from '../plain-text.ts'
import { textWidth as columnsOf } from '../text-width.ts'
import { htmlLine } from './markup.ts'
import { headSizes } from './stylesheet.ts'

const mimeTypes = { png: 'image/png', jpg: 'image/jpeg' } as const

/** Logo, red head, document number and red line over the first page, as far as the office has them. */
export function letterheadHtml({ logo, redHead = '', documentNumber = '' }: Letterhead, page: PaperSection['page']): string {
  const head = plainLine(redHead)
  const size = Math.min(headSizes.to, Math.max(headSizes.from, Math.floor(redHeadSize(head, textWidth[page]) / 2)))
  return [
    logo === undefined ? '' : `<p class="logo"><img alt="${xmlText(head)}" width="${Math.round(logo.width)}" height="${Math.round(logo.height)}" src="data:${mimeTypes[logo.type]};base64,${Buffer.from(logo.bytes).toString('base64')}"></p>`,
    head === '' ? '' : `<p class="red-head head-${size}">${xmlText(head)}</p><p class="red-line">${htmlLine(documentNumber)}</p>`,
  ].join('')
}

/** Lines of the watermark in a square of 150 mm, which an upright and a turned page both hold. */
const lines = [{ x: 75, y: 32 }, { x: 75, y: 79 }, { x: 75, y: 126 }] as const
/** A Chinese character of a watermark is at most so large, and its whole text at most so long, mm. */
const largest = 11
const longest = 100

/**
 * Printed behind every page: what is fixed on a page stands on each, upright or turned. The printer measures all of
 * them by the first, and what would reach over a page's end appears on the next one, so the square is kept small.
 */
export function watermarkHtml(text: string): string {
  const line = plainLine(text)
  if (line === '') return ''
  const size = Math.min(largest, (longest * 2) / columnsOf(line)).toFixed(2)
  const words = lines.map(({ x, y }) => `<text x="${x}" y="${y}" font-size="${size}" text-anchor="middle">${xmlText(line)}</text>`)
  return `<div class="watermark" aria-hidden="true"><svg viewBox="0 0 150 150">${words.join('')}</svg></div>`
}
