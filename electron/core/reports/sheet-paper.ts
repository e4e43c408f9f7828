import type { Block, Paper, PaperTable } from './paper/paper.ts'
import { plainLine } from './plain-text.ts'
import type { SheetDocument, SheetTable } from './sheet-document.ts'
import type { ReportTexts } from './texts/report-texts.ts'
import { textsFor } from './texts/texts-for.ts'

const emptyLine = { kind: 'empty-line' } as const
const gap = { kind: 'gap' } as const

/** A form of the office set out: a notice with its tables as annexes on turned pages, or a table under its title. */
export function paperOf(sheet: SheetDocument): Paper {
  const texts = textsFor(sheet.locale)
  const notice = sheet.paragraphs.length > 0
  return {
    locale: sheet.locale,
    title: plainLine(sheet.title),
    organisation: plainLine(sheet.organisation),
    preparedOn: sheet.preparedOn,
    ...(sheet.documentNumber === '' ? {} : { letterhead: { documentNumber: sheet.documentNumber } }),
    sections: notice ? [{ page: 'portrait', blocks: noticeOf(sheet, texts) }, { page: 'landscape', blocks: annexesOf(sheet, texts) }] : [{ page: 'landscape', blocks: formOf(sheet, texts) }],
  }
}

function noticeOf({ title, paragraphs, tables, organisation, preparedOn }: SheetDocument, texts: ReportTexts): Block[] {
  const numbered = tables.length > 1
  return [
    { kind: 'title', text: title },
    emptyLine,
    ...paragraphs.map((text): Block => ({ kind: 'body', text })),
    emptyLine,
    ...tables.map(({ name }, index): Block => ({ kind: 'annex-entry', text: `${index === 0 ? texts.attachmentsLabel : ''}${numbered ? `${index + 1}. ` : ''}${plainLine(name)}`, hang: 0, withNext: true })),
    emptyLine,
    emptyLine,
    { kind: 'sign-off', text: organisation, fromRight: 640, withNext: true },
    { kind: 'sign-off', text: texts.date(preparedOn), fromRight: 640, withNext: false },
  ]
}

function annexesOf(sheet: SheetDocument, texts: ReportTexts): Block[] {
  const numbered = sheet.tables.length > 1
  return sheet.tables.flatMap((table, index): Block[] => [
    { kind: 'annex-label', text: numbered ? texts.annexLabel(index + 1) : texts.oneAnnex, newPage: index > 0 },
    { kind: 'annex-title', text: table.name },
    tableOf(sheet, table),
  ])
}

function formOf(sheet: SheetDocument, texts: ReportTexts): Block[] {
  const captioned = sheet.tables.length > 1
  const lines = [...sheet.lines, texts.filledBy(sheet.organisation), texts.filledOn(texts.date(sheet.preparedOn))]
  return [
    { kind: 'title', text: sheet.title },
    gap,
    { kind: 'small', text: lines.map(plainLine).join('　　') },
    ...sheet.tables.flatMap((table): Block[] => [...(captioned ? [{ kind: 'table-caption', text: table.name } as const] : []), tableOf(sheet, table), gap]),
    ...sheet.toSign.map((text): Block => ({ kind: 'small', text })),
  ]
}

function tableOf({ locale }: SheetDocument, { name, columns, rows, empty }: SheetTable): Block {
  const table: PaperTable = { name, columns, rows, empty, size: locale === 'en' ? 'fine' : 'small' }
  return { kind: 'table', table }
}
