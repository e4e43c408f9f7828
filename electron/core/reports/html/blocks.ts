import type { Block, PaperSection } from '../paper/paper.ts'
import { isNoted } from '../paper/notes-below.ts'
import { plainText } from '../plain-text.ts'
import { inlineSvg } from './inline-svg.ts'
import { classes, htmlLine, htmlLines } from './markup.ts'
import { steps } from './stylesheet.ts'
import { formHtml, tableHtml } from './tables.ts'

/** The blocks of a section; the lines of a title are one heading, what closes a letter stays on one page, and the notes with what they stand below. */
export function blocksHtml({ page, blocks }: PaperSection): string {
  const parts: string[] = []
  for (let index = 0; index < blocks.length;) {
    const titles = titleLines(blocks, index)
    const closing = closingFrom(blocks, index)
    const notes = index > 0 && isNoted(blocks, index - 1) ? blocks.slice(index) : []
    if (titles.length > 0) parts.push(`<h1>${titles.map(htmlLine).join('<br>')}</h1>`)
    else if (notes.length > 0) parts.push(`<div class="together notes">${notes.map((block) => blockHtml(block, page)).join('\n')}</div>`)
    else if (closing.length > 0) parts.push(`<div class="together">${closing.map((block) => blockHtml(block, page)).join('\n')}</div>`)
    else parts.push(...blocks.slice(index, index + 1).map((block) => blockHtml(block, page)))
    index += Math.max(1, titles.length, notes.length, closing.length)
  }
  return parts.join('\n')
}

function titleLines(blocks: readonly Block[], from: number): string[] {
  const end = blocks.findIndex(({ kind }, index) => index >= from && kind !== 'title')
  return blocks.slice(from, end < 0 ? blocks.length : end).flatMap((block) => (block.kind === 'title' ? [block.text] : []))
}

/**
 * The blocks from here that hold on to each other down to a sign-off, and what the sign-off holds on to. A browser
 * gives up long chains of blocks that avoid a break, but keeps one block whole.
 */
function closingFrom(blocks: readonly Block[], from: number): readonly Block[] {
  let end = from
  while (holdsNext(blocks[end])) end++
  const chain = blocks.slice(from, end + 1)
  return chain.length > 1 && chain.some(({ kind }) => kind === 'sign-off') && chain.every(({ kind }) => kind !== 'table' && kind !== 'form') ? chain : []
}

function holdsNext(block: Block | undefined): boolean {
  if (block?.kind === 'empty-line') return true
  return (block?.kind === 'annex-entry' || block?.kind === 'sign-off') && block.withNext
}

function blockHtml(block: Block, page: PaperSection['page']): string {
  switch (block.kind) {
    case 'title': return `<h1>${htmlLine(block.text)}</h1>`
    case 'chapter': return `<h2>${htmlLines(block.text)}</h2>`
    case 'section': return `<h3>${htmlLines(block.text)}</h3>`
    case 'subsection': return `<h4>${htmlLines(block.text)}</h4>`
    case 'body': return paragraphs(block.text, block.withNext)
    case 'centred': return paragraph(htmlLine(block.text), 'centred')
    case 'small': return paragraph(htmlLines(block.text), 'small', block.fine === true && 'fine', block.withNext === true && 'next')
    case 'table-caption': return paragraph(htmlLine(block.text), 'caption', 'table-caption')
    case 'figure-caption': return paragraph(htmlLine(block.text), 'caption')
    case 'annex-label': return paragraph(htmlLines(block.text), 'annex-label', block.newPage && 'new-page')
    case 'annex-title': return `<h2${classes('annex')}>${htmlLine(block.text)}</h2>`
    case 'annex-entry': return paragraph(htmlLines(block.text), `hang-${stepsOf(block.hang)}`, `left-${stepsOf(640 + (block.offset ?? 0) + block.hang)}`, block.withNext && 'next')
    case 'sign-off': return paragraph(htmlLine(block.text), 'sign-off', `right-${stepsOf(block.fromRight)}`, block.withNext && 'next')
    case 'empty-line': return paragraph('', 'empty')
    case 'gap': return paragraph('', 'gap')
    case 'table': return block.table.rows.length === 0 && block.table.empty !== undefined ? paragraphs(block.table.empty) : tableHtml(block.table, page)
    case 'form': return formHtml(block.form, page)
    case 'figure': return `<figure role="img" aria-label="${htmlLine(`${block.title}: ${block.description}`)}">${inlineSvg(block.drawing.svg)}</figure>`
  }
}

const paragraph = (content: string, ...look: readonly (string | false)[]): string => `<p${classes(...look)}>${content}</p>`

function paragraphs(text: string, withNext = false): string {
  return plainText(text).split('\n').filter((line) => line.trim() !== '').map((line) => paragraph(htmlLine(line), 'body', withNext && 'next')).join('\n')
}

/** Twips as half-ems, as far as the stylesheet knows them. */
const stepsOf = (twips: number): number => Math.min(steps, Math.max(0, Math.round(twips / 160)))
