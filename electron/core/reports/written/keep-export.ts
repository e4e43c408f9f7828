import type { ReportExport } from '#shared/contract/reports.ts'
import type { ReportEdition } from '#shared/model/report-editions.ts'
import type { Actor, Core } from '../../core.ts'
import type { ReadableDatabase } from '../../database/database.ts'
import type { WriteOrder } from './order.ts'
import type { ReportNumber } from './report-number.ts'

/** A file that has been written and is about to leave. */
export interface Exported {
  readonly order: Pick<WriteOrder, 'kind' | 'edition' | 'year' | 'locale' | 'purpose'> & { readonly format: ReportExport['format'] }
  readonly number: ReportNumber
  readonly archiveHash: string | null
  readonly subject: string
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string }
}

/** Lists a file in the log of exports before it is handed over. */
export async function keepExport({ database }: Core, actor: Actor, { order, number, archiveHash, subject, file }: Exported): Promise<void> {
  const { kind, edition, year, format, locale, purpose } = order
  await database.change(actor, async (change) => {
    const id = change.newId()
    await change.db.insertInto('report_export').values({
      id, report_number_id: number.id, kind, edition, year, format, locale, subject, file_name: file.name, sha256: file.sha256, bytes: file.bytes, purpose, archive_hash: archiveHash,
      exported_by: actor.name, exported_by_id: actor.id ?? null, exported_at: change.at,
    }).execute()
    await change.record({
      action: 'report-export.keep', entity: 'report-export', entityId: id,
      after: { reportNumber: number.text, reportKind: kind, edition, year, format, fileName: file.name, sha256: file.sha256, purpose }, seals: [{ table: 'report_export', key: id }],
    })
  })
}

export interface ExportFilter { readonly kinds?: readonly string[] | undefined; readonly editions?: readonly ReportEdition[] | undefined; readonly text?: string | undefined }

const chosen = (db: ReadableDatabase, { kinds = [], editions = [], text = '' }: ExportFilter) => {
  let found = db.selectFrom('report_export as e')
  if (kinds.length > 0) found = found.where('e.kind', 'in', kinds)
  if (editions.length > 0) found = found.where('e.edition', 'in', editions)
  // A hash finds the one file it is of; anything else is a word of purpose, name or person.
  if (/^[0-9a-f]{64}$/u.test(text)) return found.where('e.sha256', '=', text)
  return text === '' ? found : found.where((on) => on.or((['purpose', 'file_name', 'subject', 'exported_by'] as const).map((column) => on(`e.${column}`, 'like', `%${text.replaceAll(/[%_]/gu, '')}%`))))
}

/** The files that left, newest first. */
export async function listExports(db: ReadableDatabase, { offset, limit, ...filter }: ExportFilter & { offset: number; limit: number }): Promise<{ total: number; offset: number; rows: ReportExport[] }> {
  const found = chosen(db, filter)
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found.innerJoin('report_number as n', 'n.id', 'e.report_number_id').select([
    'e.id', 'e.number', 'n.text as reportNumber', 'e.kind', 'e.edition', 'e.year', 'e.format', 'e.locale', 'e.subject', 'e.file_name as fileName', 'e.sha256', 'e.bytes', 'e.purpose', 'e.archive_hash as archiveHash',
    'n.head_number as headNumber', 'n.head_hash as headHash', 'e.exported_by as exportedBy', 'e.exported_at as exportedAt',
  ]).orderBy('e.number', 'desc').offset(offset).limit(limit).execute()
  return { total, offset, rows }
}
