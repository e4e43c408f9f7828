import type { ReadableDatabase } from '../../database/database.ts'

/** What the daily run writes down by itself: it reads the register and changes only warnings. */
const ofTheDailyRun = ['warning.find', 'warning.late', 'warning.clear', 'warning.reappear', 'warning-run.begin', 'warning-run.see', 'warning-run.finish']

/**
 * The id of the newest audit entry: two registers with the same one are the same, but for what the rules found. '' where
 * nothing was ever changed.
 */
export async function lastEntry(db: Pick<ReadableDatabase, 'selectFrom'>): Promise<string> {
  const row = await db.selectFrom('audit_entry').select('id').where('action', 'not in', ofTheDailyRun).orderBy('number', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? ''
}
