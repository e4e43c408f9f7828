import { createHash } from 'node:crypto'
import { blocksHtml } from '../html/blocks.ts'
import { letterheadHtml } from '../html/letterhead.ts'
import { htmlLine } from '../html/markup.ts'
import { stylesheet } from '../html/stylesheet.ts'
import { watermarkBehind, watermarkOverWindow } from '../html/watermark.ts'
import type { Paper } from './paper.ts'
import { withNumber } from './with-number.ts'

/** As a page's policy names the one style a paper has. */
export const stylesheetHash = `sha256-${createHash('sha256').update(stylesheet).digest('base64')}`

/** The page of a paper runs nothing and loads nothing but the pictures it carries itself. */
const policy = `default-src 'none'; style-src '${stylesheetHash}'; img-src data:; base-uri 'none'; form-action 'none'`

/** A paper as one page that refers to nothing outside itself: shown as the preview, and printed. Equal papers give equal text. */
export function paperHtml(paper: Paper): string {
  const sections = withNumber(paper).map((section, index) => {
    const head = index === 0 && paper.letterhead !== undefined ? letterheadHtml(paper.letterhead, section.page) : ''
    return `<section class="${section.page === 'portrait' ? 'upright' : 'turned'}">${head}${blocksHtml(section)}</section>`
  })
  return [
    `<!doctype html><html lang="${paper.locale}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${htmlLine(paper.title)}</title><meta name="author" content="${htmlLine(paper.organisation)}"><style>${stylesheet}</style></head>`,
    `<body${watermarkBehind(paper.watermark ?? '')}>${watermarkOverWindow(paper.watermark ?? '')}${sections.join('\n')}</body></html>`,
  ].join('')
}
