import type { HistoryEntry } from '#shared/contract/history.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { namesIn } from './names.ts'

export interface HistoryRequest {
  /** Only what concerns this record. */
  readonly entityId?: string | undefined
  /** Continues below this number. */
  readonly beforeNumber?: number | undefined
  readonly limit: number
  /** UTC instant; what came later is left out. */
  readonly until?: string | undefined
  /** Only what was done to data: nobody's coming and going. */
  readonly changesOnly?: boolean | undefined
}

/** One page of the audit log, newest first, with the names of the records it mentions by id. */
export async function readHistory(db: ReadableDatabase, { entityId, beforeNumber, limit, until, changesOnly }: HistoryRequest): Promise<{ entries: HistoryEntry[]; names: Record<string, string>; more: boolean }> {
  let query = db.selectFrom('audit_entry').selectAll().orderBy('number', 'desc').limit(limit + 1)
  if (entityId !== undefined) query = query.where('entity_id', '=', entityId)
  if (beforeNumber !== undefined) query = query.where('number', '<', beforeNumber)
  if (until !== undefined) query = query.where('at', '<=', until)
  if (changesOnly === true) query = query.where('entity', '!=', 'session')
  const rows = await query.execute()
  const entries = rows.slice(0, limit).map(toEntry)
  return { entries, names: await namesIn(db, entries), more: rows.length > limit }
}

export function toEntry(row: Row<'audit_entry'>): HistoryEntry {
  return {
    number: row.number, at: row.at, actorKind: row.actor_kind, actor: row.actor, action: row.action, entity: row.entity, entityId: row.entity_id,
    before: valuesOf(row.before), after: valuesOf(row.after), batchId: row.batch_id,
  }
}

const valuesOf = (json: string | null): Record<string, unknown> | null => (json === null ? null : JSON.parse(json) as Record<string, unknown>)
