import { Refusal } from '#shared/model/refusal.ts'
import type { Change } from '../database/database.ts'
import type { RecordLists, Standing } from '../records/record-kind.ts'
import type { Values } from '../records/values.ts'
import { noticeChanges } from '../review/re-examinations.ts'

export interface Link { readonly riskPointId: string; readonly measureId: string }

/** The risk points a measure serves, as a set: kept in order of id so that two readings compare. */
export const measureLinks: RecordLists = {
  fields: ['riskPointIds'],
  read: async (db, id) => {
    const links = await db.selectFrom('risk_point_measure').select('risk_point_id').where('measure_id', '=', id).orderBy('risk_point_id').execute()
    return { riskPointIds: links.map((link) => link.risk_point_id) }
  },
  store: async (change, measureId, { before, after }) => {
    const [was, is] = [idsIn(before), idsIn(after)]
    for (const riskPointId of is) if (!was.includes(riskPointId)) await storeLink(change, { riskPointId, measureId })
    for (const riskPointId of was) if (!is.includes(riskPointId)) await removeLink(change, { riskPointId, measureId })
  },
}

const idsIn = (values: Values): readonly string[] => (values['riskPointIds'] ?? []) as readonly string[]

/** @throws Refusal `risk.unknown` for a point added that is not there or not in force */
export async function completeLinks(change: Change, patch: Values, stands: Standing | undefined): Promise<Values> {
  if (patch['riskPointIds'] === undefined) return {}
  const riskPointIds = [...new Set(idsIn(patch))].toSorted()
  const standing = new Set(stands === undefined ? [] : idsIn(stands.values))
  for (const id of riskPointIds) if (!standing.has(id)) await checkPoint(change, id)
  return { riskPointIds }
}

/** @throws Refusal `risk.unknown` */
export async function checkPoint(change: Change, id: string): Promise<void> {
  const point = await change.db.selectFrom('risk_point').select('state').where('id', '=', id).executeTakeFirst()
  if (point?.state !== 'in-force') throw new Refusal('risk.unknown', {}, 'riskPointIds')
}

export type LinkBasis = 'stated' | 'shared'

/**
 * Ties a measure to a point and notes it in the point's history; behind the point's other measures where no position
 * is given. A link that is there already stays as it is.
 * @returns whether the link is new
 */
export async function storeLink(change: Change, { riskPointId, measureId, position, basis = 'stated' }: Link & { position?: number; basis?: LinkBasis }): Promise<boolean> {
  const at = position ?? await nextPosition(change, riskPointId)
  const made = await change.db.insertInto('risk_point_measure').values({ risk_point_id: riskPointId, measure_id: measureId, position: at, basis })
    .onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  if (made.numInsertedOrUpdatedRows === 0n) return false
  await change.record({ action: 'risk-point.link', entity: 'risk-point', entityId: riskPointId, after: { measureId, position: at, basis } })
  noticeChanges(change, [riskPointId])
  return true
}

async function nextPosition(change: Change, riskPointId: string): Promise<number> {
  const { last } = await change.db.selectFrom('risk_point_measure').select((c) => c.fn.max<number | null>('position').as('last'))
    .where('risk_point_id', '=', riskPointId).executeTakeFirstOrThrow()
  return last === null ? 0 : last + 1
}

/** @returns whether there was such a link */
export async function removeLink(change: Change, { riskPointId, measureId }: Link): Promise<boolean> {
  const gone = await change.db.deleteFrom('risk_point_measure').where('risk_point_id', '=', riskPointId).where('measure_id', '=', measureId)
    .returning(['position', 'basis']).executeTakeFirst()
  if (gone === undefined) return false
  await change.record({ action: 'risk-point.unlink', entity: 'risk-point', entityId: riskPointId, before: { measureId, ...gone } })
  noticeChanges(change, [riskPointId])
  return true
}
