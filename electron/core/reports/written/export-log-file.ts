import type { Progress } from '#shared/contract/procedure.ts'
import type { ReportExport } from '#shared/contract/reports.ts'
import { translator } from '#shared/locales/translator.ts'
import type { Locale } from '#shared/model/labels.ts'
import type { Core } from '../../core.ts'
import { xlsxBytes } from '../../exchange/lists/list-files.ts'
import { reporting } from '../../long-work.ts'
import { mimeTypes } from '../paper/paper-file.ts'
import { listExports } from './keep-export.ts'
import type { ExportFilter } from './keep-export.ts'
import { liveCore } from './source.ts'

const columns = [
  ['number', 8], ['reportNumber', 22], ['kind', 20], ['edition', 10], ['year', 8], ['format', 8], ['subject', 30], ['fileName', 44], ['purpose', 40], ['exportedBy', 14], ['exportedAt', 20], ['bytes', 12],
  ['sha256', 68], ['archiveHash', 68], ['headNumber', 12], ['headHash', 68],
] as const
type Column = (typeof columns)[number][0]

const rowsAtOnce = 500

/** 文件导出登记簿 as a workbook, newest first, with the hash of each file. */
export async function* exportsFile(core: Core, filter: ExportFilter, locale: Locale): AsyncGenerator<Progress, File, void> {
  const live = liveCore(core)
  const t = translator(locale)
  const title = t('exports.title', { ns: 'reportKinds' })
  const bytes = yield* reporting((report) => xlsxBytes({
    sheet: title.slice(0, 31), titles: columns.map(([name]) => t(`exports.${name}`, { ns: 'reportKinds' })), widths: columns.map(([, width]) => width),
    rows: rowsOf(live, filter, { locale, told: (done, total) => report({ done, total, stage: 'write-file' }) }),
  }))
  return new File([bytes], `${title}-${live.env.localDate(live.env.now())}.xlsx`, { type: mimeTypes.xlsx })
}

async function* rowsOf({ database }: Core, filter: ExportFilter, { locale, told }: { locale: Locale; told: (done: number, total: number) => Promise<void> }): AsyncGenerator<string[], void, void> {
  for (let offset = 0; ; offset += rowsAtOnce) {
    const { total, rows } = await listExports(database.read, { ...filter, offset, limit: rowsAtOnce })
    for (const row of rows) yield columns.map(([name]) => cellOf(row, name, locale))
    await told(Math.min(total, offset + rows.length), total)
    if (rows.length < rowsAtOnce) return
  }
}

function cellOf(row: ReportExport, name: Column, locale: Locale): string {
  const t = translator(locale)
  if (name === 'kind') return t(`kind.${row.kind}` as never, { ns: 'reportKinds', defaultValue: row.kind })
  if (name === 'edition') return t(`edition.${row.edition}`, { ns: 'reportKinds' })
  return String(row[name] ?? '')
}
