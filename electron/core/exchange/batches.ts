import { importSummarySchema } from '#shared/contract/exchange.ts'
import type { ImportBatch } from '#shared/contract/exchange.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

function toBatch(row: Row<'import_batch'>): ImportBatch {
  return {
    id: row.id, number: row.number, fileName: row.file_name, formCodes: JSON.parse(row.form_codes) as string[], summary: importSummarySchema.parse(JSON.parse(row.summary)),
    state: row.state, importedBy: row.imported_by, importedAt: row.imported_at, undoneAt: row.undone_at,
  }
}

/** All imports, newest first. */
export async function listBatches(db: ReadableDatabase): Promise<ImportBatch[]> {
  const rows = await db.selectFrom('import_batch').selectAll().orderBy('number', 'desc').execute()
  return rows.map(toBatch)
}

/** @throws Refusal `import.batch-unknown` */
export async function batchById(db: Pick<ReadableDatabase, 'selectFrom'>, id: string): Promise<ImportBatch> {
  const row = await db.selectFrom('import_batch').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('import.batch-unknown')
  return toBatch(row)
}
