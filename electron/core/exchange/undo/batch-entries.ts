import type { ReadableDatabase } from '../../database/database.ts'

/** What an import did to one record, as the audit log tells it. */
export interface BatchEntry {
  readonly number: number
  readonly action: string
  readonly entity: string
  readonly entityId: string
  readonly before: Readonly<Record<string, unknown>>
  readonly after: Readonly<Record<string, unknown>>
}

/** The entries of a batch, the last first: undoing goes backwards. */
export async function batchEntries(db: Pick<ReadableDatabase, 'selectFrom'>, batchId: string): Promise<BatchEntry[]> {
  const rows = await db.selectFrom('audit_entry').select(['number', 'action', 'entity', 'entity_id', 'before', 'after']).where('batch_id', '=', batchId).orderBy('number', 'desc').execute()
  return rows.map(({ number, action, entity, entity_id: entityId, before, after }) => ({ number, action, entity, entityId, before: values(before), after: values(after) }))
}

const values = (json: string | null): Record<string, unknown> => (json === null ? {} : JSON.parse(json) as Record<string, unknown>)

/** Ids of what the import created, of one kind. */
export const createdIds = (entries: readonly BatchEntry[], entity: string): string[] =>
  entries.filter(({ action }) => action === `${entity}.create`).map(({ entityId }) => entityId)
