import type { MonthContent } from '#shared/contract/change-sheets.ts'
import { entryChangeKinds } from '#shared/model/publicity.ts'
import type { Locale } from '#shared/model/labels.ts'
import { translator } from '#shared/locales/translator.ts'
import { mustEqual, mustMatchTally, tally } from '#shared/model/report-figures.ts'
import type { Discrepancy } from '#shared/model/report-figures.ts'
import { refuseWhere } from '../reports/report-does-not-foot.ts'
import { changesCounted } from './entry-changes.ts'
import type { MonthSource } from './month-source.ts'
import { daysOf } from './months.ts'
import { countPowerChanges } from './power-changes.ts'

/** What is to be printed of a month, and how many changes were counted when its account was given; null while it was not. */
export interface MonthFigures { readonly month: string; readonly content: MonthContent; readonly reported: number | null }

/**
 * Holds the rows of a month against what is counted without them: of an account that was given the figure kept with it,
 * of any other the determinations by what they changed and the powers the log names.
 * @throws {ReportDoesNotFoot}
 */
export async function footMonth(source: MonthSource, { month, content, reported }: MonthFigures, locale: Locale): Promise<void> {
  const rows = content.entries.length + content.powers.length
  refuseWhere(reported === null ? await againstRegister(source, { month, content }, locale) : mustEqual('rows-total', '', { stated: reported, counted: rows }), locale)
}

async function againstRegister(source: MonthSource, { month, content }: Pick<MonthFigures, 'month' | 'content'>, locale: Locale): Promise<Discrepancy[]> {
  const t = translator(locale)
  const days = daysOf(month)
  const label = (kind: (typeof entryChangeKinds)[number]): string => t(`changes.kind.${kind}`, { ns: 'publicity' })
  const kinds = tally((await changesCounted(source.db, days)).map(({ kind }) => kind))
  const powers = await countPowerChanges(source, days)
  return [
    ...mustMatchTally('rows-kind', entryChangeKinds.map((kind) => ({ label: label(kind), count: kinds.get(kind) ?? 0 })), tally(content.entries.map(({ kind }) => label(kind)))),
    ...mustEqual('rows-kind', t('changes.powers', { ns: 'publicity' }), { stated: powers.get(month) ?? 0, counted: content.powers.length }),
  ]
}
