import type { z } from 'zod'
import type { listExportSchema } from '#shared/contract/exchange.ts'
import type { Progress } from '#shared/contract/procedure.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../../core.ts'
import { reporting } from '../../long-work.ts'
import type { Report } from '../../long-work.ts'
import { eachMeasure } from '../../measures/each-measure.ts'
import { eachPower } from '../../powers/each-power.ts'
import { eachRiskPoint } from '../../risks/each-risk-point.ts'
import { formOf } from '../../workbooks/forms/forms.ts'
import type { Words } from '../facts/words.ts'
import { readSettings } from '../standing/read-settings.ts'
import { measureLayout, powerLayout, riskLayout, titlesOf } from './list-columns.ts'
import type { ListLayout, ListRow } from './list-columns.ts'
import { csvBytes, xlsxBytes } from './list-files.ts'
import { measureRows, powerRow, riskRows } from './list-rows.ts'

export interface ExportOrder {
  readonly of: z.infer<typeof listExportSchema>
  readonly format: 'xlsx' | 'csv'
  readonly locale: Locale
}

const layouts: Readonly<Record<ExportOrder['of']['list'], ListLayout>> = { powers: powerLayout, risks: riskLayout, measures: measureLayout }

const mediaTypes = { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' } as const

/**
 * A list as a file that imports again without loss, in either language.
 * @throws Refusal `organisation.missing`, `export.cell-too-long`
 */
export async function* exportList(core: Core, order: ExportOrder): AsyncGenerator<Progress, File, void> {
  const { of, format, locale } = order
  const { words } = await readSettings(core.database.read, locale)
  const layout = layouts[of.list]
  const title = translator(locale)(`list.${of.list}`, { ns: 'sheets' })
  const bytes = yield* reporting((report) => {
    const list = {
      sheet: title,
      titles: titlesOf(layout, formOf(layout.form), locale),
      widths: layout.columns.map(({ width }) => width),
      rows: textRows(layout, counted(chunksOf(core, of, words), report)),
    }
    return format === 'xlsx' ? xlsxBytes(list) : csvBytes(list)
  })
  return new File([bytes], `${title}-${core.env.localDate(core.env.now())}.${format}`, { type: mediaTypes[format] })
}

async function* chunksOf({ database: { read }, env }: Core, of: ExportOrder['of'], words: Words): AsyncGenerator<ListRow[], void, void> {
  const today = env.localDate(env.now())
  if (of.list === 'powers') for await (const chunk of eachPower(read, { filter: of.filter, today })) yield chunk.map((power) => powerRow(power, words))
  else if (of.list === 'risks') for await (const chunk of eachRiskPoint(read, { filter: of.filter, today })) yield await riskRows(read, chunk, words)
  else for await (const chunk of eachMeasure(read, { filter: of.filter, today })) yield await measureRows(read, chunk, words)
}

/** Tells how many rows have gone out; how many there will be is not known before the end. */
async function* counted(chunks: AsyncIterable<ListRow[]>, report: Report): AsyncGenerator<ListRow[], void, void> {
  let done = 0
  for await (const chunk of chunks) {
    yield chunk
    done += chunk.length
    await report({ done, total: 0, stage: 'export' })
  }
}

async function* textRows({ columns }: ListLayout, chunks: AsyncIterable<ListRow[]>): AsyncGenerator<string[], void, void> {
  for await (const chunk of chunks) for (const row of chunk) yield columns.map(({ field }) => row[field] ?? '')
}
