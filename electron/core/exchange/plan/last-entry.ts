import type { ReadableDatabase } from '../../database/database.ts'

/** The id of the newest audit entry: two registers with the same one are the same. '' where nothing was ever changed. */
export async function lastEntry(db: Pick<ReadableDatabase, 'selectFrom'>): Promise<string> {
  const row = await db.selectFrom('audit_entry').select('id').orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? ''
}
