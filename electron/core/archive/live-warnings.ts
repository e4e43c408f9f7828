import { sql } from 'kysely'
import type { ReadableDatabase } from '../database/database.ts'
import { pages } from './live-lists.ts'
import type { SnapshotWarning, SnapshotWarningLevel } from './snapshot.ts'

const pageSize = 500

/** Sheets that were issued in a year; what was only found has not left the office. */
const issuedIn = (db: ReadableDatabase, year: number) =>
  db.selectFrom('warning').where(sql<boolean>`issued_on IS NOT NULL`).where('issued_on', '>=', `${year}-01-01`).where('issued_on', '<=', `${year}-12-31`)

export async function* liveWarnings(db: ReadableDatabase, year: number): AsyncGenerator<SnapshotWarning[], void, void> {
  const read = (after: number) => issuedIn(db, year).select(['number', 'id', 'level_code', 'issued_on', 'state', 'closed_on']).where('number', '>', after).orderBy('number').limit(pageSize).execute()
  for await (const page of pages(read)) yield page.map((row) => ({ id: row.id, levelCode: row.level_code, issuedOn: row.issued_on ?? '', state: row.state, closedOn: row.closed_on }))
}

export async function countIssuedWarnings(db: ReadableDatabase, year: number): Promise<number> {
  return (await issuedIn(db, year).select(({ fn }) => fn.countAll<number>().as('n')).executeTakeFirstOrThrow()).n
}

export async function liveWarningLevels(db: ReadableDatabase): Promise<SnapshotWarningLevel[]> {
  const rows = await db.selectFrom('warning_level').selectAll().orderBy('severity_rank', 'desc').orderBy('code').execute()
  return rows.map((row) => ({ code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, severityRank: row.severity_rank }))
}
