import { textWidth } from '../docx/page-format.ts'
import type { Letterhead, PaperSection } from '../paper/paper.ts'
import { redHeadSize } from '../paper/red-head.ts'
import { plainLine, xmlText } from '../plain-text.ts'
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
