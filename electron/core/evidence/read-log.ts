import type { LogEntry, LogFilter } from '#shared/contract/evidence.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { toEntry } from '../history/entries.ts'
import { identifiersIn, namesIn } from '../history/names.ts'
import { logConditions } from './log-filter.ts'

export interface LogPage { readonly total: number; readonly offset: number; readonly rows: LogEntry[] }

/** One page of the log under a filter, newest first. */
export async function readLog(db: ReadableDatabase, { filter, offset, limit }: { filter: LogFilter; offset: number; limit: number }): Promise<LogPage> {
  const total = await countLog(db, filter)
  const conditions = logConditions(filter)
  const page = db.selectFrom('audit_entry').selectAll().where((on) => on.and(conditions.map((condition) => condition(on)))).orderBy('number', 'desc').limit(limit)
  // Entries are numbered without gaps: far down an unfiltered log nothing has to be counted through.
  const rows = await (conditions.length === 0 ? page.where('number', '<=', total - offset) : page.offset(offset)).execute()
  return { total, offset, rows: await withNames(db, rows) }
}

export async function countLog(db: ReadableDatabase, filter: LogFilter): Promise<number> {
  const conditions = logConditions(filter)
  if (conditions.length === 0) {
    const { last } = await db.selectFrom('audit_entry').select(({ fn }) => fn.max<number | null>('number').as('last')).executeTakeFirstOrThrow()
    return last ?? 0
  }
  const { n } = await db.selectFrom('audit_entry').select(({ fn }) => fn.countAll<number>().as('n')).where((on) => on.and(conditions.map((condition) => condition(on)))).executeTakeFirstOrThrow()
  return n
}

/** Entries with the names of the records they mention, each with those it needs. */
export async function withNames(db: ReadableDatabase, rows: readonly Row<'audit_entry'>[]): Promise<LogEntry[]> {
  const entries = rows.map((row) => ({ ...toEntry(row), id: row.id, actorId: row.actor_id, hash: row.hash }))
  const names = await namesIn(db, entries)
  return entries.map((entry) => ({ ...entry, names: ofEntry(entry, names) }))
}

function ofEntry({ entityId, before, after, batchId }: Omit<LogEntry, 'names'>, names: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(identifiersIn([entityId, before, after, batchId]).flatMap((id) => { const name = names[id]; return name === undefined ? [] : [[id, name]] }))
}

/** Who and what the log knows of. */
export async function logChoices(db: ReadableDatabase): Promise<{ actors: string[]; entities: string[] }> {
  const [actors, entities] = await Promise.all([
    db.selectFrom('audit_entry').select('actor').distinct().orderBy('actor').limit(500).execute(),
    db.selectFrom('audit_entry').select('entity').distinct().orderBy('entity').execute(),
  ])
  return { actors: actors.map(({ actor }) => actor), entities: entities.map(({ entity }) => entity) }
}
