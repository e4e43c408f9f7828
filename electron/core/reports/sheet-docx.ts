import { Document, Packer } from 'docx'
import type { FileChild } from 'docx'
import { landscapePage, portraitPage, textWidth } from './docx/page-format.ts'
import { landscapeFooters, portraitFooters } from './docx/page-numbers.ts'
import { widestWord, widthsByShare } from './docx/column-widths.ts'
import { packageEdits } from './docx/package-edits.ts'
import { annexLabel, annexTitle, attachmentEntry, body, centred, emptyLine, gap, signOff, small, tableCaption, titleLine } from './docx/paragraphs.ts'
import { reportStyles } from './docx/styles.ts'
import { dataTable } from './docx/tables.ts'
import { fixZip } from './fixed-zip.ts'
import { plainLine } from './plain-text.ts'
import type { SheetDocument, SheetTable } from './sheet-document.ts'
import { textsFor } from './texts/texts-for.ts'

/** A form as a Word document in the page format of GB/T 9704-2012. Equal forms give equal bytes. */
export async function buildSheetDocx(sheet: SheetDocument): Promise<Uint8Array> {
  const packed = await Packer.toBuffer(documentOf(sheet))
  return fixZip(new Uint8Array(packed), packageEdits(sheet.preparedOn))
}

function documentOf(sheet: SheetDocument): Document {
  const organisation = plainLine(sheet.organisation)
  const notice = sheet.paragraphs.length > 0
  return new Document({
    title: plainLine(sheet.title),
    creator: organisation,
    lastModifiedBy: organisation,
    compatibility: { version: 15, useFELayout: true, balanceSingleByteDoubleByteWidth: true, spaceForUnderline: true },
    evenAndOddHeaderAndFooters: true,
    defaultTabStop: 640,
    styles: reportStyles(sheet.locale),
    sections: [
      ...(notice ? [{ properties: portraitPage(), footers: portraitFooters(), children: noticeOf(sheet) }] : []),
      { properties: landscapePage(), footers: landscapeFooters(), children: notice ? annexesOf(sheet) : formOf(sheet) },
    ],
  })
}

const numberLine = ({ documentNumber }: SheetDocument): FileChild[] => (documentNumber === '' ? [] : [centred(plainLine(documentNumber))])

function noticeOf(sheet: SheetDocument): FileChild[] {
  const texts = textsFor(sheet.locale)
  return [
    titleLine(plainLine(sheet.title)), ...numberLine(sheet), emptyLine(), ...sheet.paragraphs.flatMap(body),
    emptyLine(), ...sheet.tables.map(({ name }, index) => attachmentEntry(`${index === 0 ? texts.attachmentsLabel : ''}${sheet.tables.length > 1 ? `${index + 1}. ` : ''}${plainLine(name)}`, { hang: 0, keepNext: true })),
    emptyLine(), emptyLine(), signOff(plainLine(sheet.organisation), 640, true), signOff(texts.date(sheet.preparedOn), 640, false),
  ]
}

function annexesOf(sheet: SheetDocument): FileChild[] {
  const texts = textsFor(sheet.locale)
  return sheet.tables.flatMap((table, index) => [annexLabel(sheet.tables.length > 1 ? texts.annexLabel(index + 1) : texts.oneAnnex, index > 0), annexTitle(plainLine(table.name)), ...tableOf(sheet, table)])
}

function formOf(sheet: SheetDocument): FileChild[] {
  const texts = textsFor(sheet.locale)
  const lines = [...sheet.lines, texts.filledBy(sheet.organisation), texts.filledOn(texts.date(sheet.preparedOn))]
  return [
    titleLine(plainLine(sheet.title)), ...numberLine(sheet), gap(), small(lines.map(plainLine).join('　　')),
    ...sheet.tables.flatMap((table) => [...(sheet.tables.length > 1 ? [tableCaption(plainLine(table.name))] : []), ...tableOf(sheet, table), gap()]),
    ...sheet.toSign.map((line) => small(plainLine(line))),
  ]
}

function tableOf({ locale }: SheetDocument, { columns, rows, empty }: SheetTable): FileChild[] {
  if (rows.length === 0) return body(empty)
  const widths = widthsByShare(textWidth.landscape, columns.map(({ title, share }, index) => ({ share, least: widestWord(title, rows.map((cells) => cells[index] ?? '')) })))
  return [dataTable({ size: locale === 'en' ? 'fine' : 'small', columns: columns.map(({ title, align }, index) => ({ title, width: widths[index] ?? 0, align: align ?? 'left' })), rows })]
}
