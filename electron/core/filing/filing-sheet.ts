import type { Locale } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { footListed } from '../publicity/foot-listed.ts'
import { listedRows, sheetWords } from '../publicity/listed-rows.ts'
import { numberedLines } from '../reports/plain-text.ts'
import type { SheetDocument } from '../reports/sheet-document.ts'
import { textsFor } from '../reports/texts/texts-for.ts'

/** 备案表: what the organisation determined, for the higher office. @throws Refusal `record.missing`; {ReportDoesNotFoot} */
export async function filingSheet(db: ReadableDatabase, { id, locale }: { id: string; locale: Locale }): Promise<SheetDocument> {
  const t = translator(locale)
  const sheet = await db.selectFrom('filing_sheet').selectAll().where('id', '=', id).executeTakeFirst()
  if (sheet === undefined) throw new Refusal('record.missing')
  const words = await sheetWords(db, locale)
  const rows = await listedRows(db, id, words)
  await footListed(db, id, { rows, words, locale })
  return {
    locale, organisation: words.organisation, preparedOn: sheet.dated_on, title: sheet.title, documentNumber: sheet.document_number, paragraphs: [],
    lines: [t('filing.doc.to', { ns: 'publicity', recipient: sheet.recipient }), t('filing.doc.count', { ns: 'publicity', count: rows.length })],
    toSign: [t('filing.doc.sign', { ns: 'publicity' }), t('filing.doc.opinion', { ns: 'publicity' })],
    tables: [{
      name: t('filing.doc.table', { ns: 'publicity' }), empty: t('doc.empty', { ns: 'publicity' }),
      columns: [
        { title: t('column.no', { ns: 'publicity' }), share: 5, align: 'center' }, { title: t('column.department', { ns: 'publicity' }), share: 11, align: 'center' }, { title: t('column.power', { ns: 'publicity' }), share: 15 },
        { title: t('column.category', { ns: 'publicity' }), share: 9, align: 'center' }, { title: t('column.manifestation', { ns: 'publicity' }), share: 21 }, { title: t('column.grade', { ns: 'publicity' }), share: 7, align: 'center' },
        { title: t('column.measures', { ns: 'publicity' }), share: 19 }, { title: t('column.determined', { ns: 'publicity' }), share: 13, align: 'center' },
      ],
      rows: rows.map((row, index) => [String(index + 1), row.department, row.power, row.category, row.manifestation, row.grade, row.measures.length === 0 ? textsFor(locale).words.none : numberedLines(row.measures), row.determinedOn]),
    }],
  }
}
