import type { FileChild } from 'docx'
import type { Block, PaperSection } from '../paper/paper.ts'
import { plainLine } from '../plain-text.ts'
import { formTable } from './forms.ts'
import { textWidth } from './page-format.ts'
import { annexLabel, annexTitle, attachmentEntry, body, centred, chapter, emptyLine, figureCaption, gap, section, signOff, small, subsection, tableCaption, titleLine } from './paragraphs.ts'
import { picture } from './pictures.ts'
import type { LateParts } from './late-parts.ts'
import { tableXml } from './tables.ts'

/** What a block needs to know of the document it stands in. */
export interface Place {
  readonly page: PaperSection['page']
  /** Only notes follow it to the end of the section: they stay with it, since a page of notes alone says nothing. */
  readonly noted: boolean
  /** A number no other picture of the document has. */
  readonly nextPicture: () => number
  readonly later: LateParts['place']
}

/** A block as Word has it. */
export function wordsOf(block: Block, { page, noted, nextPicture, later }: Place): FileChild[] {
  switch (block.kind) {
    case 'title': return [titleLine(plainLine(block.text), textWidth[page])]
    case 'chapter': return [chapter(block.text)]
    case 'section': return [section(block.text)]
    case 'subsection': return [subsection(block.text)]
    case 'body': return body(block.text, block.withNext)
    case 'centred': return [centred(plainLine(block.text))]
    case 'small': return [small(block.text, noted ? { ...block, withNext: true } : block)]
    case 'table-caption': return [tableCaption(plainLine(block.text))]
    case 'figure-caption': return [figureCaption(plainLine(block.text))]
    case 'annex-label': return [annexLabel(block.text, block.newPage)]
    case 'annex-title': return [annexTitle(plainLine(block.text), textWidth[page])]
    case 'annex-entry': return [attachmentEntry(block.text, { hang: block.hang, offset: block.offset ?? 0, keepNext: block.withNext })]
    case 'sign-off': return [signOff(plainLine(block.text), block.fromRight, block.withNext)]
    case 'empty-line': return [emptyLine()]
    case 'gap': return [gap(noted)]
    case 'table': return block.table.rows.length === 0 && block.table.empty !== undefined ? body(block.table.empty, noted) : [later(() => tableXml(block.table, { page, noted }))]
    case 'form': return [formTable(block.form, { width: textWidth[page], noted })]
    case 'figure': return [picture(block, { id: nextPicture(), page })]
  }
}
