import { Document, Packer } from 'docx'
import type { ISectionOptions } from 'docx'
import { wordsOf } from '../docx/blocks.ts'
import { letterheadOf } from '../docx/letterhead.ts'
import { lateParts } from '../docx/late-parts.ts'
import type { LateParts } from '../docx/late-parts.ts'
import { packageEdits } from '../docx/package-edits.ts'
import { landscapePage, portraitPage } from '../docx/page-format.ts'
import { landscapeFooters, portraitFooters } from '../docx/page-numbers.ts'
import { reportStyles } from '../docx/styles.ts'
import { watermarkEdits, watermarkHeaders } from '../docx/watermark.ts'
import { fixZip } from '../fixed-zip.ts'
import { plainLine } from '../plain-text.ts'
import { isNoted } from './notes-below.ts'
import type { Block, Paper } from './paper.ts'
import { withNumber } from './with-number.ts'

/** A paper as a Word document in the page format of GB/T 9704-2012. Equal papers give equal bytes. */
export async function paperDocx(paper: Paper): Promise<Uint8Array> {
  const watermark = plainLine(paper.watermark ?? '')
  const late = lateParts()
  const packed = await Packer.toBuffer(documentOf(paper, { watermarked: watermark !== '', later: late.place }))
  const edits = watermark === '' ? {} : watermarkEdits(watermark, paper.sections.length)
  return fixZip(new Uint8Array(packed), { ...packageEdits(paper.preparedOn), ...edits, 'word/document.xml': late.fill })
}

interface Writing {
  readonly watermarked: boolean
  readonly later: LateParts['place']
}

function documentOf(paper: Paper, writing: Writing): Document {
  const organisation = plainLine(paper.organisation)
  const properties = Object.entries(paper.properties ?? {}).map(([name, value]) => ({ name, value }))
  return new Document({
    title: plainLine(paper.title),
    creator: organisation,
    lastModifiedBy: organisation,
    ...(properties.length === 0 ? {} : { customProperties: properties }),
    compatibility: { version: 15, useFELayout: true, balanceSingleByteDoubleByteWidth: true, spaceForUnderline: true, doNotExpandShiftReturn: true },
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 640,
    styles: reportStyles(paper.locale),
    sections: sectionsOf(paper, writing),
  })
}

function sectionsOf(paper: Paper, { watermarked, later }: Writing): ISectionOptions[] {
  let pictures = 0
  const nextPicture = () => ++pictures
  return withNumber(paper).map(({ page, blocks }, index): ISectionOptions => {
    const upright = page === 'portrait'
    const head = index === 0 && paper.letterhead !== undefined ? letterheadOf(paper.letterhead, { page, nextPicture }) : []
    return {
      properties: upright ? portraitPage() : landscapePage(),
      footers: upright ? portraitFooters() : landscapeFooters(),
      ...(watermarked ? { headers: watermarkHeaders() } : {}),
      children: [...head, ...endedByText(blocks).flatMap((block, at, all) => wordsOf(block, { page, noted: isNoted(all, at), nextPicture, later }))],
    }
  })
}

/** A section ends within a paragraph, which a table cannot be. */
const endedByText = (blocks: readonly Block[]): readonly Block[] => (blocks.at(-1)?.kind === 'table' ? [...blocks, { kind: 'gap' }] : blocks)
