import { sql } from 'kysely'
import type { HistoryEntry } from '#shared/contract/history.ts'
import type { ReadableDatabase } from '../database/database.ts'
import { among } from '../lists/page-values.ts'

/** Long texts that stand for a record are cut to this many signs. */
const longestName = 60

const identifier = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/u

/** Where an id can lead, and what the record is called there. */
const sources = [
  { table: 'department', name: 'name' },
  { table: 'post', name: 'name' },
  { table: 'power', name: 'name' },
  { table: 'process_step', name: 'name' },
  { table: 'risk_point', name: 'manifestation' },
  { table: 'control_measure', name: 'content' },
  { table: 'organisation', name: 'name' },
  { table: 'grading_method', name: 'label_zh' },
  { table: 'import_batch', name: 'file_name' },
  { table: 'person', name: 'name' },
  { table: 'publicity_list', name: 'title' },
  { table: 'filing_sheet', name: 'title' },
  { table: 'adjustment', name: 'title' },
  { table: 'warning', name: 'object' },
  { table: 'supervision_batch', name: 'file_name' },
  { table: 'supervision_event', name: 'text' },
  { table: 'rectification', name: 'problem' },
  { table: 'assessment_template', name: 'label_zh' },
  { table: 'assessment_campaign', name: 'title' },
  { table: 'campaign_department', name: 'name' },
] as const

/** Names of the records that history entries mention, by id. Ids of what is gone (a removed step) have none. */
export async function namesIn(db: ReadableDatabase, entries: readonly HistoryEntry[]): Promise<Record<string, string>> {
  const open = new Set(entries.flatMap(({ entityId, before, after, batchId }) => identifiersIn([entityId, before, after, batchId])))
  const names: Record<string, string> = {}
  for (const { table, name } of sources) {
    if (open.size === 0) break
    for (const row of await lookUp(db, { table, name, ids: [...open] })) {
      names[row.id] = shortened(row.name)
      open.delete(row.id)
    }
  }
  return names
}

export function identifiersIn(value: unknown): string[] {
  if (typeof value === 'string') return identifier.test(value) ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(identifiersIn) : []
}

async function lookUp(db: ReadableDatabase, { table, name, ids }: { table: string; name: string; ids: string[] }): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`SELECT id, ${sql.ref(name)} AS name FROM ${sql.table(table)} WHERE ${among('id', ids)}`.execute(db)
  return rows
}

function shortened(name: string): string {
  const signs = [...name]
  return signs.length > longestName ? `${signs.slice(0, longestName).join('')}…` : name
}
