import type { Labels } from '#shared/model/labels.ts'
import type { Responsibility } from '#shared/model/responsible-leader.ts'
import type { Scale } from '#shared/model/scales.ts'
import { scaleSchema } from '#shared/model/scales.ts'
import type { ReadableDatabase } from '../database/database.ts'
import type { Row } from '../database/schema.ts'

/** A scale as it is stored, read into the shape the rules know. @throws ZodError for a row nothing here wrote */
export function toScale(row: Row<'scale'>): Scale {
  const levels: unknown = JSON.parse(row.levels)
  return scaleSchema.parse({ code: row.code, labels: { 'zh-CN': row.label_zh, en: row.label_en }, levels })
}

/** The scale of a code; undefined where there is none. */
export async function findScale(db: ReadableDatabase, code: string): Promise<Scale | undefined> {
  const row = await db.selectFrom('scale').selectAll().where('code', '=', code).executeTakeFirst()
  return row && toScale(row)
}

/** The scale the organisation grades by. @throws Error before the organisation has been set up */
export async function organisationScale(db: ReadableDatabase): Promise<Scale> {
  const row = await db.selectFrom('organisation').innerJoin('scale', 'scale.code', 'organisation.scale_code').selectAll('scale').limit(1).executeTakeFirstOrThrow()
  return toScale(row)
}

/** Who answers for which grade, by the organisation's scale and vocabulary. */
export async function readResponsibility(db: ReadableDatabase): Promise<Responsibility> {
  const items = await db.selectFrom('vocabulary').select(['code', 'label_zh', 'label_en']).where('kind', '=', 'responsible-role').execute()
  const roles = new Map<string, Labels>(items.map((item) => [item.code, { 'zh-CN': item.label_zh, en: item.label_en }]))
  return { scale: await organisationScale(db), roles }
}
