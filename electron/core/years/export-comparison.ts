import { setImmediate } from 'node:timers/promises'
import type { Progress } from '#shared/contract/procedure.ts'
import type { Difference, DifferenceFilter } from '#shared/contract/years.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import { levelOf } from '#shared/model/scales.ts'
import type { Scale } from '#shared/model/scales.ts'
import type { Core } from '../core.ts'
import { xlsxBytes } from '../exchange/lists/list-files.ts'
import { toScale } from '../grading/stored-scales.ts'
import { reporting } from '../long-work.ts'
import type { Report } from '../long-work.ts'
import { keptComparison } from './compare-years.ts'
import { differences } from './differences.ts'

export interface ComparisonExport { readonly comparisonId: string; readonly filter: DifferenceFilter; readonly locale: Locale }

const rowsAtOnce = 500

const columns = [
  ['number', 9], ['kinds', 14], ['department', 18], ['power', 32], ['manifestation', 44], ['gradeBefore', 10], ['gradeAfter', 10], ['fields', 24],
  ['measuresAdded', 36], ['measuresGone', 36], ['measuresChanged', 36], ['reason', 40], ['by', 14], ['approver', 14], ['at', 18],
] as const
type Column = (typeof columns)[number][0]

/** What a comparison found as a workbook, reasons included. @throws Refusal `comparison.gone`, `export.cell-too-long` */
export async function* exportComparison(core: Core, order: ComparisonExport): AsyncGenerator<Progress, File, void> {
  const { earlier, later } = keptComparison(core, order.comparisonId)
  const t = translator(order.locale)
  const words = { from: earlier.year ?? '', to: later.year ?? t('compare.today', { ns: 'years' }) }
  const sheet = t('file.comparison', { ns: 'years', ...words })
  const scale = await scaleOf(core)
  const bytes = yield* reporting((report) => xlsxBytes({
    sheet: sheet.slice(0, 31),
    titles: columns.map(([name]) => t(`column.${name}`, { ns: 'years' })),
    widths: columns.map(([, width]) => width),
    rows: textRows(core, { order, scale, report }),
  }))
  return new File([bytes], `${sheet}.xlsx`, { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' })
}

async function scaleOf({ database: { read } }: Core): Promise<Scale | undefined> {
  const row = await read.selectFrom('scale').innerJoin('organisation', 'organisation.scale_code', 'scale.code').selectAll('scale').executeTakeFirst()
  return row && toScale(row)
}

async function* textRows(core: Core, { order, scale, report }: { order: ComparisonExport; scale: Scale | undefined; report: Report }): AsyncGenerator<string[], void, void> {
  for (let offset = 0, total = 1; offset < total; offset += rowsAtOnce) {
    const page = await differences(core, { ...order, offset, limit: rowsAtOnce })
    total = page.total
    for (const row of page.rows) yield cells(row, order.locale, scale)
    await report({ done: Math.min(total, offset + rowsAtOnce), total, stage: 'export' })
    await setImmediate()
  }
}

const joined = (texts: readonly string[]): string => texts.join('\n')

function cells(row: Difference, locale: Locale, scale: Scale | undefined): string[] {
  const t = translator(locale)
  const grade = (code: string | null): string => (code === null ? '' : (scale && levelOf(scale, code)?.labels[locale]) ?? code)
  const values: Record<Column, string> = {
    number: String(row.number),
    kinds: joined(row.kinds.map((kind) => t(`kind.${kind}`, { ns: 'years' }))),
    department: row.departmentName ?? '',
    power: row.powerName,
    manifestation: row.manifestation,
    gradeBefore: grade(row.gradeBefore),
    gradeAfter: grade(row.gradeAfter),
    fields: joined(row.fields.map((field) => word(locale, `field.${field}`, field))),
    measuresAdded: joined(row.measuresAdded),
    measuresGone: joined(row.measuresGone),
    measuresChanged: joined(row.measuresChanged),
    reason: reasonText(row, locale),
    by: row.reason?.by ?? '',
    approver: row.reason?.approver ?? '',
    at: row.reason?.at.slice(0, 16).replace('T', ' ') ?? '',
  }
  return columns.map(([name]) => values[name])
}

function reasonText({ reason }: Difference, locale: Locale): string {
  if (reason === null) return ''
  const doing = word(locale, `reason.${reason.action}`, translator(locale)('reason.other', { ns: 'years' }))
  return [doing, reason.text, reason.fileName ?? ''].filter((text) => text !== '').join(locale === 'zh-CN' ? '：' : ': ')
}

const word = (locale: Locale, key: string, fallback: string): string => translator(locale)(key as never, { ns: 'years', defaultValue: fallback })
