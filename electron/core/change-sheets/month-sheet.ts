import type { MonthContent } from '#shared/contract/change-sheets.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { entryChangeKinds } from '#shared/model/publicity.ts'
import type { Core } from '../core.ts'
import { sheetWords } from '../publicity/listed-rows.ts'
import type { SheetWords } from '../publicity/listed-rows.ts'
import type { SheetDocument, SheetTable } from '../reports/sheet-document.ts'
import { footMonth } from './foot-month.ts'
import { monthSource } from './month-source.ts'
import { contentOf } from './months.ts'

/** 动态调整情况表 of one month. @throws {ReportDoesNotFoot} */
export async function monthSheet(core: Core, { month, locale }: { month: string; locale: Locale }): Promise<SheetDocument> {
  const t = translator(locale)
  const { database, env } = core
  const source = monthSource(core)
  const { content, madeOn, reported } = await contentOf(source, month)
  await footMonth(source, { month, content, reported }, locale)
  const words = await sheetWords(database.read, locale)
  const [year = '', monthNumber = ''] = month.split('-')
  const title = t('changes.doc.title', { ns: 'publicity', organisation: words.organisation, year, month: Number(monthNumber) })
  const counted = entryChangeKinds.map((kind) => t(`changes.kind.${kind}`, { ns: 'publicity' }) + (locale === 'en' ? ' ' : '') + content.entries.filter((entry) => entry.kind === kind).length)
  return {
    locale, organisation: words.organisation, preparedOn: madeOn ?? env.localDate(env.now()), title, documentNumber: '', paragraphs: [], toSign: [t('changes.doc.sign', { ns: 'publicity' })],
    lines: [...counted, t('changes.doc.powers', { ns: 'publicity', count: content.powers.length })],
    tables: [entryTable(content, words, locale), powerTable(content, locale)],
  }
}

function entryTable({ entries }: MonthContent, words: SheetWords, locale: Locale): SheetTable {
  const t = translator(locale)
  return {
    name: t('changes.doc.entries', { ns: 'publicity' }), empty: t('changes.doc.no-entries', { ns: 'publicity' }),
    columns: [
      { title: t('column.no', { ns: 'publicity' }), share: 5, align: 'center' }, { title: t('column.change', { ns: 'publicity' }), share: 7, align: 'center' }, { title: t('column.department', { ns: 'publicity' }), share: 11, align: 'center' },
      { title: t('column.power', { ns: 'publicity' }), share: 15 }, { title: t('column.category', { ns: 'publicity' }), share: 9, align: 'center' }, { title: t('column.manifestation', { ns: 'publicity' }), share: 20 },
      { title: t('column.before', { ns: 'publicity' }), share: 7, align: 'center' }, { title: t('column.after', { ns: 'publicity' }), share: 7, align: 'center' },
      { title: t('column.reason', { ns: 'publicity' }), share: 12 }, { title: t('column.on', { ns: 'publicity' }), share: 10, align: 'center' },
    ],
    rows: entries.map((entry, index) => [
      String(index + 1), t(`changes.kind.${entry.kind}`, { ns: 'publicity' }), entry.departmentName, entry.powerName, words.category(entry.categoryCode), entry.manifestation,
      entry.gradeBefore === null ? '—' : words.grade(entry.gradeBefore), entry.gradeAfter === null ? '—' : words.grade(entry.gradeAfter), entry.reason, entry.on,
    ]),
  }
}

function powerTable({ powers }: MonthContent, locale: Locale): SheetTable {
  const t = translator(locale)
  const field = (name: string): string => t(`power.${name}` as never, { ns: 'fields', defaultValue: t(`field.${name}` as never, { ns: 'log', defaultValue: name }) })
  return {
    name: t('changes.doc.power-table', { ns: 'publicity' }), empty: t('changes.doc.no-powers', { ns: 'publicity' }),
    columns: [
      { title: t('column.no', { ns: 'publicity' }), share: 5, align: 'center' }, { title: t('column.change', { ns: 'publicity' }), share: 9, align: 'center' }, { title: t('column.department', { ns: 'publicity' }), share: 14, align: 'center' },
      { title: t('column.power', { ns: 'publicity' }), share: 28 }, { title: t('column.fields', { ns: 'publicity' }), share: 34 }, { title: t('column.on', { ns: 'publicity' }), share: 12, align: 'center' },
    ],
    rows: powers.map((power, index) => [
      String(index + 1), t(`changes.power.${power.kind}`, { ns: 'publicity' }), power.departmentName, power.powerName, power.fields.map(field).join(locale === 'zh-CN' ? '、' : ', '), power.on,
    ]),
  }
}
