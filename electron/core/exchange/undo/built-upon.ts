import { sql } from 'kysely'
import { Refusal } from '#shared/model/refusal.ts'
import type { WritableDatabase } from '../../database/database.ts'
import { shortened } from '../facts/row-cells.ts'
import { createdIds } from './batch-entries.ts'
import type { BatchEntry } from './batch-entries.ts'

interface Found { readonly id: string; readonly name: string }

const listed = (ids: readonly string[]) => sql<string>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Names so many; the count tells how many there are. */
const namedAtMost = 3

/**
 * An import can only be taken back while nothing rests on it: no record of it was changed, graded or accepted since, and
 * nothing else refers to what it created. Changes of imports that were themselves undone do not count.
 * @throws Refusal `import.built-upon`
 */
export async function refuseBuiltUpon(db: WritableDatabase, entries: readonly BatchEntry[]): Promise<void> {
  const touched = [...new Set(entries.map(({ entityId }) => entityId))]
  const found = new Map<string, string>()
  for (const { id, name } of [...await changedSince(db, entries, touched), ...await referring(db, entries, touched)]) found.set(id, name)
  if (found.size === 0) return
  const names = [...found.values()].slice(0, namedAtMost).map((name) => shortened(name))
  throw new Refusal('import.built-upon', { count: found.size, names: names.join('；') })
}

async function changedSince(db: WritableDatabase, entries: readonly BatchEntry[], touched: readonly string[]): Promise<Found[]> {
  const last = Math.max(0, ...entries.map(({ number }) => number))
  const { rows } = await sql<Found>`
    SELECT DISTINCT a.entity_id AS id, coalesce(
      (SELECT manifestation FROM risk_point WHERE id = a.entity_id), (SELECT name FROM power WHERE id = a.entity_id), (SELECT content FROM control_measure WHERE id = a.entity_id),
      (SELECT name FROM department WHERE id = a.entity_id), (SELECT name FROM post WHERE id = a.entity_id), a.entity) AS name
    FROM audit_entry AS a
    WHERE a.number > ${last} AND a.entity_id IN ${listed(touched)}
      AND (a.batch_id IS NULL OR a.batch_id NOT IN (SELECT id FROM import_batch WHERE state = 'undone'))
    ORDER BY a.number`.execute(db)
  return rows
}

/** Records from elsewhere that stand on, belong to or are served by what the import created. */
async function referring(db: WritableDatabase, entries: readonly BatchEntry[], touched: readonly string[]): Promise<Found[]> {
  const [powers, measures, departments, posts] = ['power', 'control-measure', 'department', 'post'].map((entity) => listed(createdIds(entries, entity)))
  const foreign = sql`id NOT IN ${listed(touched)} AND state = 'in-force'`
  const { rows } = await sql<Found>`
    SELECT id, manifestation AS name FROM risk_point WHERE ${foreign} AND (power_id IN ${powers} OR department_id IN ${departments} OR post_id IN ${posts}
      OR id IN (SELECT risk_point_id FROM risk_point_measure WHERE measure_id IN ${measures}))
    UNION ALL SELECT id, name FROM power WHERE ${foreign} AND (department_id IN ${departments} OR post_id IN ${posts})
    UNION ALL SELECT id, content FROM control_measure WHERE ${foreign} AND (department_id IN ${departments} OR owner_post_id IN ${posts})
    UNION ALL SELECT id, name FROM post WHERE ${foreign} AND department_id IN ${departments}`.execute(db)
  return rows
}
