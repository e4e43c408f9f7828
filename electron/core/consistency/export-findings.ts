import type { Progress } from '#shared/contract/procedure.ts'
import type { Finding } from '#shared/contract/consistency.ts'
import { findingNote } from '#shared/locales/finding-note.ts'
import { translator } from '#shared/locales/translator.ts'
import { consistencyRules, severities } from '#shared/model/consistency/rules.ts'
import type { RuleCode, Severity } from '#shared/model/consistency/rules.ts'
import type { Locale } from '#shared/model/labels.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Core } from '../core.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { sheetWords } from '../publicity/listed-rows.ts'
import type { SheetWords } from '../publicity/listed-rows.ts'
import type { SheetTable } from '../reports/sheet-document.ts'
import { sheetFile } from '../reports/sheet-file.ts'
import { findPage } from './find-page.ts'
import { readLevels } from './levels.ts'

export interface ExportOrder { readonly rules: readonly RuleCode[]; readonly departmentIds: readonly string[]; readonly locale: Locale }

/** Rows beyond which nobody works through a list; one department or one rule at a time does better. */
const mostRows = 20_000
const pageSize = 500

/** What the check finds as a workbook: each finding with what is wrong and how to mend it. @throws Refusal `consistency.too-many` */
export async function* exportFindings(core: Core, order: ExportOrder): AsyncGenerator<Progress, File, void> {
  const db = core.database.read
  const t = translator(order.locale)
  const words = await sheetWords(db, order.locale)
  const today = core.env.localDate(core.env.now())
  const rows = yield* reporting((tell) => allRows(core, { ...order, words, today, tell }))
  const title = t('doc.title', { ns: 'consistency', organisation: words.organisation })
  return yield* sheetFile(core, { locale: order.locale, organisation: words.organisation, preparedOn: today, title, documentNumber: '', paragraphs: [], lines: [], toSign: [], tables: [tableOf(rows, order.locale)] }, { format: 'xlsx', name: title })
}

async function allRows({ database: { read: db } }: Core, { rules, departmentIds, locale, words, today, tell }: ExportOrder & { words: SheetWords; today: string; tell: Report }): Promise<string[][]> {
  const rows: string[][] = []
  const asked = await askedRules(db, rules)
  for (const [place, { code: rule, level }] of asked.entries()) {
    for (let offset = 0; ; offset += pageSize) {
      const page = await findPage(db, today, { rule, departmentIds, offset, limit: pageSize })
      if (rows.length + page.total - offset > mostRows) throw new Refusal('consistency.too-many', { limit: mostRows })
      for (const finding of page.rows) rows.push([String(rows.length + 1), ...cells(finding, { rule, level, locale, words })])
      await tell({ done: place, total: asked.length, stage: 'check' })
      if (offset + pageSize >= page.total) break
    }
  }
  return rows
}

/** Those asked for, or all that are switched on, heaviest first. */
async function askedRules(db: Core['database']['read'], rules: readonly RuleCode[]): Promise<{ code: RuleCode; level: Severity }[]> {
  const levels = await readLevels(db)
  return severities.flatMap((level) => consistencyRules.filter(({ code }) => levels.get(code) === level && (rules.length === 0 || rules.includes(code))).map(({ code }) => ({ code, level })))
}

function cells({ label, within, departmentName, number, params }: Finding, { rule, level, locale, words }: { rule: RuleCode; level: Severity; locale: Locale; words: SheetWords }): string[] {
  const t = translator(locale)
  const note = findingNote({ locale, grade: words.grade }, rule, params)
  return [
    t(`level.${level}`, { ns: 'consistency' }), t(`rule.${rule}`, { ns: 'consistency' }), number === null ? '' : String(number), label === '' ? t('no-category', { ns: 'consistency' }) : label,
    within ?? '', departmentName ?? '', note, t(`mend.${rule}`, { ns: 'consistency' }),
  ]
}

function tableOf(rows: readonly string[][], locale: Locale): SheetTable {
  const t = translator(locale)
  const title = (column: 'no' | 'level' | 'rule' | 'number' | 'record' | 'within' | 'department' | 'note' | 'mend'): string => t(`column.${column}`, { ns: 'consistency' })
  return {
    name: t('title', { ns: 'consistency' }), empty: t('nothing.title', { ns: 'consistency' }),
    columns: [
      { title: title('no'), share: 5, align: 'center' }, { title: title('level'), share: 6, align: 'center' }, { title: title('rule'), share: 14 }, { title: title('number'), share: 6, align: 'center' }, { title: title('record'), share: 22 },
      { title: title('within'), share: 12 }, { title: title('department'), share: 9, align: 'center' }, { title: title('note'), share: 12 }, { title: title('mend'), share: 20 },
    ],
    rows,
  }
}
