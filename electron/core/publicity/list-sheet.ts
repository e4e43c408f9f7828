import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { workingDaysBetween } from '#shared/model/review/working-days.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { numberedLines } from '../reports/plain-text.ts'
import type { SheetDocument, SheetTable } from '../reports/sheet-document.ts'
import { textsFor } from '../reports/texts/texts-for.ts'
import { readHolidays } from '../review/calendar.ts'
import { footListed } from './foot-listed.ts'
import { listedRows, sheetWords } from './listed-rows.ts'
import type { ListedRow } from './listed-rows.ts'
import { readList } from './read-lists.ts'

/**
 * The list as it is posted: powers, categories, grades and measures; no names, and of the heaviest grade neither
 * manifestation nor measures.
 * @throws Refusal `record.missing`; {ReportDoesNotFoot}
 */
export async function listSheet(db: ReadableDatabase, { id, locale, today }: { id: string; locale: Locale; today: string }): Promise<SheetDocument> {
  const t = translator(locale)
  const { date } = textsFor(locale)
  const { list } = await readList(db, id, today)
  const words = await sheetWords(db, locale)
  const rows = await listedRows(db, id, words)
  await footListed(db, id, { rows, words, locale })
  const values = { ns: 'publicity', organisation: words.organisation, from: date(list.startsOn), to: date(list.endsOn), days: workingDaysBetween(list.startsOn, list.endsOn, await readHolidays(db)), count: rows.length } as const
  return {
    locale, organisation: words.organisation, preparedOn: list.startsOn, title: list.title, documentNumber: '', lines: [], toSign: [],
    paragraphs: [t('doc.intro', values), t('doc.period', values), t('doc.objections', values), ...(list.place === '' ? [] : [t('doc.place', { ns: 'publicity', place: list.place })])],
    tables: [tableOf(rows, locale)],
  }
}

function tableOf(rows: readonly ListedRow[], locale: Locale): SheetTable {
  const t = translator(locale)
  const c = (key: 'no' | 'department' | 'power' | 'category' | 'manifestation' | 'grade' | 'measures') => t(`column.${key}`, { ns: 'publicity' })
  return {
    name: t('doc.table', { ns: 'publicity' }), empty: t('doc.empty', { ns: 'publicity' }),
    columns: [
      { title: c('no'), share: 5, align: 'center' }, { title: c('department'), share: 12, align: 'center' }, { title: c('power'), share: 17 }, { title: c('category'), share: 10, align: 'center' },
      { title: c('grade'), share: 7, align: 'center' }, { title: c('manifestation'), share: 23 }, { title: c('measures'), share: 26 },
    ],
    rows: rows.map((row, index) => [
      String(index + 1), row.department, row.power, row.category, row.grade, row.heaviest ? t('doc.not-shown', { ns: 'publicity' }) : row.manifestation, row.heaviest ? t('doc.not-shown', { ns: 'publicity' }) : row.measures.length === 0 ? textsFor(locale).words.none : numberedLines(row.measures),
    ]),
  }
}
