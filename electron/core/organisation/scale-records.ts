import { sql } from 'kysely'
import type { Labels } from '#shared/model/labels.ts'
import type { Scale } from '#shared/model/scales.ts'
import { Refusal } from '#shared/model/refusal.ts'
import type { Change, ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'
import { differenceOf } from '../records/values.ts'
import { StaleRecord } from '../stale-record.ts'

export interface StoredScale { scale: Scale; labels: Labels; revision: number; inUse: boolean }

type Reading = Pick<ReadableDatabase, 'selectFrom' | 'getExecutor'>

/** All scales with whether anything depends on them. */
export async function readScales(db: Reading): Promise<StoredScale[]> {
  const rows = await db.selectFrom('scale').selectAll().orderBy('code').execute()
  const scales: StoredScale[] = []
  for (const row of rows) scales.push({ ...fromRow(row), inUse: await isInUse(db, row.code) })
  return scales
}

function fromRow(row: Row<'scale'>): Omit<StoredScale, 'inUse'> {
  const labels = { 'zh-CN': row.label_zh, en: row.label_en }
  return { scale: { code: row.code, labels, levels: JSON.parse(row.levels) as Scale['levels'] }, labels, revision: row.revision }
}

/** In use: the organisation grades by it, or a grading was made by a method of it. */
async function isInUse(db: Reading, code: string): Promise<boolean> {
  const { rows: [row] } = await sql<{ used: number }>`
    SELECT EXISTS (SELECT 1 FROM organisation WHERE scale_code = ${code})
      OR EXISTS (SELECT 1 FROM grading_method_version AS v WHERE json_extract(v.definition, '$.scale') = ${code}
                 AND EXISTS (SELECT 1 FROM grading AS g WHERE g.method_version_id = v.id)) AS used`.execute(db)
  return row?.used === 1
}

/**
 * Enters a scale (revision 0) or changes one. A scale in use keeps its levels and their order of severity: gradings
 * refer to them.
 * @throws StaleRecord; Refusal `scale.unknown`, `scale.levels-in-use`
 */
export async function saveScale(change: Change, { scale, labels, revision }: Omit<StoredScale, 'inUse'>): Promise<number> {
  const row = await change.db.selectFrom('scale').selectAll().where('code', '=', scale.code).executeTakeFirst()
  if (row === undefined && revision !== 0) throw new Refusal('scale.unknown', { code: scale.code })
  if (row === undefined) return enterScale(change, { scale, labels })
  const stands = fromRow(row)
  if (stands.revision !== revision) throw new StaleRecord(scale.code, { ...stands })
  const difference = differenceOf({ labels: stands.labels, levels: stands.scale.levels }, { labels, levels: scale.levels })
  if (difference === undefined) return revision
  if (!sameLevels(stands.scale, scale) && await isInUse(change.db, scale.code)) throw new Refusal('scale.levels-in-use', { code: scale.code }, 'levels')
  await change.db.updateTable('scale').set({ ...columnsOf({ scale, labels }), revision: revision + 1 }).where('code', '=', scale.code).execute()
  await change.record({ action: 'scale.change', entity: 'scale', entityId: scale.code, ...difference })
  return revision + 1
}

async function enterScale(change: Change, { scale, labels }: Pick<StoredScale, 'scale' | 'labels'>): Promise<number> {
  await change.db.insertInto('scale').values({ code: scale.code, ...columnsOf({ scale, labels }) }).execute()
  await change.record({ action: 'scale.create', entity: 'scale', entityId: scale.code, after: { labels, levels: scale.levels } })
  return 1
}

const columnsOf = ({ scale, labels }: Pick<StoredScale, 'scale' | 'labels'>) =>
  ({ label_zh: labels['zh-CN'], label_en: labels.en, levels: JSON.stringify(scale.levels) })

const sameLevels = (a: Scale, b: Scale): boolean => ranksOf(a) === ranksOf(b)

const ranksOf = ({ levels }: Scale): string => levels.map(({ code, severityRank }) => `${code}=${severityRank}`).toSorted().join()
